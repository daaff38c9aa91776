package cn.dandang.ledger;

import cn.dandang.ledger.ExportLine.Defective;
import cn.dandang.ledger.VerificationReport.Kind;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;

/**
 * Ids and once keys occur once; versions of a stream are 0, 1, 2 … Of ids and once keys it remembers 64 bits and where they were;
 * when those occur again it reads that record once more and compares the whole key, so nobody is accused by a coincidence.
 */
final class KeyCheck {

    /** Reads a record of the export again. */
    interface Again {
        LedgerRecord at(long position) throws IOException;
    }

    private final Again again;
    private final LongHashMap ids = new LongHashMap();
    /** Only the once keys that are not their record's id. */
    private final LongHashMap causes = new LongHashMap();
    private final Map<String, Long> nextVersions = new HashMap<>();

    KeyCheck(Again again) {
        this.again = again;
    }

    void check(long position, LedgerRecord record) throws IOException {
        long earlier = earlier(ids, record.id(), LedgerRecord::id);
        if (earlier >= 0) {
            throw new Defective(Kind.ID_REPEATED, "标识 " + record.id() + " 与位置 " + earlier + " 的记录重复",
                    "the id " + record.id() + " is that of the record at position " + earlier);
        }
        boolean ownCause = !record.once().equals(record.id());
        earlier = earlier(causes, record.once(), LedgerRecord::once);
        if (earlier < 0 && ownCause) {
            earlier = earlier(ids, record.once(), LedgerRecord::once);
        }
        if (earlier >= 0) {
            throw new Defective(Kind.ONCE_REPEATED, "键 " + record.once() + " 与位置 " + earlier + " 的记录重复",
                    "the once key " + record.once() + " is that of the record at position " + earlier);
        }
        checkVersion(record);
        remember(ids, record.id(), position);
        if (ownCause) {
            remember(causes, record.once(), position);
        }
    }

    private void checkVersion(LedgerRecord record) {
        long expected = record.standsAlone() ? 0 : nextVersions.getOrDefault(record.stream(), 0L);
        if (record.version() != expected) {
            throw new Defective(Kind.STREAM_VERSION,
                    "流 " + record.stream() + " 应为版本 " + expected + "，实为 " + record.version(),
                    "stream " + record.stream() + " should go on with version " + expected + ", not " + record.version());
        }
        if (!record.standsAlone()) {
            nextVersions.put(record.stream(), expected + 1);
        }
    }

    /** Position of an earlier record with this key, or -1. */
    private long earlier(LongHashMap seen, String key, Function<LedgerRecord, String> of) throws IOException {
        long hash = KeyHash.of(key);
        for (long earlier = seen.get(hash); earlier != LongHashMap.ABSENT; earlier = seen.get(++hash)) {
            if (of.apply(again.at(earlier)).equals(key)) {
                return earlier;
            }
        }
        return -1;
    }

    private static void remember(LongHashMap seen, String key, long position) {
        long hash = KeyHash.of(key);
        while (seen.get(hash) != LongHashMap.ABSENT) {
            // taken by another key: the next number is looked at too, see above
            hash++;
        }
        seen.put(hash, position);
    }
}
