package cn.dandang.ledger;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** The snapshot table of a ledger file: a cache beside the ledger. */
final class SqliteSnapshots {

    private SqliteSnapshots() {
    }

    static void save(Connection connection, Snapshot snapshot) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement("INSERT OR REPLACE INTO snapshot "
                + "(stream, version, id, aggregate_type, type, revision, taken_at, metadata, payload) "
                + "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)")) {
            insert.setString(1, snapshot.stream());
            insert.setLong(2, snapshot.version());
            insert.setString(3, snapshot.id());
            insert.setString(4, snapshot.aggregateType());
            insert.setString(5, snapshot.type());
            insert.setString(6, snapshot.revision());
            insert.setLong(7, snapshot.takenAt().toEpochMilli());
            insert.setBytes(8, snapshot.metadata());
            insert.setBytes(9, snapshot.payload());
            insert.executeUpdate();
        }
    }

    static void dropBelow(Connection connection, String stream, long version) throws SQLException {
        try (PreparedStatement delete = connection.prepareStatement("DELETE FROM snapshot WHERE stream = ? AND version < ?")) {
            delete.setString(1, stream);
            delete.setLong(2, version);
            delete.executeUpdate();
        }
    }

    static void drop(Connection connection) throws SQLException {
        try (PreparedStatement delete = connection.prepareStatement("DELETE FROM snapshot")) {
            delete.executeUpdate();
        }
    }

    static List<Snapshot> of(Connection connection, String stream) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(
                "SELECT version, id, aggregate_type, type, revision, taken_at, metadata, payload FROM snapshot "
                        + "WHERE stream = ? ORDER BY version DESC")) {
            query.setString(1, stream);
            List<Snapshot> snapshots = new ArrayList<>();
            try (ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    snapshots.add(new Snapshot(stream, row.getLong(1), row.getString(2), row.getString(3), row.getString(4),
                            row.getString(5), Instant.ofEpochMilli(row.getLong(6)), row.getBytes(7), row.getBytes(8)));
                }
            }
            return snapshots;
        }
    }
}
