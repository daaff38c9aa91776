package cn.dandang.ledger;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/** Compares the runs of keys in a ledger file with its records: every key is there, and no other. */
final class SqliteDerived {

    private static final int PAGE_BYTES = 1 << 20;

    private SqliteDerived() {
    }

    static Optional<String> contradiction(Connection connection) throws SQLException {
        long rows = 0;
        List<SqliteKeyRuns.Span> spans = SqliteKeyRuns.spans(connection);
        for (SqliteKeyRuns.Span span : spans) {
            List<SqliteKeyRuns.Row> expected = SqliteKeyRuns.rows(keys(connection, span));
            if (!equal(connection, span, expected)) {
                return Optional.of("The keys of the records at positions " + span.first() + " to " + (span.next() - 1)
                        + " are not what the records say");
            }
            rows += expected.size();
        }
        if (count(connection, "key_row") != rows || count(connection, "key_run") != spans.size()) {
            return Optional.of("There are keys that no record has");
        }
        return Optional.empty();
    }

    private static TreeSet<KeyEntry> keys(Connection connection, SqliteKeyRuns.Span span) throws SQLException {
        TreeSet<KeyEntry> keys = new TreeSet<>();
        long next = span.first();
        while (next < span.next()) {
            List<StoredBatch> page = SqliteQueries.batchesFrom(connection, ArchiveFolder.none(), next, PAGE_BYTES);
            if (page.isEmpty()) {
                return keys;
            }
            for (StoredBatch batch : page) {
                for (int i = 0; i < batch.records().size() && batch.firstPosition() < span.next(); i++) {
                    KeyEntry.each(batch.records().get(i).head(), batch.firstPosition() + i, keys::add);
                }
            }
            next = page.getLast().nextPosition();
        }
        return keys;
    }

    private static boolean equal(Connection connection, SqliteKeyRuns.Span span, List<SqliteKeyRuns.Row> expected)
            throws SQLException {
        int index = 0;
        try (PreparedStatement query = connection.prepareStatement(
                "SELECT hash, version, position, entries FROM key_row WHERE run = ? ORDER BY hash, version, position")) {
            query.setLong(1, span.first());
            try (ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    KeyEntry least = new KeyEntry(row.getLong(1), row.getLong(2), row.getLong(3));
                    if (index == expected.size() || !expected.get(index).least().equals(least)
                            || !Arrays.equals(expected.get(index).entries(), row.getBytes(4))) {
                        return false;
                    }
                    index++;
                }
            }
        }
        return index == expected.size();
    }

    private static long count(Connection connection, String table) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement("SELECT count(*) FROM " + table);
                ResultSet row = query.executeQuery()) {
            return row.next() ? row.getLong(1) : 0;
        }
    }
}
