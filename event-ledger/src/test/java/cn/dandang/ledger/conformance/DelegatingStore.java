package cn.dandang.ledger.conformance;

import cn.dandang.ledger.ArchiveFile;
import cn.dandang.ledger.Held;
import cn.dandang.ledger.LedgerRecord;
import cn.dandang.ledger.LedgerStore;
import cn.dandang.ledger.Recorded;
import cn.dandang.ledger.Snapshot;
import cn.dandang.ledger.StoredBatch;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** Passes everything on to a store; a test overrides the one thing it wants to go wrong. */
public class DelegatingStore implements LedgerStore {

    private final LedgerStore inner;

    public DelegatingStore(LedgerStore inner) {
        this.inner = inner;
    }

    @Override
    public Inserted insert(StoredBatch batch) {
        return inner.insert(batch);
    }

    @Override
    public boolean replace(StoredBatch seen, StoredBatch by) {
        return inner.replace(seen, by);
    }

    @Override
    public void noteArchive(ArchiveFile file) {
        inner.noteArchive(file);
    }

    @Override
    public List<ArchiveFile> archives() {
        return inner.archives();
    }

    @Override
    public String description() {
        return inner.description();
    }

    @Override
    public boolean shared() {
        return inner.shared();
    }

    @Override
    public Optional<StoredBatch> batchAt(long firstPosition) {
        return inner.batchAt(firstPosition);
    }

    @Override
    public Optional<StoredBatch> batchBefore(long position) {
        return inner.batchBefore(position);
    }

    @Override
    public List<StoredBatch> batchesFrom(long position, int maxBytes) {
        return inner.batchesFrom(position, maxBytes);
    }

    @Override
    public long head() {
        return inner.head();
    }

    @Override
    public List<Recorded> readStream(String stream, long fromVersion, int limit) {
        return inner.readStream(stream, fromVersion, limit);
    }

    @Override
    public OptionalLong lastVersion(String stream) {
        return inner.lastVersion(stream);
    }

    @Override
    public Optional<Recorded> findById(String id) {
        return inner.findById(id);
    }

    @Override
    public Optional<Recorded> findByOnce(String once) {
        return inner.findByOnce(once);
    }

    @Override
    public List<Held> holdersOfKeysOf(List<LedgerRecord> records) {
        return inner.holdersOfKeysOf(records);
    }

    @Override
    public OptionalLong firstPositionAtOrAfter(Instant instant) {
        return inner.firstPositionAtOrAfter(instant);
    }

    @Override
    public Optional<String> derivedContradiction() {
        return inner.derivedContradiction();
    }

    @Override
    public void saveSnapshot(Snapshot snapshot) {
        inner.saveSnapshot(snapshot);
    }

    @Override
    public List<Snapshot> snapshots(String stream) {
        return inner.snapshots(stream);
    }

    @Override
    public void dropSnapshotsBelow(String stream, long version) {
        inner.dropSnapshotsBelow(stream, version);
    }

    @Override
    public void dropSnapshots() {
        inner.dropSnapshots();
    }

    @Override
    public void close() {
        inner.close();
    }
}
