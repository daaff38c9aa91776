package cn.dandang.ledger;

import java.io.IOException;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What a ledger file needs from time to time, on a thread of its own so that no commit pays for it: the write-ahead log is moved
 * into the database, and keys that have come together in memory are written as a run.
 */
final class SqliteUpkeep implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(SqliteUpkeep.class);
    /** A short log is written over and over in place, which syncs faster than one that grows. */
    private static final long CHECKPOINT_FROM_BYTES = 8L << 20;
    /** Pages that a commit touches beside those of its records. */
    private static final int BYTES_BESIDE_RECORDS = 2 * 4096;
    /** Beyond this the log is not left to grow: writers and readers wait for the checkpoint once. */
    private static final long RESTART_FROM_BYTES = 256L << 20;

    private final SqliteFile file;
    private final Connection writer;
    private final SqliteKeys keys;
    private final ReentrantLock writing;
    private final Connection connection;
    private final Thread thread;
    private volatile boolean stopping;
    private long writtenSince;

    SqliteUpkeep(SqliteFile file, Connection writer, SqliteKeys keys, ReentrantLock writing) throws SQLException {
        this.file = file;
        this.writer = writer;
        this.keys = keys;
        this.writing = writing;
        this.connection = file.openWriter();
        this.thread = Thread.ofPlatform().daemon().name("ledger-upkeep").start(this::run);
    }

    /** Told after each commit, by the one writer. */
    void written(int bytes) {
        writtenSince += bytes + BYTES_BESIDE_RECORDS;
        if (writtenSince > CHECKPOINT_FROM_BYTES || keys.runIsDue()) {
            writtenSince = 0;
            LockSupport.unpark(thread);
        }
    }

    private void run() {
        while (!stopping) {
            boolean written = keys.runIsDue() && writeRun(keys.oldest());
            checkpoint("PASSIVE");
            // most of the log is moved by now; only when all of it is does the next commit begin at its start again
            whileNobodyWrites(() -> checkpoint(walBytes() > RESTART_FROM_BYTES ? "RESTART" : "PASSIVE"));
            if (!written && !stopping) {
                LockSupport.park(this);
            }
        }
    }

    private boolean whileNobodyWrites(BooleanSupplier work) {
        writing.lock();
        try {
            return !stopping && work.getAsBoolean();
        } finally {
            writing.unlock();
        }
    }

    private boolean writeRun(SqliteKeys.Ripe ripe) {
        return whileNobodyWrites(() -> {
            try {
                keys.write(writer, ripe);
                return true;
            } catch (SQLException e) {
                // the keys stay in memory and can be read from the batches; it is tried again after the next commits
                log.warn("The ledger's keys could not be written: {}", e.getMessage());
                return false;
            }
        });
    }

    private long walBytes() {
        try {
            return Files.size(file.writeAheadLog());
        } catch (IOException e) {
            return 0;
        }
    }

    private boolean checkpoint(String mode) {
        try (Statement statement = connection.createStatement()) {
            return statement.execute("PRAGMA wal_checkpoint(" + mode + ")");
        } catch (SQLException e) {
            // the data is safe in the log; the next checkpoint, or the next opening, moves it
            log.warn("The ledger's write-ahead log could not be checkpointed: {}", e.getMessage());
            return false;
        }
    }

    /** Ends the thread, and waits for that. */
    void stop() {
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
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** Leaves nothing in the log. */
    void truncateLog() {
        checkpoint("TRUNCATE");
    }

    @Override
    public void close() {
        SqliteFile.closeQuietly(connection);
    }
}
