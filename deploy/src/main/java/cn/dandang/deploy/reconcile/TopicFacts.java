package cn.dandang.deploy.reconcile;

import cn.dandang.contracts.FactLeaf;
import cn.dandang.deploy.evidence.CommittedRecords;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;

/** The facts of one service in topics, every record of them, repeats included, as a {@code read_committed} reader sees them. */
final class TopicFacts {
    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final String SOURCE = "urn:dandang:";

    private TopicFacts() {}

    /** @param from first position as told to others @param to one past the last */
    static List<Fact> read(Map<String, Object> client, String service, Collection<String> topics, long from, long to) {
        Map<String, Object> settings = new HashMap<>(client);
        settings.put("client.id", "reconcile");
        List<Fact> facts = new ArrayList<>();
        CommittedRecords.read(settings, topics, PATIENCE, record -> fact(record, service).filter(fact -> fact.position() >= from && fact.position() < to).ifPresent(facts::add));
        return facts;
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
