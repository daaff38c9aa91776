package cn.dandang.ledger;

import java.util.Comparator;
import java.util.function.Consumer;

/**
 * Where a key is: its {@link KeyHash}, the version for a stream's key (0 for ids and once keys), and the record's position. Two
 * texts may share a hash, so whoever finds an entry compares the record.
 */
record KeyEntry(long hash, long version, long position) implements Comparable<KeyEntry> {

    /** Odd, and its bits are mixed: 2^64 divided by the golden ratio. */
    private static final long SPREAD = 0x9E3779B97F4A7C15L;
    private static final Comparator<KeyEntry> ORDER = Comparator.comparingLong(KeyEntry::hash)
            .thenComparingLong(KeyEntry::version).thenComparingLong(KeyEntry::position);

    /** Hands every key of a record to the consumer. */
    static void each(RecordHead record, long position, Consumer<KeyEntry> consumer) {
        consumer.accept(new KeyEntry(KeyHash.of(record.id()), 0, position));
        if (!record.once().equals(record.id())) {
            consumer.accept(new KeyEntry(KeyHash.of(record.once()), 0, position));
        }
        // of a record that stands alone this is the entry of its id, once more
        consumer.accept(new KeyEntry(KeyHash.of(record.stream()), record.version(), position));
    }

    /** Sixty-four bits that stand for hash and version together. */
    long bits() {
        return bits(hash, version);
    }

    static long bits(long hash, long version) {
        return hash + version * SPREAD;
    }

    @Override
    public int compareTo(KeyEntry other) {
        return ORDER.compare(this, other);
    }
}
