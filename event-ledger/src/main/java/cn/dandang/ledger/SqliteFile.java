package cn.dandang.ledger;

import cn.dandang.ledger.checkpoint.PrivateFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.slf4j.LoggerFactory;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteConfig.JournalMode;
import org.sqlite.SQLiteConfig.SynchronousMode;
import org.jspecify.annotations.Nullable;

/** A SQLite file that one process owns: its lock, its one writing connection and its readers. */
final class SqliteFile implements AutoCloseable {

    private static final int BUSY_MILLIS = 5_000;

    private final Path file;
    private final FileChannel lockFile;
    private final ConcurrentLinkedQueue<Connection> idleReaders = new ConcurrentLinkedQueue<>();
    private volatile boolean closed;

    private SqliteFile(Path file, FileChannel lockFile) {
        this.file = file;
        this.lockFile = lockFile;
    }

    /** A question to the database. */
    @FunctionalInterface
    interface Query<T> {
        T ask(Connection connection) throws SQLException;
    }

    static SqliteFile own(Path file) {
        FileChannel channel = null;
        try {
            Path absolute = file.toAbsolutePath();
            Files.createDirectories(absolute.getParent());
            channel = FileChannel.open(absolute.resolveSibling(absolute.getFileName() + ".lock"),
                    StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (!PrivateFiles.tryLock(channel)) {
                channel.close();
                throw new LedgerInUseException(file.toString());
            }
            return new SqliteFile(absolute, channel);
        } catch (IOException e) {
            throw new UncheckedIOException("The folder of the ledger file " + file + " cannot be written: " + e.getMessage()
                    + ". 账本文件所在文件夹不可写。", e);
        }
    }

    Path path() {
        return file;
    }

    Path writeAheadLog() {
        return file.resolveSibling(file.getFileName() + "-wal");
    }

    /** A connection that may write; the caller closes it. Checkpoints are left to {@link SqliteCheckpointer}. */
    Connection openWriter() throws SQLException {
        SQLiteConfig config = config();
        config.setJournalMode(JournalMode.WAL);
        config.setSynchronous(SynchronousMode.FULL);
        // nobody asks for them, and the driver would prepare a query after each insert
        config.setGetGeneratedKeys(false);
        Connection connection = config.createConnection("jdbc:sqlite:" + file);
        try (Statement statement = connection.createStatement()) {
            statement.execute("PRAGMA wal_autocheckpoint = 0");
        }
        return connection;
    }

    /** Asks on a reading connection, which is free again when the answer is there. */
    <T> T read(Query<T> query) {
        Connection connection = idleReaders.poll();
        boolean sound = false;
        try {
            if (connection == null) {
                connection = openReader();
            }
            T answer = query.ask(connection);
            sound = true;
            return answer;
        } catch (SQLException e) {
            throw StoreException.nothingStored("The ledger file " + file + " cannot be read: " + e.getMessage(), e);
        } finally {
            if (sound && !closed) {
                idleReaders.add(connection);
            } else {
                closeQuietly(connection);
            }
        }
    }

    private Connection openReader() throws SQLException {
        Connection connection = config().createConnection("jdbc:sqlite:" + file);
        try (Statement statement = connection.createStatement()) {
            statement.execute("PRAGMA query_only = 1");
        }
        return connection;
    }

    private static SQLiteConfig config() {
        SQLiteConfig config = new SQLiteConfig();
        config.setBusyTimeout(BUSY_MILLIS);
        return config;
    }

    static void closeQuietly(@Nullable Connection connection) {
        if (connection != null) {
            try {
                connection.close();
            } catch (SQLException e) {
                // it is being thrown away because it failed; a second failure says nothing new
                LoggerFactory.getLogger(SqliteFile.class).debug("A connection did not close", e);
            }
        }
    }

    @Override
    public void close() {
        closed = true;
        for (Connection reader = idleReaders.poll(); reader != null; reader = idleReaders.poll()) {
            closeQuietly(reader);
        }
        try {
            lockFile.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
