package cn.dandang.ledger;

import cn.dandang.ledger.tree.CompactRange;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Predicate;

/** Questions to a ledger file, each short. */
final class SqliteQueries {

    static final String HEAD = "SELECT first + count FROM batch ORDER BY first DESC LIMIT 1";
    private static final String COLUMNS = "SELECT first, count, batch_id, peak_at, root, range, records FROM batch ";

    private SqliteQueries() {
    }

    static long head(Connection connection) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(HEAD); ResultSet row = query.executeQuery()) {
            return row.next() ? row.getLong(1) : 0;
        }
    }

    static Optional<StoredBatch> batchAt(Connection connection, long first) throws SQLException {
        return one(connection, COLUMNS + "WHERE first = ?", first);
    }

    static Optional<StoredBatch> batchBefore(Connection connection, long position) throws SQLException {
        return one(connection, COLUMNS + "WHERE first < ? ORDER BY first DESC LIMIT 1", position);
    }

    static List<StoredBatch> batchesFrom(Connection connection, long position, int maxBytes) throws SQLException {
        List<StoredBatch> batches = new ArrayList<>();
        try (PreparedStatement query = connection.prepareStatement(COLUMNS
                + "WHERE first >= coalesce((SELECT max(first) FROM batch WHERE first <= ?1), ?1) ORDER BY first")) {
            query.setLong(1, position);
            int bytes = 0;
            try (ResultSet rows = query.executeQuery()) {
                while (bytes < maxBytes && rows.next()) {
                    if (rows.getLong(1) + rows.getInt(2) > position) {
                        StoredBatch batch = batch(rows);
                        batches.add(batch);
                        bytes += batch.records().stream().mapToInt(record -> record.bytes().length).sum();
                    }
                }
            }
        }
        return batches;
    }

    static Optional<Recorded> findByKey(Connection connection, String key, Predicate<LedgerRecord> holds)
            throws SQLException {
        try (PreparedStatement keys = connection.prepareStatement("SELECT position FROM record_key WHERE hash = ?");
                SqliteRecords records = new SqliteRecords(connection)) {
            keys.setLong(1, KeyHash.of(key));
            try (ResultSet rows = keys.executeQuery()) {
                while (rows.next()) {
                    Recorded found = records.at(rows.getLong(1));
                    if (holds.test(found.record())) {
                        return Optional.of(found);
                    }
                }
                return Optional.empty();
            }
        }
    }

    static List<Recorded> readStream(Connection connection, String stream, long from, int limit) throws SQLException {
        List<Recorded> found = new ArrayList<>();
        try (PreparedStatement keys = connection.prepareStatement(
                "SELECT position FROM stream_key WHERE hash = ? AND version >= ? ORDER BY version");
                SqliteRecords records = new SqliteRecords(connection)) {
            keys.setLong(1, KeyHash.of(stream));
            keys.setLong(2, from);
            try (ResultSet rows = keys.executeQuery()) {
                while (found.size() < limit && rows.next()) {
                    Recorded recorded = records.at(rows.getLong(1));
                    if (recorded.record().stream().equals(stream)) {
                        found.add(recorded);
                    }
                }
            }
        }
        return found;
    }

    static OptionalLong lastVersion(Connection connection, String stream) throws SQLException {
        try (PreparedStatement keys = connection.prepareStatement(
                "SELECT position FROM stream_key WHERE hash = ? ORDER BY version DESC");
                SqliteRecords records = new SqliteRecords(connection)) {
            keys.setLong(1, KeyHash.of(stream));
            try (ResultSet rows = keys.executeQuery()) {
                while (rows.next()) {
                    LedgerRecord record = records.at(rows.getLong(1)).record();
                    if (record.stream().equals(stream)) {
                        return OptionalLong.of(record.version());
                    }
                }
                return OptionalLong.empty();
            }
        }
    }

    static OptionalLong firstPositionAtOrAfter(Connection connection, long millis) throws SQLException {
        Optional<StoredBatch> batch =
                one(connection, COLUMNS + "WHERE peak_at >= ? ORDER BY peak_at, first LIMIT 1", millis);
        if (batch.isEmpty()) {
            return OptionalLong.empty();
        }
        return batch.get().firstAtOrAfter(millis);
    }

    private static Optional<StoredBatch> one(Connection connection, String sql, long argument) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(sql)) {
            query.setLong(1, argument);
            try (ResultSet row = query.executeQuery()) {
                return row.next() ? Optional.of(batch(row)) : Optional.empty();
            }
        }
    }

    private static StoredBatch batch(ResultSet row) throws SQLException {
        long first = row.getLong(1);
        int count = row.getInt(2);
        List<EncodedRecord> records = PackedRecords.unpack(row.getBytes(7));
        if (records.size() != count) {
            throw new LedgerCorruptException("The batch at position " + first + " says that it has " + count
                    + " records and has " + records.size());
        }
        return StoredBatch.stored(first, row.getString(3), PackedRecords.unpackHashes(row.getBytes(6)), row.getBytes(5),
                row.getLong(4), records);
    }
}
