package cn.dandang.kit.testing;

import cn.dandang.contracts.PublishedFact;
import cn.dandang.contracts.Topics;
import cn.dandang.kit.decision.DomainEvent;
import cn.dandang.kit.publishing.FactReceived;
import cn.dandang.kit.publishing.RecordedEvent;
import cn.dandang.kit.topic.FactCodec;
import cn.dandang.kit.topic.KafkaClients;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.TopicPartition;
import org.springframework.kafka.test.EmbeddedKafkaKraftBroker;

/** A real broker in this JVM with every topic, what other services publish into it, and what is read back. */
public final class TestBroker implements AutoCloseable {
    private final EmbeddedKafkaKraftBroker broker = new EmbeddedKafkaKraftBroker(1, 1);
    private final AtomicLong position = new AtomicLong();

    private record Elsewhere() implements DomainEvent {}

    public TestBroker() {
        broker.brokerProperty("group.initial.rebalance.delay.ms", "0");
        broker.brokerProperty("auto.create.topics.enable", "false");
        broker.brokerProperty("transaction.state.log.replication.factor", "1");
        broker.brokerProperty("transaction.state.log.min.isr", "1");
        broker.brokerProperty("offsets.topic.num.partitions", "1");
        broker.brokerProperty("transaction.state.log.num.partitions", "1");
        broker.afterPropertiesSet();
        try (Admin admin = clients().admin("topics")) {
            admin.createTopics(Topics.all().stream().map(topic -> new NewTopic(topic.name(), topic.partitions(), (short) 1).configs(topic.settings())).toList()).all().get();
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    public String bootstrap() {
        return broker.getBrokersAsString();
    }

    private KafkaClients clients() {
        return new KafkaClients("test", bootstrap(), Map.of());
    }

    /** Publishes a fact as another service would, and gives its id. */
    public String publish(String service, PublishedFact fact) {
        return publishAt(service, position.getAndIncrement(), fact);
    }

    /** The same at a given position: to send a fact twice. */
    public String publishAt(String service, long at, PublishedFact fact) {
        Instant now = Instant.now();
        RecordedEvent event = new RecordedEvent(service, at, "event-" + at, "elsewhere", 0, "elsewhere", 1, now, now, "person", "office", "000000", null, null, "event-" + at, "v1", new Elsewhere());
        try (KafkaProducer<String, byte[]> producer = clients().producer("publish", Map.of())) {
            FactCodec.encode(event, at, List.of(fact)).forEach(producer::send);
            producer.flush();
        }
        return service + "/" + at + "/0";
    }

    /** Every committed fact of a topic, in the order of partitions and offsets. */
    public List<FactReceived<? extends PublishedFact>> committed(String topic) {
        try (KafkaConsumer<String, byte[]> consumer = clients().consumer("read", IsolationLevel.READ_COMMITTED, null, Map.of())) {
            List<FactReceived<? extends PublishedFact>> all = new ArrayList<>();
            List<TopicPartition> partitions = consumer.partitionsFor(topic).stream().map(info -> new TopicPartition(topic, info.partition())).toList();
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            for (TopicPartition partition : partitions) {
                consumer.assign(List.of(partition));
                consumer.seekToBeginning(List.of(partition));
                while (consumer.position(partition) < ends.get(partition)) {
                    consumer.poll(Duration.ofMillis(50)).records(partition).forEach(record -> FactCodec.decode(record).ifPresent(all::add));
                }
            }
            return all;
        }
    }

    @Override
    public void close() {
        broker.destroy();
    }
}
