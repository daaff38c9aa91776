package cn.dandang.ledger;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class YoungKeysTest {

    private static final int RECORDS = 5_000;

    private static LedgerRecord record(String id, String stream, long version, String once) {
        return new LedgerRecord(id, stream, version, "thing.v1", 1, Instant.EPOCH, once, "{}".getBytes(UTF_8), "{}".getBytes(UTF_8));
    }

    /** One long stream, many short ones, records that stand alone, and some with a cause. */
    private static List<LedgerRecord> records() {
        List<LedgerRecord> records = new ArrayList<>();
        for (int i = 0; i < RECORDS; i++) {
            String id = "id-" + i;
            records.add(switch (i % 4) {
                case 0 -> record(id, "long-stream", i / 4, id);
                case 1 -> record(id, "short-" + i, 0, id);
                case 2 -> record(id, id, 0, id);
                default -> record(id, "caused-" + i % 97, i, "cause-" + i);
            });
        }
        return records;
    }

    private static YoungKeys filled(List<LedgerRecord> records, List<Long> told) {
        YoungKeys young = new YoungKeys(7);
        for (int i = 0; i < records.size(); i += 50) {
            young.add(7 + i, records.subList(i, i + 50).stream().map(EncodedRecord::of).toList(), (hash, version) -> told.add(KeyEntry.bits(hash, version)));
        }
        return young;
    }

    @Test
    void sorted_keys_are_those_that_an_audit_derives_from_the_records_in_order_and_once() {
        List<LedgerRecord> records = records();
        TreeSet<KeyEntry> expected = new TreeSet<>();
        for (int i = 0; i < records.size(); i++) {
            KeyEntry.each(records.get(i), 7 + i, expected::add);
        }
        List<Long> told = new ArrayList<>();
        YoungKeys young = filled(records, told);

        assertThat(young.sorted()).containsExactlyElementsOf(expected);
        assertThat(told).containsAll(expected.stream().map(KeyEntry::bits).toList());
        assertThat(young.next()).isEqualTo(7 + RECORDS);
    }

    @Test
    void a_key_is_found_from_a_version_on_and_another_is_not() {
        YoungKeys young = filled(records(), new ArrayList<>());
        List<KeyEntry> found = new ArrayList<>();
        young.find(KeyHash.of("long-stream"), 1_000, found::add);
        assertThat(found).extracting(KeyEntry::version).containsExactlyInAnyOrderElementsOf(LongStream.range(1_000, 1_250).boxed().toList());

        found.clear();
        young.find(KeyHash.of("cause-7"), 0, found::add);
        assertThat(found).singleElement().isEqualTo(new KeyEntry(KeyHash.of("cause-7"), 0, 14));

        found.clear();
        young.find(KeyHash.of("never-there"), 0, found::add);
        assertThat(found).isEmpty();
    }
}
