package cn.dandang.ledger;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/** Several statements, all or nothing. */
final class SqliteTransaction {

    private SqliteTransaction() {
    }

    /** What belongs together. */
    @FunctionalInterface
    interface Work {
        void run() throws SQLException;
    }

    static void run(Connection connection, Work work) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("BEGIN IMMEDIATE");
            boolean done = false;
            try {
                work.run();
                statement.execute("COMMIT");
                done = true;
            } finally {
                if (!done) {
                    statement.execute("ROLLBACK");
                }
            }
        }
    }
}
