package cn.dandang.deploy.evidence;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** Topics from their beginnings to the ends that they had when the reading began, as a {@code read_committed} reader sees them. */
public final class CommittedRecords {
    private CommittedRecords() {}

    /**
     * Hands over each record, in the order of offsets within a partition.
     *
     * @param client  how the broker is reached, and the client's id
     * @param atMost  how long it may take
     * @throws IllegalStateException when it took longer
     */
    public static void read(Map<String, Object> client, Collection<String> topics, Duration atMost, Consumer<ConsumerRecord<String, byte[]>> each) {
        Map<String, Object> settings = new HashMap<>(client);
        settings.putAll(Map.of("isolation.level", "read_committed", "enable.auto.commit", "false", "auto.offset.reset", "earliest", "allow.auto.create.topics", "false"));
        try (KafkaConsumer<String, byte[]> consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = topics.stream().flatMap(topic -> consumer.partitionsFor(topic).stream()).map(info -> new TopicPartition(info.topic(), info.partition())).toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            Instant limit = Instant.now().plus(atMost);
            // the last offset of a transaction is its marker, which is no record: so the reader's position decides
            while (partitions.stream().anyMatch(partition -> consumer.position(partition) < ends.get(partition))) {
                if (Instant.now().isAfter(limit)) {
                    throw new IllegalStateException("the topics " + topics + " could not be read to their ends within " + atMost.toSeconds() + " s");
                }
                consumer.poll(Duration.ofMillis(200)).forEach(each);
            }
        }
    }
}
