package cn.dandang.kit.relay;

import cn.dandang.contracts.Topics;
import cn.dandang.kit.codec.Json;
import cn.dandang.kit.topic.KafkaClients;
import cn.dandang.kit.topic.TopicEnds;
import java.time.Duration;
import java.util.List;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;

/**
 * How far a service's ledger is in Kafka. Positions are those told to others: places in the ledger, or where these would tell too much, a
 * count of the published events.
 *
 * @param next      the next position to relay
 * @param published one past the highest position of which a fact was ever published; above {@code next} only after a rewind
 */
record RelayPosition(long next, long published) {
    private static final String KEY = "position";
    private static final String REWIND = "rewind";
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    static final RelayPosition START = new RelayPosition(0, 0);

    RelayPosition advancedTo(long newNext) {
        return new RelayPosition(newNext, Math.max(published, newNext));
    }

    ProducerRecord<String, byte[]> record(String service) {
        return new ProducerRecord<>(Topics.relay(service), 0, KEY, Json.bytes(this));
    }

    /** As {@link #record}, with a mark by which a relay that runs sees that it was set by somebody else. */
    ProducerRecord<String, byte[]> recordOfRewind(String service) {
        ProducerRecord<String, byte[]> record = record(service);
        record.headers().add(REWIND, new byte[0]);
        return record;
    }

    static boolean isRewind(ConsumerRecord<String, byte[]> record) {
        return record.headers().lastHeader(REWIND) != null;
    }

    /**
     * The committed position. Only to be asked by the holder of the transactional id after {@code initTransactions}: then no transaction of
     * an earlier holder is open, and what lies before the end is final.
     */
    static RelayPosition read(KafkaClients clients, String service) {
        TopicPartition partition = new TopicPartition(Topics.relay(service), 0);
        long end;
        try (Admin admin = clients.admin("relay-position")) {
            end = TopicEnds.readUncommitted(admin, List.of(partition)).get(partition);
        }
        RelayPosition found = START;
        try (KafkaConsumer<String, byte[]> consumer = clients.consumer("relay-position", IsolationLevel.READ_COMMITTED, null, KafkaClients.TO_THE_END)) {
            consumer.assign(List.of(partition));
            consumer.seekToBeginning(List.of(partition));
            long deadline = System.nanoTime() + PATIENCE.toNanos();
            // the last offset of a transaction is its marker, which is no record: so the position decides, not a record's offset
            while (consumer.position(partition) < end) {
                for (ConsumerRecord<String, byte[]> record : consumer.poll(Duration.ofMillis(100))) {
                    if (KEY.equals(record.key()) && record.value() != null) {
                        found = Json.read(record.value(), RelayPosition.class);
                    }
                }
                if (System.nanoTime() > deadline) {
                    throw new TimeoutException("The position topic " + partition.topic() + " could not be read to its end " + end + " within " + PATIENCE.toSeconds() + " seconds.");
                }
            }
        }
        return found;
    }
}
