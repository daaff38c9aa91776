package cn.dandang.kit.relay;

import cn.dandang.contracts.Topics;
import cn.dandang.kit.topic.FactCodec;
import cn.dandang.kit.topic.KafkaClients;
import cn.dandang.kit.topic.TopicEnds;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
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
        try (KafkaConsumer<String, byte[]> consumer = clients.consumer("relay-heads", IsolationLevel.READ_COMMITTED, null, KafkaClients.TO_THE_END);
                Admin admin = clients.admin("relay-heads")) {
            List<TopicPartition> partitions = new ArrayList<>();
            Map<String, List<PartitionInfo>> known = consumer.listTopics();
            for (String topic : List.of(Topics.facts(service), Topics.REGISTER, Topics.POLICY, Topics.ERASURES)) {
                known.getOrDefault(topic, List.of()).forEach(info -> partitions.add(new TopicPartition(topic, info.partition())));
            }
            Map<TopicPartition, Long> begins = consumer.beginningOffsets(partitions);
            Map<TopicPartition, Long> ends = TopicEnds.readUncommitted(admin, partitions);
            Set<TopicPartition> wanted = new HashSet<>(partitions);
            wanted.removeIf(partition -> begins.get(partition) >= ends.get(partition));
            long highest = -1;
            // from the end back, further each time, until a fact is found: the last offsets are markers of transactions, or were taken back
            for (long step = FIRST_STEP; !wanted.isEmpty(); step *= 8) {
                Map<TopicPartition, Long> from = new HashMap<>();
                for (TopicPartition partition : wanted) {
                    from.put(partition, Math.max(begins.get(partition), ends.get(partition) - step));
                }
                Map<TopicPartition, ConsumerRecord<String, byte[]>> last = lastRecords(consumer, from, ends);
                for (ConsumerRecord<String, byte[]> record : last.values()) {
                    // each topic has one publisher: a last record of another service means that the topic is not this one's
                    highest = Math.max(highest, FactCodec.positionOf(service, record.headers()).orElse(-1L));
                }
                wanted.removeIf(partition -> last.containsKey(partition) || from.get(partition).equals(begins.get(partition)));
            }
            return highest;
        }
    }

    private static Map<TopicPartition, ConsumerRecord<String, byte[]>> lastRecords(KafkaConsumer<String, byte[]> consumer, Map<TopicPartition, Long> from, Map<TopicPartition, Long> ends) {
        consumer.assign(from.keySet());
        from.forEach(consumer::seek);
        Map<TopicPartition, ConsumerRecord<String, byte[]>> last = new HashMap<>();
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (from.keySet().stream().anyMatch(partition -> consumer.position(partition) < ends.get(partition))) {
            for (ConsumerRecord<String, byte[]> record : consumer.poll(Duration.ofMillis(50))) {
                last.put(new TopicPartition(record.topic(), record.partition()), record);
            }
            if (System.nanoTime() > deadline) {
                throw new TimeoutException("The last facts of " + from.keySet() + " could not be read within " + PATIENCE.toSeconds() + " seconds.");
            }
        }
        return last;
    }
}
