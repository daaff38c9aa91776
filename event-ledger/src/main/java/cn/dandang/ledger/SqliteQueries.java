package cn.dandang.ledger;

import cn.dandang.ledger.tree.CompactRange;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Iterator;
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

    static Optional<StoredBatch> batchAt(Connection connection, ArchiveFolder archive, long first) throws SQLException {
        return one(connection, archive, COLUMNS + "WHERE first = ?", first);
    }

    static Optional<StoredBatch> batchBefore(Connection connection, ArchiveFolder archive, long position) throws SQLException {
        return one(connection, archive, COLUMNS + "WHERE first < ? ORDER BY first DESC LIMIT 1", position);
    }

    static List<StoredBatch> batchesFrom(Connection connection, ArchiveFolder archive, long position, int maxBytes)
            throws SQLException {
        List<StoredBatch> batches = new ArrayList<>();
        try (PreparedStatement query = connection.prepareStatement(COLUMNS
                + "WHERE first >= coalesce((SELECT max(first) FROM batch WHERE first <= ?1), ?1) ORDER BY first")) {
            query.setLong(1, position);
            int bytes = 0;
            try (ResultSet rows = query.executeQuery()) {
                while (bytes < maxBytes && rows.next()) {
                    if (rows.getLong(1) + rows.getInt(2) > position) {
                        StoredBatch batch = batch(rows, archive);
                        batches.add(batch);
                        bytes += batch.records().stream().mapToInt(EncodedRecord::length).sum();
                    }
                }
            }
        }
        return batches;
    }

    static Optional<Held> findByKey(Connection connection, ArchiveFolder archive, SqliteKeys keys, String key,
                                    Predicate<RecordHead> holds) throws SQLException {
        try (SqliteRecords records = new SqliteRecords(connection, archive)) {
            for (KeyEntry entry : keys.find(connection, KeyHash.of(key), 0)) {
                Held found = records.at(entry.position());
                if (holds.test(found.head())) {
                    return Optional.of(found);
                }
            }
            return Optional.empty();
        }
    }

    static List<Held> readStream(Connection connection, ArchiveFolder archive, SqliteKeys keys, String stream, long from, int limit)
            throws SQLException {
        List<Held> found = new ArrayList<>();
        try (SqliteRecords records = new SqliteRecords(connection, archive)) {
            Iterator<KeyEntry> entries = keys.find(connection, KeyHash.of(stream), from).iterator();
            while (found.size() < limit && entries.hasNext()) {
                KeyEntry entry = entries.next();
                Held held = records.at(entry.position());
                if (isIn(stream, held.head(), entry)) {
                    found.add(held);
                }
            }
        }
        return found;
    }

    static OptionalLong lastVersion(Connection connection, SqliteKeys keys, String stream) throws SQLException {
        try (SqliteRecords records = new SqliteRecords(connection, ArchiveFolder.none())) {
            for (KeyEntry entry : keys.find(connection, KeyHash.of(stream), 0).descendingSet()) {
                if (isIn(stream, records.at(entry.position()).head(), entry)) {
                    return OptionalLong.of(entry.version());
                }
            }
            return OptionalLong.empty();
        }
    }

    /** Another stream, an id or a once key may share the hash. */
    private static boolean isIn(String stream, RecordHead record, KeyEntry entry) {
        return record.stream().equals(stream) && record.version() == entry.version();
    }

    /** Bisects, because the peaks of batches never fall: no index has to be kept for it. */
    static OptionalLong firstPositionAtOrAfter(Connection connection, long millis) throws SQLException {
        long from = 0;
        long to = head(connection);
        try (PreparedStatement holding = connection.prepareStatement(
                "SELECT first, count, peak_at FROM batch WHERE first <= ? ORDER BY first DESC LIMIT 1")) {
            while (from < to) {
                holding.setLong(1, from + (to - from) / 2);
                try (ResultSet row = holding.executeQuery()) {
                    if (!row.next()) {
                        break;
                    }
                    if (row.getLong(3) >= millis) {
                        to = row.getLong(1);
                    } else {
                        from = row.getLong(1) + row.getInt(2);
                    }
                }
            }
        }
        return batchAt(connection, ArchiveFolder.none(), from).map(batch -> batch.firstAtOrAfter(millis)).orElse(OptionalLong.empty());
    }

    private static Optional<StoredBatch> one(Connection connection, ArchiveFolder archive, String sql, long argument)
            throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(sql)) {
            query.setLong(1, argument);
            try (ResultSet row = query.executeQuery()) {
                return row.next() ? Optional.of(batch(row, archive)) : Optional.empty();
            }
        }
    }

    private static StoredBatch batch(ResultSet row, ArchiveFolder archive) throws SQLException {
        long first = row.getLong(1);
        int count = row.getInt(2);
        List<EncodedRecord> records = PackedRecords.unpack(first, row.getBytes(7), archive);
        if (records.size() != count) {
            throw new LedgerCorruptException("The batch at position " + first + " says that it has " + count
                    + " records and has " + records.size());
        }
        return StoredBatch.stored(first, row.getString(3), PackedRecords.unpackHashes(row.getBytes(6)), row.getBytes(5),
                row.getLong(4), records);
    }
}
