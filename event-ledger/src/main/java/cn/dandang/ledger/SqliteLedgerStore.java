package cn.dandang.ledger;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Predicate;

/** A ledger in one SQLite file, owned by one process: durable at every commit, also through a power cut. */
public final class SqliteLedgerStore implements LedgerStore {

    private final SqliteFile file;
    private final Connection writer;
    private final SqliteInsert insert;
    private final SqliteKeys keys;
    private final SqliteUpkeep upkeep;
    private final ArchiveFolder archive;
    /** Fair, so that the upkeep gets its turn among committers who come one after the other. */
    private final ReentrantLock writing = new ReentrantLock(true);

    private SqliteLedgerStore(SqliteFile file, Connection writer, ArchiveFolder archive, int recordsPerRun) throws SQLException {
        this.file = file;
        this.archive = archive;
        this.writer = writer;
        this.keys = SqliteKeys.open(writer, recordsPerRun);
        this.insert = new SqliteInsert(writer, keys);
        this.upkeep = new SqliteUpkeep(file, writer, keys, writing);
    }

    /** As {@link #open(Path, ArchiveFolder)}, with the archive beside the file. */
    public static SqliteLedgerStore open(Path path) {
        return open(path, ArchiveFolder.beside(path));
    }

    /**
     * Opens the file, or makes it, and owns it until closed.
     *
     * @param archive where records lie that are kept by reference
     * @throws LedgerInUseException  if another process, or another ledger of this one, owns it
     * @throws LedgerFormatException if it is something else than a ledger, or a ledger of a later format
     */
    public static SqliteLedgerStore open(Path path, ArchiveFolder archive) {
        return open(path, archive, SqliteKeys.RECORDS_PER_RUN);
    }

    /** As {@link #open(Path, ArchiveFolder)}, with runs of keys of another size. */
    static SqliteLedgerStore open(Path path, ArchiveFolder archive, int recordsPerRun) {
        SqliteFile file = SqliteFile.own(path);
        Connection writer = null;
        try {
            writer = file.openWriter();
            SqliteSchema.prepare(writer, path.toString());
            return new SqliteLedgerStore(file, writer, archive, recordsPerRun);
        } catch (SQLException e) {
            SqliteFile.closeQuietly(writer);
            file.close();
            throw new LedgerUnavailableException("The ledger file " + path + " cannot be opened: " + e.getMessage()
                    + ". 账本文件无法打开。", e);
        } catch (RuntimeException e) {
            SqliteFile.closeQuietly(writer);
            file.close();
            throw e;
        }
    }

    @Override
    public String description() {
        return "SQLite " + file.path();
    }

    @Override
    public boolean shared() {
        return false;
    }

    @Override
    public void makeReady(EncodedRecord record) {
        record.keys();
    }

    @Override
    public Inserted insert(StoredBatch batch) {
        byte[] packed = PackedRecords.pack(batch.records());
        writing.lock();
        try {
            Inserted inserted = insert.insert(batch, packed);
            upkeep.written(packed.length);
            return inserted;
        } finally {
            writing.unlock();
        }
    }

    @Override
    public boolean replace(StoredBatch seen, StoredBatch by) {
        seen.requireSame(by);
        byte[] packed = PackedRecords.pack(by.records());
        return change(() -> {
            boolean replaced = SqliteArchives.replace(writer, seen.firstPosition(), PackedRecords.pack(seen.records()), packed);
            upkeep.written(packed.length);
            return replaced;
        });
    }

    @Override
    public void noteArchive(ArchiveFile noted) {
        write(() -> SqliteArchives.note(writer, noted));
    }

    @Override
    public List<ArchiveFile> archives() {
        return file.read(SqliteArchives::all);
    }

    @Override
    public Optional<StoredBatch> batchAt(long firstPosition) {
        return file.read(connection -> SqliteQueries.batchAt(connection, archive, firstPosition));
    }

    @Override
    public Optional<StoredBatch> batchBefore(long position) {
        return file.read(connection -> SqliteQueries.batchBefore(connection, archive, position));
    }

    @Override
    public List<StoredBatch> batchesFrom(long position, int maxBytes) {
        return file.read(connection -> SqliteQueries.batchesFrom(connection, archive, position, maxBytes));
    }

    @Override
    public long head() {
        return file.read(SqliteQueries::head);
    }

    @Override
    public List<Recorded> readStream(String stream, long fromVersion, int limit) {
        return file.read(connection -> SqliteQueries.readStream(connection, archive, keys, stream, fromVersion, limit)).stream()
                .map(Held::recorded).toList();
    }

    @Override
    public OptionalLong lastVersion(String stream) {
        return file.read(connection -> SqliteQueries.lastVersion(connection, keys, stream));
    }

    @Override
    public Optional<Recorded> findById(String id) {
        return file.read(connection -> byKey(connection, id, record -> record.id().equals(id))).map(Held::recorded);
    }

    @Override
    public Optional<Recorded> findByOnce(String once) {
        return file.read(connection -> byKey(connection, once, record -> record.once().equals(once))).map(Held::recorded);
    }

    @Override
    public List<Held> holdersOfKeysOf(List<LedgerRecord> records) {
        return file.read(connection -> {
            Map<Long, Held> holders = new LinkedHashMap<>();
            for (LedgerRecord offered : records) {
                List<Held> found = new ArrayList<>();
                byKey(connection, offered.id(), held -> held.id().equals(offered.id())).ifPresent(found::add);
                byKey(connection, offered.once(), held -> held.once().equals(offered.once())).ifPresent(found::add);
                SqliteQueries.readStream(connection, archive, keys, offered.stream(), offered.version(), 1).stream()
                        .filter(held -> held.head().version() == offered.version()).forEach(found::add);
                found.forEach(holder -> holders.put(holder.position(), holder));
            }
            return List.copyOf(holders.values());
        });
    }

    private Optional<Held> byKey(Connection connection, String key, Predicate<RecordHead> holds) throws SQLException {
        return SqliteQueries.findByKey(connection, archive, keys, key, holds);
    }

    @Override
    public OptionalLong firstPositionAtOrAfter(Instant instant) {
        return file.read(connection -> SqliteQueries.firstPositionAtOrAfter(connection, Times.ceilingMillis(instant)));
    }

    @Override
    public Optional<String> derivedContradiction() {
        return file.read(SqliteDerived::contradiction);
    }

    @Override
    public void saveSnapshot(Snapshot snapshot) {
        write(() -> SqliteSnapshots.save(writer, snapshot));
    }

    @Override
    public List<Snapshot> snapshots(String stream) {
        return file.read(connection -> SqliteSnapshots.of(connection, stream));
    }

    @Override
    public void dropSnapshotsBelow(String stream, long version) {
        write(() -> SqliteSnapshots.dropBelow(writer, stream, version));
    }

    @Override
    public void dropSnapshots() {
        write(() -> SqliteSnapshots.drop(writer));
    }

    private interface Write {
        void run() throws SQLException;
    }

    private interface Change<T> {
        T run() throws SQLException;
    }

    private void write(Write write) {
        change(() -> {
            write.run();
            return true;
        });
    }

    private <T> T change(Change<T> change) {
        writing.lock();
        try {
            return change.run();
        } catch (SQLException e) {
            // beside a batch: it may be tried again, and nothing depends on whether it happened
            throw StoreException.outcomeUnknown("The ledger file could not be written: " + e.getMessage(), e);
        } finally {
            writing.unlock();
        }
    }

    @Override
    public void close() {
        // first, and without the lock: it may be waiting for it
        upkeep.stop();
        writing.lock();
        try {
            upkeep.truncateLog();
            insert.close();
        } catch (SQLException e) {
            throw StoreException.nothingStored("The ledger file did not close cleanly: " + e.getMessage(), e);
        } finally {
            upkeep.close();
            SqliteFile.closeQuietly(writer);
            file.close();
            writing.unlock();
        }
    }
}
