package cn.dandang.kit.relay;

import cn.dandang.contracts.Topics;
import cn.dandang.kit.topic.FactCodec;
import cn.dandang.kit.topic.KafkaClients;
import cn.dandang.kit.topic.TopicEnds;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;

/** What the fact topics themselves say about how far a service was published: the headers of the last fact in each partition. */
final class PublishedHeads {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final long FIRST_STEP = 8;

    private PublishedHeads() {}

    /** The highest ledger position among the last committed facts of all partitions, or -1 when there are none. */
    static long highest(KafkaClients clients, String service) {
        try (KafkaConsumer<String, byte[]> consumer = clients.consumer("relay-heads", IsolationLevel.READ_COMMITTED, null, Map.of());
                Admin admin = clients.admin("relay-heads")) {
            List<TopicPartition> partitions = new ArrayList<>();
            Map<String, List<PartitionInfo>> known = consumer.listTopics();
            for (String topic : List.of(Topics.facts(service), Topics.REGISTER, Topics.POLICY)) {
                known.getOrDefault(topic, List.of()).forEach(info -> partitions.add(new TopicPartition(topic, info.partition())));
            }
            Map<TopicPartition, Long> begins = consumer.beginningOffsets(partitions);
            Map<TopicPartition, Long> ends = new HashMap<>(TopicEnds.readUncommitted(admin, partitions));
            long highest = -1;
            for (TopicPartition partition : partitions) {
                highest = Math.max(highest, last(consumer, partition, begins.get(partition), ends.get(partition), service));
            }
            return highest;
        }
    }

    /** Looks back from the end, further each time, until a fact is found: the last offsets are markers of transactions, or were taken back. */
    private static long last(KafkaConsumer<String, byte[]> consumer, TopicPartition partition, long begin, long end, String service) {
        consumer.assign(List.of(partition));
        for (long step = FIRST_STEP; begin < end; step *= 4) {
            long from = Math.max(begin, end - step);
            Optional<ConsumerRecord<String, byte[]>> found = lastRecord(consumer, partition, from, end);
            if (found.isPresent()) {
                // each topic has one publisher: a last record of another service means that the topic is not this one's
                return FactCodec.positionOf(service, found.get().headers()).orElse(-1L);
            }
            if (from == begin) {
                break;
            }
        }
        return -1;
    }

    private static Optional<ConsumerRecord<String, byte[]>> lastRecord(KafkaConsumer<String, byte[]> consumer, TopicPartition partition, long from, long end) {
        consumer.seek(partition, from);
        ConsumerRecord<String, byte[]> last = null;
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (consumer.position(partition) < end) {
            for (ConsumerRecord<String, byte[]> record : consumer.poll(Duration.ofMillis(100))) {
                last = record;
            }
            if (System.nanoTime() > deadline) {
                throw new TimeoutException("The last facts of " + partition + " could not be read within " + PATIENCE.toSeconds() + " seconds.");
            }
        }
        return Optional.ofNullable(last);
    }
}
