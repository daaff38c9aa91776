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
    private final PreparedStatement batch;
    private final SqliteKeys keys;

    SqliteInsert(Connection connection, SqliteKeys keys) throws SQLException {
        this.connection = connection;
        this.keys = keys;
        begin = connection.prepareStatement("BEGIN IMMEDIATE");
        commit = connection.prepareStatement("COMMIT");
        rollback = connection.prepareStatement("ROLLBACK");
        batch = connection.prepareStatement(
                "INSERT INTO batch (first, count, batch_id, peak_at, root, range, records) VALUES (?, ?, ?, ?, ?, ?, ?)");
    }

    LedgerStore.Inserted insert(StoredBatch stored, byte[] packed) {
        if (keys.unreadable().isPresent()) {
            throw StoreException.nothingStored("The batch at position " + keys.unreadable().getAsLong()
                    + " of the ledger file cannot be read; nothing is recorded after it", null);
        }
        boolean committing = false;
        try {
            begin();
            keys.settleDoubt(connection);
            // this process owns the file, so the end of its keys is the head
            if (keys.next() != stored.firstPosition() || anyKeyTaken(stored.records())) {
                rollback.execute();
                return LedgerStore.Inserted.NOT_INSERTED;
            }
            write(stored, packed);
            committing = true;
            commit();
            keys.add(stored.firstPosition(), stored.records());
            return LedgerStore.Inserted.LANDED;
        } catch (SQLException e) {
            boolean rolledBack = rolledBack();
            if (committing && !rolledBack) {
                lookAgain(e);
            }
            String message = "The ledger file could not be written: " + e.getMessage();
            throw committing && !rolledBack
                    ? StoreException.outcomeUnknown(message, e) : StoreException.nothingStored(message, e);
        }
    }

    /** A batch that landed although its commit failed must be found by its keys, now or at the latest at the next insert. */
    private void lookAgain(SQLException failure) {
        keys.doubt();
        try {
            keys.settleDoubt(connection);
        } catch (SQLException e) {
            failure.addSuppressed(e);
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

    private void begin() throws SQLException {
        begin.execute();
    }

    private void commit() throws SQLException {
        commit.execute();
    }

    private boolean anyKeyTaken(List<EncodedRecord> records) throws SQLException {
        for (EncodedRecord encoded : records) {
            RecordKeys offered = encoded.keys();
            LedgerRecord record = encoded.record();
            if (keyTaken(offered.id(), record) || offered.hasCause() && keyTaken(offered.once(), record)
                    || versionTaken(offered.stream(), record)) {
                return true;
            }
        }
        return false;
    }

    private boolean keyTaken(long hash, LedgerRecord offered) throws SQLException {
        if (!keys.mayHold(hash, 0)) {
            return false;
        }
        for (KeyEntry entry : keys.find(connection, hash, 0)) {
            RecordHead held = at(entry.position());
            if (held.id().equals(offered.id()) || held.once().equals(offered.once())) {
                return true;
            }
        }
        return false;
    }

    private boolean versionTaken(long hash, LedgerRecord offered) throws SQLException {
        if (!keys.mayHold(hash, offered.version())) {
            return false;
        }
        for (KeyEntry entry : keys.find(connection, hash, offered.version())) {
            if (entry.version() != offered.version()) {
                return false;
            }
            if (at(entry.position()).stream().equals(offered.stream())) {
                return true;
            }
        }
        return false;
    }

    private RecordHead at(long position) throws SQLException {
        // rare: a key is looked up here only when its hash is there
        try (SqliteRecords records = new SqliteRecords(connection, ArchiveFolder.none())) {
            return records.at(position).head();
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
    }

    @Override
    public void close() throws SQLException {
        for (PreparedStatement statement : List.of(begin, commit, rollback, batch)) {
            statement.close();
        }
    }
}
