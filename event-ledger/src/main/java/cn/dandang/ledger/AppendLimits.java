package cn.dandang.ledger;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Sizes the ledger takes, and what one append must not contradict by itself. */
final class AppendLimits {

    static final int MAX_APPENDS_PER_BATCH = 512;
    static final int MAX_BATCH_BYTES = 1 << 20;
    static final int MAX_APPEND_BYTES = 8 << 20;
    /** Keeps the largest batch, with the keys that a store writes beside it, inside one 16 MiB MongoDB document. */
    static final int MAX_RECORDS = 4096;

    private AppendLimits() {
    }

    /** Whether the append may be taken as far as the append alone can tell. */
    static Optional<AppendRefused> check(List<EncodedRecord> records, int bytes, boolean versionGaps) {
        if (records.size() > MAX_RECORDS) {
            return Optional.of(new AppendRefused.TooMany(records.size(), MAX_RECORDS));
        }
        if (bytes > MAX_APPEND_BYTES) {
            return Optional.of(new AppendRefused.TooLarge(bytes, MAX_APPEND_BYTES));
        }
        return records.size() == 1 ? Optional.empty() : checkTogether(records, versionGaps);
    }

    private static Optional<AppendRefused> checkTogether(List<EncodedRecord> records, boolean versionGaps) {
        Set<String> ids = new HashSet<>();
        Set<String> causes = new HashSet<>();
        Set<StreamVersion> versions = new HashSet<>();
        Map<String, Long> next = new HashMap<>();
        for (EncodedRecord encoded : records) {
            LedgerRecord record = encoded.record();
            if (!ids.add(record.id())) {
                return Optional.of(new AppendRefused.IdTaken(record.id()));
            }
            if (!causes.add(record.once())) {
                throw new IllegalArgumentException("Two records of one append have the same once key " + record.once());
            }
            if (!versions.add(StreamVersion.of(record))) {
                return Optional.of(new AppendRefused.VersionTaken(record.stream(), record.version()));
            }
            Long expected = next.put(record.stream(), record.version() + 1);
            if (!versionGaps && expected != null && record.version() > expected) {
                return Optional.of(new AppendRefused.VersionSkipped(record.stream(), record.version(), expected));
            }
            if (!versionGaps && expected != null && record.version() < expected) {
                throw new IllegalArgumentException("The records of stream " + record.stream()
                        + " in one append must be in the order of their versions");
            }
        }
        return Optional.empty();
    }

    /** The key of a place in a stream. */
    record StreamVersion(String stream, long version) {
        static StreamVersion of(RecordHead record) {
            return new StreamVersion(record.stream(), record.version());
        }
    }
}
