package cn.dandang.ledger;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** Tables of a ledger file. Everything but the packed records is derived from them. */
final class SqliteSchema {

    /** "Ddlg": tells a ledger file from any other SQLite file. */
    private static final int APPLICATION_ID = 0x44646c67;
    private static final int SCHEMA_VERSION = 3;

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
            if (application == APPLICATION_ID && (version == 1 || version == 2)) {
                takeOver(connection, version);
                return;
            }
            if (application == APPLICATION_ID) {
                throw new LedgerFormatException("The ledger file " + file + " has format " + version
                        + "; this program reads format " + SCHEMA_VERSION + ". 账本文件格式版本不受支持。");
            }
            if (tables > 0) {
                throw new LedgerFormatException("The file " + file + " is a database, but not a ledger. 该文件不是账本。");
            }
            create(connection);
        }
    }

    private static void create(Connection connection) throws SQLException {
        SqliteTransaction.run(connection, () -> {
            try (Statement statement = connection.createStatement()) {
                tables(statement);
            }
        });
    }

    /**
     * Version 1 had a row for each key; they are derived, so they are dropped and made again as runs. Version 2 knew no archives, so a
     * program of its time must not open what may refer to one.
     */
    private static void takeOver(Connection connection, int version) throws SQLException {
        SqliteTransaction.run(connection, () -> {
            try (Statement statement = connection.createStatement()) {
                if (version == 1) {
                    statement.execute("DROP INDEX batch_peak_at");
                    statement.execute("DROP TABLE record_key");
                    statement.execute("DROP TABLE stream_key");
                    keyTables(statement);
                }
                archiveTable(statement);
                statement.execute("PRAGMA user_version = " + SCHEMA_VERSION);
            }
        });
    }

    private static void tables(Statement statement) throws SQLException {
        statement.execute("""
                CREATE TABLE batch (
                  first    INTEGER PRIMARY KEY,
                  count    INTEGER NOT NULL,
                  batch_id TEXT    NOT NULL,
                  peak_at  INTEGER NOT NULL,
                  root     BLOB    NOT NULL,
                  range    BLOB    NOT NULL,
                  records  BLOB    NOT NULL) STRICT""");
        keyTables(statement);
        archiveTable(statement);
        statement.execute("""
                CREATE TABLE snapshot (
                  stream TEXT NOT NULL, version INTEGER NOT NULL, id TEXT NOT NULL, aggregate_type TEXT NOT NULL,
                  type TEXT NOT NULL, revision TEXT NOT NULL, taken_at INTEGER NOT NULL,
                  metadata BLOB NOT NULL, payload BLOB NOT NULL,
                  PRIMARY KEY (stream, version)) STRICT""");
        statement.execute("PRAGMA application_id = " + APPLICATION_ID);
        statement.execute("PRAGMA user_version = " + SCHEMA_VERSION);
    }

    private static void keyTables(Statement statement) throws SQLException {
        statement.execute("CREATE TABLE key_run (first INTEGER PRIMARY KEY, next INTEGER NOT NULL) STRICT");
        // a row holds some dozens of keys, in order; it is found by its least
        statement.execute("""
                CREATE TABLE key_row (
                  run INTEGER NOT NULL, hash INTEGER NOT NULL, version INTEGER NOT NULL, position INTEGER NOT NULL,
                  entries BLOB NOT NULL,
                  PRIMARY KEY (run, hash, version, position)) STRICT, WITHOUT ROWID""");
    }

    private static void archiveTable(Statement statement) throws SQLException {
        statement.execute("CREATE TABLE archive (digest TEXT PRIMARY KEY, bytes INTEGER NOT NULL, records INTEGER NOT NULL) STRICT");
    }

    private static int number(Statement statement, String query) throws SQLException {
        try (ResultSet row = statement.executeQuery(query)) {
            return row.next() ? row.getInt(1) : 0;
        }
    }
}
