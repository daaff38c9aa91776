package cn.dandang.ledger;

import java.nio.ByteBuffer;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;

/**
 * Sorted runs of keys in a ledger file. A run holds all keys of the records between two positions and is written once, whole, in
 * one transaction; it is derived from the batches and can be made again.
 */
final class SqliteKeyRuns {

    private static final int ENTRY_BYTES = 3 * Long.BYTES;
    /** So many that a row stays inside its page. */
    private static final int ENTRIES_PER_ROW = 40;

    private SqliteKeyRuns() {
    }

    /** The keys of the records from {@code first} up to, not including, {@code next}. */
    record Span(long first, long next) {
    }

    /** The runs that follow each other from position 0; a file whose runs do not is treated as having none from there on. */
    static List<Span> spans(Connection connection) throws SQLException {
        List<Span> spans = new ArrayList<>();
        try (PreparedStatement query = connection.prepareStatement("SELECT first, next FROM key_run ORDER BY first");
                ResultSet row = query.executeQuery()) {
            long expected = 0;
            while (row.next() && row.getLong(1) == expected && row.getLong(2) > expected) {
                spans.add(new Span(expected, row.getLong(2)));
                expected = row.getLong(2);
            }
        }
        return spans;
    }

    /** Writes one run; the caller holds the transaction. */
    static void write(Connection connection, Span span, List<Row> rows) throws SQLException {
        try (PreparedStatement run = connection.prepareStatement("INSERT INTO key_run (first, next) VALUES (?, ?)");
                PreparedStatement row = connection.prepareStatement(
                        "INSERT INTO key_row (run, hash, version, position, entries) VALUES (?, ?, ?, ?, ?)")) {
            run.setLong(1, span.first());
            run.setLong(2, span.next());
            run.executeUpdate();
            for (Row each : rows) {
                row.setLong(1, span.first());
                row.setLong(2, each.least().hash());
                row.setLong(3, each.least().version());
                row.setLong(4, each.least().position());
                row.setBytes(5, each.entries());
                row.executeUpdate();
            }
        }
    }

    /** A row of a run: its least entry, by which it is found, and all its entries packed. */
    record Row(KeyEntry least, byte[] entries) {
    }

    /** The rows of a run whose entries are given in order, each once. */
    static List<Row> rows(Collection<KeyEntry> entries) {
        List<Row> rows = new ArrayList<>(entries.size() / ENTRIES_PER_ROW + 1);
        List<KeyEntry> next = new ArrayList<>(ENTRIES_PER_ROW);
        for (KeyEntry entry : entries) {
            next.add(entry);
            if (next.size() == ENTRIES_PER_ROW) {
                rows.add(row(next));
                next.clear();
            }
        }
        if (!next.isEmpty()) {
            rows.add(row(next));
        }
        return rows;
    }

    private static Row row(List<KeyEntry> entries) {
        ByteBuffer out = ByteBuffer.allocate(entries.size() * ENTRY_BYTES);
        for (KeyEntry entry : entries) {
            out.putLong(entry.hash()).putLong(entry.version()).putLong(entry.position());
        }
        return new Row(entries.getFirst(), out.array());
    }

    /** Hands over the entries of a run that have this hash and at least this version. */
    static void find(Connection connection, Span span, long hash, long fromVersion, Consumer<KeyEntry> consumer)
            throws SQLException {
        try (PreparedStatement query = connection.prepareStatement("""
                SELECT entries FROM (SELECT entries FROM key_row WHERE run = ?1 AND (hash, version) < (?2, ?3)
                  ORDER BY hash DESC, version DESC, position DESC LIMIT 1)
                UNION ALL SELECT entries FROM key_row WHERE run = ?1 AND hash = ?2 AND version >= ?3""")) {
            query.setLong(1, span.first());
            query.setLong(2, hash);
            query.setLong(3, fromVersion);
            try (ResultSet rows = query.executeQuery()) {
                while (rows.next()) {
                    each(rows.getBytes(1), entry -> {
                        if (entry.hash() == hash && entry.version() >= fromVersion) {
                            consumer.accept(entry);
                        }
                    });
                }
            }
        }
    }

    /** Hands over every entry of a run. */
    static void each(Connection connection, Span span, Consumer<KeyEntry> consumer) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement("SELECT entries FROM key_row WHERE run = ?")) {
            query.setLong(1, span.first());
            try (ResultSet rows = query.executeQuery()) {
                while (rows.next()) {
                    each(rows.getBytes(1), consumer);
                }
            }
        }
    }

    private static void each(byte[] packed, Consumer<KeyEntry> consumer) {
        for (ByteBuffer in = ByteBuffer.wrap(packed); in.remaining() >= ENTRY_BYTES; ) {
            consumer.accept(new KeyEntry(in.getLong(), in.getLong(), in.getLong()));
        }
    }

    /** Removes what belongs to no run that counts, so that it can be written again; the caller holds the transaction. */
    static void forgetFrom(Connection connection, long position) throws SQLException {
        for (String delete : List.of("DELETE FROM key_run WHERE first >= ?", "DELETE FROM key_row WHERE run >= ?")) {
            try (PreparedStatement statement = connection.prepareStatement(delete)) {
                statement.setLong(1, position);
                statement.executeUpdate();
            }
        }
    }
}
