package cn.dandang.ledger;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The least that a store is, in memory, with its guards as switches: what a promise rests on is seen when it is off. */
class MemoryStore implements LedgerStore {

    private final List<StoredBatch> batches = new ArrayList<>();
    private final Map<String, ArchiveFile> archives = new TreeMap<>();
    private final boolean compareAndSet;
    private final boolean uniqueKeys;

    MemoryStore(boolean compareAndSet, boolean uniqueKeys) {
        this.compareAndSet = compareAndSet;
        this.uniqueKeys = uniqueKeys;
    }

    static MemoryStore guarded() {
        return new MemoryStore(true, true);
    }

    @Override
    public String description() {
        return "memory";
    }

    @Override
    public boolean shared() {
        return true;
    }

    @Override
    public synchronized Inserted insert(StoredBatch batch) {
        if (uniqueKeys && !holdersOfKeysOf(batch.records().stream().map(EncodedRecord::record).toList()).isEmpty()) {
            return Inserted.NOT_INSERTED;
        }
        if (batch.firstPosition() != head()) {
            if (compareAndSet) {
                return Inserted.NOT_INSERTED;
            }
            // the last to write wins, as in a store that overwrites
            batches.removeIf(held -> held.firstPosition() >= batch.firstPosition());
        }
        batches.add(batch);
        return Inserted.LANDED;
    }

    @Override
    public synchronized Optional<StoredBatch> batchAt(long firstPosition) {
        return batches.stream().filter(batch -> batch.firstPosition() == firstPosition).findFirst();
    }

    @Override
    public synchronized Optional<StoredBatch> batchBefore(long position) {
        return batches.reversed().stream().filter(batch -> batch.firstPosition() < position).findFirst();
    }

    @Override
    public synchronized List<StoredBatch> batchesFrom(long position, int maxBytes) {
        return batches.stream().filter(batch -> batch.nextPosition() > position).toList();
    }

    @Override
    public synchronized long head() {
        return batches.isEmpty() ? 0 : batches.getLast().nextPosition();
    }

    @Override
    public synchronized boolean replace(StoredBatch seen, StoredBatch by) {
        seen.requireSame(by);
        return batches.contains(seen) && batches.set(batches.indexOf(seen), by) == seen;
    }

    @Override
    public synchronized void noteArchive(ArchiveFile file) {
        archives.put(file.digest(), file);
    }

    @Override
    public synchronized List<ArchiveFile> archives() {
        return List.copyOf(archives.values());
    }

    private synchronized Stream<Held> matching(Predicate<RecordHead> wanted) {
        return batches.stream().flatMap(batch -> IntStream.range(0, batch.records().size()).mapToObj(batch::held))
                .filter(held -> wanted.test(held.head())).toList().stream();
    }

    @Override
    public List<Recorded> readStream(String stream, long fromVersion, int limit) {
        return matching(record -> record.stream().equals(stream) && record.version() >= fromVersion).limit(limit).map(Held::recorded).toList();
    }

    @Override
    public OptionalLong lastVersion(String stream) {
        return matching(record -> record.stream().equals(stream)).mapToLong(held -> held.head().version()).max();
    }

    @Override
    public Optional<Recorded> findById(String id) {
        return matching(record -> record.id().equals(id)).findFirst().map(Held::recorded);
    }

    @Override
    public Optional<Recorded> findByOnce(String once) {
        return matching(record -> record.once().equals(once)).findFirst().map(Held::recorded);
    }

    @Override
    public List<Held> holdersOfKeysOf(List<LedgerRecord> offers) {
        return matching(held -> offers.stream().anyMatch(offered -> held.id().equals(offered.id()) || held.once().equals(offered.once())
                || held.stream().equals(offered.stream()) && held.version() == offered.version())).toList();
    }

    @Override
    public OptionalLong firstPositionAtOrAfter(Instant instant) {
        return matching(record -> !record.recordedAt().isBefore(instant)).mapToLong(Held::position).min();
    }

    @Override
    public Optional<String> derivedContradiction() {
        return Optional.empty();
    }

    @Override
    public void saveSnapshot(Snapshot snapshot) {
        throw new UnsupportedOperationException("no snapshots here");
    }

    @Override
    public List<Snapshot> snapshots(String stream) {
        return List.of();
    }

    @Override
    public void dropSnapshotsBelow(String stream, long version) {
        // there are none
    }

    @Override
    public void dropSnapshots() {
        // there are none
    }

    @Override
    public void close() {
        // memory needs no closing
    }
}
