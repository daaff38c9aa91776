package cn.dandang.ledger;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;

/** The one way into a ledger file: a batch at the head, with its keys, in one transaction. Not for use by two threads. */
final class SqliteInsert implements AutoCloseable {

    private final Connection connection;
    private final PreparedStatement begin;
    private final PreparedStatement commit;
    private final PreparedStatement rollback;
    private final PreparedStatement head;
    private final PreparedStatement findKey;
    private final PreparedStatement findVersion;
    private final PreparedStatement batch;
    private final PreparedStatement recordKey;
    private final PreparedStatement streamKey;

    SqliteInsert(Connection connection) throws SQLException {
        this.connection = connection;
        begin = connection.prepareStatement("BEGIN IMMEDIATE");
        commit = connection.prepareStatement("COMMIT");
        rollback = connection.prepareStatement("ROLLBACK");
        head = connection.prepareStatement(SqliteQueries.HEAD);
        findKey = connection.prepareStatement("SELECT position FROM record_key WHERE hash = ?");
        findVersion = connection.prepareStatement("SELECT position FROM stream_key WHERE hash = ? AND version = ?");
        batch = connection.prepareStatement(
                "INSERT INTO batch (first, count, batch_id, peak_at, root, range, records) VALUES (?, ?, ?, ?, ?, ?, ?)");
        recordKey = connection.prepareStatement("INSERT INTO record_key (hash, position) VALUES (?, ?)");
        streamKey = connection.prepareStatement("INSERT INTO stream_key (hash, version, position) VALUES (?, ?, ?)");
    }

    LedgerStore.Inserted insert(StoredBatch stored, byte[] packed) {
        boolean committing = false;
        try {
            begin.execute();
            if (currentHead() != stored.firstPosition() || anyKeyTaken(stored.records())) {
                rollback.execute();
                return LedgerStore.Inserted.NOT_INSERTED;
            }
            write(stored, packed);
            committing = true;
            commit.execute();
            return LedgerStore.Inserted.LANDED;
        } catch (SQLException e) {
            boolean rolledBack = rolledBack();
            String message = "The ledger file could not be written: " + e.getMessage();
            throw committing && !rolledBack
                    ? StoreException.outcomeUnknown(message, e) : StoreException.nothingStored(message, e);
        }
    }

    /** True if a transaction was open and is undone, so that what it wrote is certainly not there. */
    private boolean rolledBack() {
        try {
            rollback.execute();
            return true;
        } catch (SQLException e) {
            return false;
        }
    }

    private long currentHead() throws SQLException {
        try (ResultSet row = head.executeQuery()) {
            return row.next() ? row.getLong(1) : 0;
        }
    }

    private boolean anyKeyTaken(List<EncodedRecord> records) throws SQLException {
        for (EncodedRecord encoded : records) {
            LedgerRecord record = encoded.record();
            if (keyTaken(record.id(), record) || !record.once().equals(record.id()) && keyTaken(record.once(), record)
                    || versionTaken(record)) {
                return true;
            }
        }
        return false;
    }

    private boolean keyTaken(String key, LedgerRecord offered) throws SQLException {
        findKey.setLong(1, KeyHash.of(key));
        try (ResultSet rows = findKey.executeQuery()) {
            while (rows.next()) {
                LedgerRecord held = at(rows.getLong(1));
                if (held.id().equals(offered.id()) || held.once().equals(offered.once())) {
                    return true;
                }
            }
            return false;
        }
    }

    private boolean versionTaken(LedgerRecord offered) throws SQLException {
        findVersion.setLong(1, KeyHash.of(offered.stream()));
        findVersion.setLong(2, offered.version());
        try (ResultSet rows = findVersion.executeQuery()) {
            while (rows.next()) {
                if (at(rows.getLong(1)).stream().equals(offered.stream())) {
                    return true;
                }
            }
            return false;
        }
    }

    private LedgerRecord at(long position) throws SQLException {
        // rare: a key is looked up here only when its hash is there
        try (SqliteRecords records = new SqliteRecords(connection)) {
            return records.at(position).record();
        }
    }

    private void write(StoredBatch stored, byte[] packed) throws SQLException {
        batch.setLong(1, stored.firstPosition());
        batch.setInt(2, stored.records().size());
        batch.setString(3, stored.batchId());
        batch.setLong(4, stored.peakAt());
        batch.setBytes(5, stored.root());
        batch.setBytes(6, PackedRecords.packHashes(stored.range().hashes()));
        batch.setBytes(7, packed);
        batch.executeUpdate();
        long position = stored.firstPosition();
        for (EncodedRecord encoded : stored.records()) {
            LedgerRecord record = encoded.record();
            key(record.id(), position);
            if (!record.once().equals(record.id())) {
                key(record.once(), position);
            }
            streamKey.setLong(1, KeyHash.of(record.stream()));
            streamKey.setLong(2, record.version());
            streamKey.setLong(3, position);
            streamKey.executeUpdate();
            position++;
        }
    }

    private void key(String key, long position) throws SQLException {
        recordKey.setLong(1, KeyHash.of(key));
        recordKey.setLong(2, position);
        recordKey.executeUpdate();
    }

    @Override
    public void close() throws SQLException {
        for (PreparedStatement statement : List.of(begin, commit, rollback, head, findKey, findVersion, batch, recordKey,
                streamKey)) {
            statement.close();
        }
    }
}
