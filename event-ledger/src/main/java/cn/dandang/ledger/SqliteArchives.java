package cn.dandang.ledger;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** What a ledger file says of its archive files, and the one statement that changes a row of it. */
final class SqliteArchives {

    private SqliteArchives() {
    }

    /** Compares the whole blob, so that of two who replace the same batch the second sees that it has changed. */
    static boolean replace(Connection connection, long first, byte[] seen, byte[] by) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement("UPDATE batch SET records = ? WHERE first = ? AND records = ?")) {
            update.setBytes(1, by);
            update.setLong(2, first);
            update.setBytes(3, seen);
            return update.executeUpdate() == 1;
        }
    }

    static void note(Connection connection, ArchiveFile file) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement("INSERT OR IGNORE INTO archive (digest, bytes, records) VALUES (?, ?, ?)")) {
            insert.setString(1, file.digest());
            insert.setLong(2, file.bytes());
            insert.setLong(3, file.records());
            insert.executeUpdate();
        }
    }

    static List<ArchiveFile> all(Connection connection) throws SQLException {
        List<ArchiveFile> files = new ArrayList<>();
        try (PreparedStatement query = connection.prepareStatement("SELECT digest, bytes, records FROM archive ORDER BY digest");
                ResultSet row = query.executeQuery()) {
            while (row.next()) {
                files.add(new ArchiveFile(row.getString(1), row.getLong(2), row.getLong(3)));
            }
        }
        return files;
    }
}
