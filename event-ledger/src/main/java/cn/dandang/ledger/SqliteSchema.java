package cn.dandang.ledger;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** Tables of a ledger file. Everything but the packed records is derived from them. */
final class SqliteSchema {

    /** "Ddlg": tells a ledger file from any other SQLite file. */
    private static final int APPLICATION_ID = 0x44646c67;
    private static final int SCHEMA_VERSION = 1;

    private SqliteSchema() {
    }

    static void prepare(Connection connection, String file) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            int application = number(statement, "PRAGMA application_id");
            int version = number(statement, "PRAGMA user_version");
            int tables = number(statement, "SELECT count(*) FROM sqlite_master");
            if (application == APPLICATION_ID && version == SCHEMA_VERSION) {
                return;
            }
            if (application == APPLICATION_ID) {
                throw new LedgerFormatException("The ledger file " + file + " has format " + version
                        + "; this program reads format " + SCHEMA_VERSION + ". 账本文件格式版本不受支持。");
            }
            if (tables > 0) {
                throw new LedgerFormatException("The file " + file + " is a database, but not a ledger. 该文件不是账本。");
            }
            create(statement);
        }
    }

    private static void create(Statement statement) throws SQLException {
        statement.execute("BEGIN IMMEDIATE");
        statement.execute("""
                CREATE TABLE batch (
                  first    INTEGER PRIMARY KEY,
                  count    INTEGER NOT NULL,
                  batch_id TEXT    NOT NULL,
                  peak_at  INTEGER NOT NULL,
                  root     BLOB    NOT NULL,
                  range    BLOB    NOT NULL,
                  records  BLOB    NOT NULL) STRICT""");
        statement.execute("CREATE INDEX batch_peak_at ON batch (peak_at)");
        // ids and once keys: 64 bits of SHA-256 and where the record is
        statement.execute("""
                CREATE TABLE record_key (
                  hash INTEGER NOT NULL, position INTEGER NOT NULL,
                  PRIMARY KEY (hash, position)) STRICT, WITHOUT ROWID""");
        statement.execute("""
                CREATE TABLE stream_key (
                  hash INTEGER NOT NULL, version INTEGER NOT NULL, position INTEGER NOT NULL,
                  PRIMARY KEY (hash, version, position)) STRICT, WITHOUT ROWID""");
        statement.execute("""
                CREATE TABLE snapshot (
                  stream TEXT NOT NULL, version INTEGER NOT NULL, id TEXT NOT NULL, aggregate_type TEXT NOT NULL,
                  type TEXT NOT NULL, revision TEXT NOT NULL, taken_at INTEGER NOT NULL,
                  metadata BLOB NOT NULL, payload BLOB NOT NULL,
                  PRIMARY KEY (stream, version)) STRICT""");
        statement.execute("PRAGMA application_id = " + APPLICATION_ID);
        statement.execute("PRAGMA user_version = " + SCHEMA_VERSION);
        statement.execute("COMMIT");
    }

    private static int number(Statement statement, String query) throws SQLException {
        try (ResultSet row = statement.executeQuery(query)) {
            return row.next() ? row.getInt(1) : 0;
        }
    }
}
