package cn.dandang.ledger;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Consumer;

/** Keys of neighbouring records, in memory. One thread adds; any may look. */
final class YoungKeys {

    private final long first;
    private final Map<Long, List<KeyEntry>> entries = new HashMap<>();
    private final ReentrantReadWriteLock lock = new ReentrantReadWriteLock();
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
    void add(long firstPosition, List<EncodedRecord> records, Consumer<KeyEntry> told) {
        Lock writing = lock.writeLock();
        writing.lock();
        try {
            long position = firstPosition;
            for (EncodedRecord encoded : records) {
                KeyEntry.each(encoded.record(), position++, entry -> {
                    entries.computeIfAbsent(entry.hash(), hash -> new ArrayList<>(1)).add(entry);
                    told.accept(entry);
                });
            }
            next = position;
        } finally {
            writing.unlock();
        }
    }

    void find(long hash, long fromVersion, Consumer<KeyEntry> consumer) {
        Lock reading = lock.readLock();
        reading.lock();
        try {
            for (KeyEntry entry : entries.getOrDefault(hash, List.of())) {
                if (entry.version() >= fromVersion) {
                    consumer.accept(entry);
                }
            }
        } finally {
            reading.unlock();
        }
    }

    SortedSet<KeyEntry> sorted() {
        SortedSet<KeyEntry> all = new TreeSet<>();
        Lock reading = lock.readLock();
        reading.lock();
        try {
            entries.values().forEach(all::addAll);
        } finally {
            reading.unlock();
        }
        return all;
    }
}
