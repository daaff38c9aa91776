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

/** A ledger in one SQLite file, owned by one process: durable at every commit, also through a power cut. */
public final class SqliteLedgerStore implements LedgerStore {

    private final SqliteFile file;
    private final Connection writer;
    private final SqliteInsert insert;
    private final SqliteKeys keys;
    private final SqliteUpkeep upkeep;
    /** Fair, so that the upkeep gets its turn among committers who come one after the other. */
    private final ReentrantLock writing = new ReentrantLock(true);

    private SqliteLedgerStore(SqliteFile file, Connection writer, int recordsPerRun) throws SQLException {
        this.file = file;
        this.writer = writer;
        this.keys = SqliteKeys.open(writer, recordsPerRun);
        this.insert = new SqliteInsert(writer, keys);
        this.upkeep = new SqliteUpkeep(file, writer, keys, writing);
    }

    /**
     * Opens the file, or makes it, and owns it until closed.
     *
     * @throws LedgerInUseException  if another process, or another ledger of this one, owns it
     * @throws LedgerFormatException if it is something else than a ledger, or a ledger of a later format
     */
    public static SqliteLedgerStore open(Path path) {
        return open(path, SqliteKeys.RECORDS_PER_RUN);
    }

    /** As {@link #open(Path)}, with runs of keys of another size. */
    static SqliteLedgerStore open(Path path, int recordsPerRun) {
        SqliteFile file = SqliteFile.own(path);
        Connection writer = null;
        try {
            writer = file.openWriter();
            SqliteSchema.prepare(writer, path.toString());
            return new SqliteLedgerStore(file, writer, recordsPerRun);
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
    public Optional<StoredBatch> batchAt(long firstPosition) {
        return file.read(connection -> SqliteQueries.batchAt(connection, firstPosition));
    }

    @Override
    public Optional<StoredBatch> batchBefore(long position) {
        return file.read(connection -> SqliteQueries.batchBefore(connection, position));
    }

    @Override
    public List<StoredBatch> batchesFrom(long position, int maxBytes) {
        return file.read(connection -> SqliteQueries.batchesFrom(connection, position, maxBytes));
    }

    @Override
    public long head() {
        return file.read(SqliteQueries::head);
    }

    @Override
    public List<Recorded> readStream(String stream, long fromVersion, int limit) {
        return file.read(connection -> SqliteQueries.readStream(connection, keys, stream, fromVersion, limit));
    }

    @Override
    public OptionalLong lastVersion(String stream) {
        return file.read(connection -> SqliteQueries.lastVersion(connection, keys, stream));
    }

    @Override
    public Optional<Recorded> findById(String id) {
        return file.read(connection -> SqliteQueries.findByKey(connection, keys, id, record -> record.id().equals(id)));
    }

    @Override
    public Optional<Recorded> findByOnce(String once) {
        return file.read(connection -> SqliteQueries.findByKey(connection, keys, once, record -> record.once().equals(once)));
    }

    @Override
    public List<Recorded> holdersOfKeysOf(List<LedgerRecord> records) {
        return file.read(connection -> {
            Map<Long, Recorded> holders = new LinkedHashMap<>();
            for (LedgerRecord offered : records) {
                List<Recorded> found = new ArrayList<>();
                SqliteQueries.findByKey(connection, keys, offered.id(), held -> held.id().equals(offered.id())).ifPresent(found::add);
                SqliteQueries.findByKey(connection, keys, offered.once(), held -> held.once().equals(offered.once()))
                        .ifPresent(found::add);
                SqliteQueries.readStream(connection, keys, offered.stream(), offered.version(), 1).stream()
                        .filter(held -> held.record().version() == offered.version()).forEach(found::add);
                found.forEach(holder -> holders.put(holder.position(), holder));
            }
            return List.copyOf(holders.values());
        });
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

    private void write(Write write) {
        writing.lock();
        try {
            write.run();
        } catch (SQLException e) {
            throw StoreException.nothingStored("A snapshot could not be written: " + e.getMessage(), e);
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
