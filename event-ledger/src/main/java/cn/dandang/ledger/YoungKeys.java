package cn.dandang.ledger;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Consumer;

/** Keys of neighbouring records, in memory. One thread adds; any may look. */
final class YoungKeys {

    private static final int FIRST_CAPACITY = 1 << 10;

    private final long first;
    private final ReentrantReadWriteLock lock = new ReentrantReadWriteLock();
    /** Entries in the order in which they came, three arrays instead of an object for each. */
    private long[] hashes = new long[FIRST_CAPACITY];
    private long[] versions = new long[FIRST_CAPACITY];
    private long[] positions = new long[FIRST_CAPACITY];
    /** By the low bits of the hash: the youngest entry with these, plus one. */
    private int[] youngest = new int[FIRST_CAPACITY];
    /** For each entry the next older one with the same low bits, plus one. */
    private int[] older = new int[FIRST_CAPACITY];
    private int size;
    private volatile long next;

    YoungKeys(long first) {
        this.first = first;
        this.next = first;
    }

    long first() {
        return first;
    }

    /** The position after the last record whose keys are here. */
    long next() {
        return next;
    }

    long records() {
        return next - first;
    }

    /** Takes the keys of these records, and tells each. */
    void add(long firstPosition, List<EncodedRecord> records, RecordKeys.Consumer told) {
        Lock writing = lock.writeLock();
        writing.lock();
        try {
            long position = firstPosition;
            for (EncodedRecord encoded : records) {
                long at = position++;
                encoded.keys().each((hash, version) -> {
                    add(hash, version, at);
                    told.key(hash, version);
                });
            }
            next = position;
        } finally {
            writing.unlock();
        }
    }

    private void add(long hash, long version, long position) {
        if (size == hashes.length) {
            grow();
        }
        hashes[size] = hash;
        versions[size] = version;
        positions[size] = position;
        link(size++);
    }

    private void link(int entry) {
        int bucket = bucket(hashes[entry]);
        older[entry] = youngest[bucket];
        youngest[bucket] = entry + 1;
    }

    /** Hashes are cut from SHA-256, so any of their bits spread evenly. */
    private int bucket(long hash) {
        return (int) hash & youngest.length - 1;
    }

    private void grow() {
        int capacity = size * 2;
        hashes = Arrays.copyOf(hashes, capacity);
        versions = Arrays.copyOf(versions, capacity);
        positions = Arrays.copyOf(positions, capacity);
        older = new int[capacity];
        youngest = new int[capacity];
        for (int i = 0; i < size; i++) {
            link(i);
        }
    }

    void find(long hash, long fromVersion, Consumer<KeyEntry> consumer) {
        Lock reading = lock.readLock();
        reading.lock();
        try {
            for (int i = youngest[bucket(hash)] - 1; i >= 0; i = older[i] - 1) {
                if (hashes[i] == hash && versions[i] >= fromVersion) {
                    consumer.accept(entry(i));
                }
            }
        } finally {
            reading.unlock();
        }
    }

    private KeyEntry entry(int index) {
        return new KeyEntry(hashes[index], versions[index], positions[index]);
    }

    /** All entries in order, each once. */
    List<KeyEntry> sorted() {
        Lock reading = lock.readLock();
        reading.lock();
        try {
            return sortedBy(bitsFor(size));
        } finally {
            reading.unlock();
        }
    }

    /** Numbers are sorted much faster than entries: the high bits of the hash, and in the low ones where the entry is. */
    private List<KeyEntry> sortedBy(int indexBits) {
        long indexMask = (1L << indexBits) - 1;
        long[] order = new long[size];
        for (int i = 0; i < size; i++) {
            order[i] = hashes[i] & ~indexMask | i;
        }
        Arrays.sort(order);
        List<KeyEntry> sorted = new ArrayList<>(size);
        List<KeyEntry> alike = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            alike.add(entry((int) (order[i] & indexMask)));
            if (i + 1 == size || (order[i] & ~indexMask) != (order[i + 1] & ~indexMask)) {
                addOnce(alike, sorted);
                alike.clear();
            }
        }
        return sorted;
    }

    private static void addOnce(List<KeyEntry> alike, List<KeyEntry> sorted) {
        alike.sort(null);
        for (int i = 0; i < alike.size(); i++) {
            if (i == 0 || !alike.get(i).equals(alike.get(i - 1))) {
                sorted.add(alike.get(i));
            }
        }
    }

    private static int bitsFor(int size) {
        return Integer.SIZE - Integer.numberOfLeadingZeros(Math.max(1, size - 1));
    }
}
