package cn.dandang.deploy.reconcile;

import cn.dandang.contracts.FactLeaf;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** The facts of one service in topics, every record of them, repeats included, as a {@code read_committed} reader sees them. */
final class TopicFacts {
    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final String SOURCE = "urn:dandang:";

    private TopicFacts() {}

    /** @param from first position as told to others @param to one past the last */
    static List<Fact> read(Map<String, Object> client, String service, Collection<String> topics, long from, long to) {
        Map<String, Object> settings = new HashMap<>(client);
        settings.putAll(Map.of("isolation.level", "read_committed", "enable.auto.commit", "false", "auto.offset.reset", "earliest", "allow.auto.create.topics", "false", "client.id", "reconcile"));
        try (KafkaConsumer<String, byte[]> consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = topics.stream().flatMap(topic -> consumer.partitionsFor(topic).stream()).map(info -> new TopicPartition(info.topic(), info.partition())).toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            List<Fact> facts = new ArrayList<>();
            Instant limit = Instant.now().plus(PATIENCE);
            // the last offset of a transaction is its marker, which is no record: so the reader's position decides
            while (partitions.stream().anyMatch(partition -> consumer.position(partition) < ends.get(partition))) {
                if (Instant.now().isAfter(limit)) {
                    throw new IllegalStateException("the topics " + topics + " could not be read to their ends within " + PATIENCE.toMinutes() + " minutes");
                }
                for (ConsumerRecord<String, byte[]> record : consumer.poll(Duration.ofMillis(200))) {
                    fact(record, service).filter(fact -> fact.position() >= from && fact.position() < to).ifPresent(facts::add);
                }
            }
            return facts;
        }
    }

    /** Empty for what is no fact of this service. */
    private static Optional<Fact> fact(ConsumerRecord<String, byte[]> record, String service) {
        if (!header(record, "ce_source").equals(SOURCE + service)) {
            return Optional.empty();
        }
        String id = header(record, "ce_id");
        String leaf = HexFormat.of().formatHex(FactLeaf.hash(id, header(record, "ce_type"), String.valueOf(record.key()), record.value() == null ? new byte[0] : record.value()));
        return Optional.of(new Fact(record.topic(), id, Long.parseLong(header(record, "ce_ledgerposition")), Integer.parseInt(header(record, "ce_part")), String.valueOf(record.key()), leaf,
                record.topic() + "-" + record.partition() + "@" + record.offset()));
    }

    private static String header(ConsumerRecord<String, byte[]> record, String name) {
        Header found = record.headers().lastHeader(name);
        return found == null ? "" : new String(found.value(), StandardCharsets.UTF_8);
    }
}
