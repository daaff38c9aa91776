package cn.dandang.deploy.evidence;

import cn.dandang.contracts.Topics;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** Every topic from its beginning to its committed end. */
public final class Wire {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private Wire() {}

    /** What is committed in all topics, partition by partition in the order of offsets. */
    public static List<OnTheWire> committed(String bootstrap) {
        Map<String, Object> settings = Map.of("bootstrap.servers", bootstrap, "isolation.level", "read_committed", "enable.auto.commit", "false", "auto.offset.reset", "earliest", "client.id", "evidence");
        try (KafkaConsumer<String, byte[]> consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = new ArrayList<>();
            for (Topics.Topic topic : Topics.all()) {
                for (PartitionInfo partition : consumer.partitionsFor(topic.name())) {
                    partitions.add(new TopicPartition(partition.topic(), partition.partition()));
                }
            }
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            List<OnTheWire> records = new ArrayList<>();
            Instant limit = Instant.now().plus(PATIENCE);
            // the last offset of a transaction is its marker, which is no record: so the reader's position decides
            while (partitions.stream().anyMatch(partition -> consumer.position(partition) < ends.get(partition))) {
                if (Instant.now().isAfter(limit)) {
                    throw new IllegalStateException("the topics could not be read to their ends within " + PATIENCE.toSeconds() + " s");
                }
                consumer.poll(Duration.ofMillis(200)).forEach(record -> records.add(OnTheWire.of(record)));
            }
            records.sort(java.util.Comparator.comparing(OnTheWire::topic).thenComparingInt(OnTheWire::partition).thenComparingLong(OnTheWire::offset));
            return records;
        }
    }
}
