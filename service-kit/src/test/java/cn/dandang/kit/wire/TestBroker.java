package cn.dandang.kit.wire;

import cn.dandang.contracts.Topics;
import cn.dandang.kit.topic.KafkaClients;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.TopicPartition;
import org.springframework.kafka.test.EmbeddedKafkaKraftBroker;

/** A real KRaft broker in this JVM, one for all tests; each test has services, and so topics, of its own. */
public final class TestBroker {
    private static final EmbeddedKafkaKraftBroker BROKER = start();

    private TestBroker() {}

    private static EmbeddedKafkaKraftBroker start() {
        EmbeddedKafkaKraftBroker broker = fresh();
        Runtime.getRuntime().addShutdownHook(new Thread(broker::destroy));
        return broker;
    }

    /** A broker with the installation's topics and nothing in them, for a test that reads those; the caller destroys it. */
    public static EmbeddedKafkaKraftBroker fresh() {
        EmbeddedKafkaKraftBroker broker = new EmbeddedKafkaKraftBroker(1, 1);
        broker.brokerProperty("group.initial.rebalance.delay.ms", "0");
        broker.brokerProperty("auto.create.topics.enable", "false");
        broker.brokerProperty("transaction.state.log.replication.factor", "1");
        broker.brokerProperty("transaction.state.log.min.isr", "1");
        broker.brokerProperty("offsets.topic.num.partitions", "1");
        broker.brokerProperty("transaction.state.log.num.partitions", "1");
        broker.afterPropertiesSet();
        create(broker.getBrokersAsString(), Topics.all());
        return broker;
    }

    public static String bootstrap() {
        return BROKER.getBrokersAsString();
    }

    public static KafkaClients clients(String service) {
        return new KafkaClients(service, bootstrap(), Map.of());
    }

    /** Makes the topics of a service that is not in the table. */
    public static void topicsOf(String service) {
        create(bootstrap(), List.of(new Topics.Topic(Topics.facts(service), 6, Map.of()), new Topics.Topic(Topics.relay(service), 1, Map.of("cleanup.policy", "compact")),
                new Topics.Topic(Topics.dead(service), 1, Map.of())));
    }

    public static void delete(String topic) {
        try (Admin admin = clients("test").admin("delete")) {
            admin.deleteTopics(List.of(topic)).all().get();
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    public static void create(String bootstrap, List<Topics.Topic> topics) {
        try (Admin admin = new KafkaClients("test", bootstrap, Map.of()).admin("create")) {
            admin.createTopics(topics.stream().map(topic -> new NewTopic(topic.name(), topic.partitions(), (short) 1).configs(topic.settings())).toList()).all().get();
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Every committed record of a topic, in the order of partitions and offsets, as a read_committed reader sees it now. */
    public static List<ConsumerRecord<String, byte[]>> committed(String topic) {
        try (KafkaConsumer<String, byte[]> consumer = clients("test").consumer("read", IsolationLevel.READ_COMMITTED, null, KafkaClients.TO_THE_END)) {
            List<ConsumerRecord<String, byte[]>> all = new ArrayList<>();
            List<TopicPartition> partitions = consumer.partitionsFor(topic).stream().map(info -> new TopicPartition(topic, info.partition())).toList();
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            for (TopicPartition partition : partitions) {
                consumer.assign(List.of(partition));
                consumer.seekToBeginning(List.of(partition));
                while (consumer.position(partition) < ends.get(partition)) {
                    all.addAll(consumer.poll(Duration.ofMillis(50)).records(partition));
                }
            }
            return all;
        }
    }
}
