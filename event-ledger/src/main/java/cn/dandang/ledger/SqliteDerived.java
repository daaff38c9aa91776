package cn.dandang.ledger;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** Compares the key tables of a ledger file with its records: every key is there, and no other. */
final class SqliteDerived {

    private static final int PAGE_BYTES = 1 << 20;

    private SqliteDerived() {
    }

    static Optional<String> contradiction(Connection connection) throws SQLException {
        long keys = 0;
        long records = 0;
        try (PreparedStatement key = connection.prepareStatement("SELECT 1 FROM record_key WHERE hash = ? AND position = ?");
                PreparedStatement version = connection.prepareStatement(
                        "SELECT 1 FROM stream_key WHERE hash = ? AND version = ? AND position = ?")) {
            for (List<StoredBatch> page = SqliteQueries.batchesFrom(connection, 0, PAGE_BYTES); !page.isEmpty();
                    page = SqliteQueries.batchesFrom(connection, records, PAGE_BYTES)) {
                for (Recorded recorded : page.stream().flatMap(batch -> batch.recordedFrom(0).stream()).toList()) {
                    LedgerRecord record = recorded.record();
                    boolean ownCause = !record.once().equals(record.id());
                    if (!there(key, KeyHash.of(record.id()), recorded.position())
                            || ownCause && !there(key, KeyHash.of(record.once()), recorded.position())
                            || !there(version, KeyHash.of(record.stream()), record.version(), recorded.position())) {
                        return Optional.of("The key table does not know the record at position " + recorded.position());
                    }
                    keys += ownCause ? 2 : 1;
                    records++;
                }
            }
        }
        if (count(connection, "record_key") != keys || count(connection, "stream_key") != records) {
            return Optional.of("The key tables hold keys that no record has");
        }
        return Optional.empty();
    }

    private static boolean there(PreparedStatement query, long... arguments) throws SQLException {
        for (int i = 0; i < arguments.length; i++) {
            query.setLong(i + 1, arguments[i]);
        }
        try (ResultSet row = query.executeQuery()) {
            return row.next();
        }
    }

    private static long count(Connection connection, String table) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement("SELECT count(*) FROM " + table);
                ResultSet row = query.executeQuery()) {
            return row.next() ? row.getLong(1) : 0;
        }
    }
}
