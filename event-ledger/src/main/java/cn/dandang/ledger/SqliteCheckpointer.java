package cn.dandang.ledger;

import java.io.IOException;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.locks.LockSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Moves the write-ahead log into the database file on a thread of its own, so that no commit pays for it. */
final class SqliteCheckpointer implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(SqliteCheckpointer.class);
    private static final long PASSIVE_FROM_BYTES = 8L << 20;
    /** Beyond this the log is not left to grow: writers wait for the checkpoint once. */
    private static final long RESTART_FROM_BYTES = 256L << 20;

    private final SqliteFile file;
    private final Connection connection;
    private final Thread thread;
    private volatile boolean stopping;
    private long writtenSince;

    SqliteCheckpointer(SqliteFile file) throws SQLException {
        this.file = file;
        this.connection = file.openWriter();
        this.thread = Thread.ofPlatform().daemon().name("ledger-checkpoint").start(this::run);
    }

    /** Told after each commit, by the one writer. */
    void written(int bytes) {
        writtenSince += bytes;
        if (writtenSince > PASSIVE_FROM_BYTES) {
            writtenSince = 0;
            LockSupport.unpark(thread);
        }
    }

    private void run() {
        while (!stopping) {
            LockSupport.park(this);
            if (!stopping) {
                checkpoint(walBytes() > RESTART_FROM_BYTES ? "RESTART" : "PASSIVE");
            }
        }
    }

    private long walBytes() {
        try {
            return Files.size(file.writeAheadLog());
        } catch (IOException e) {
            return 0;
        }
    }

    private void checkpoint(String mode) {
        try (Statement statement = connection.createStatement()) {
            statement.execute("PRAGMA wal_checkpoint(" + mode + ")");
        } catch (SQLException e) {
            // the data is safe in the log; the next checkpoint, or the next opening, moves it
            log.warn("The ledger's write-ahead log could not be checkpointed: {}", e.getMessage());
        }
    }

    @Override
    public void close() {
        stopping = true;
        LockSupport.unpark(thread);
        boolean interrupted = false;
        while (thread.isAlive()) {
            try {
                thread.join();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        checkpoint("TRUNCATE");
        SqliteFile.closeQuietly(connection);
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
