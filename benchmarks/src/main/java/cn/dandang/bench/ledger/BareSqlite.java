package cn.dandang.bench.ledger;

import cn.dandang.bench.measure.Setting;
import cn.dandang.ledger.Ledger;
import cn.dandang.ledger.LedgerOptions;
import cn.dandang.ledger.SqliteLedgerStore;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.SplittableRandom;

/**
 * What SQLite gives to one thread that has everything ready: synced commits of rows into a ledger's own schema, without deciding,
 * hashing, or answering anybody. It leaves checkpoints to SQLite, which is how it was quickest here.
 */
final class BareSqlite {

    private static final int RECORD_BYTES = 330 + 4;
    private static final int READY_BATCHES = 64;

    private BareSqlite() {
    }

    static double perSecond(Setting setting, int recordsPerBatch, boolean keyRows) throws Exception {
        return setting.inFreshFolder(folder -> {
            Path file = folder.resolve("bare.db");
            // a ledger makes the schema
            Ledger.open(SqliteLedgerStore.open(file), LedgerOptions.defaults()).close();
            try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file)) {
                prepare(connection);
                return new Commits(connection, recordsPerBatch, keyRows).perSecond(setting);
            }
        });
    }

    private static void prepare(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("PRAGMA synchronous = FULL");
            statement.execute("CREATE TABLE record_key (hash INTEGER NOT NULL, position INTEGER NOT NULL, "
                    + "PRIMARY KEY (hash, position)) STRICT, WITHOUT ROWID");
            statement.execute("CREATE TABLE stream_key (hash INTEGER NOT NULL, version INTEGER NOT NULL, position INTEGER NOT NULL, "
                    + "PRIMARY KEY (hash, version, position)) STRICT, WITHOUT ROWID");
        }
    }

    private static final class Commits {
        private final PreparedStatement begin;
        private final PreparedStatement commit;
        private final PreparedStatement batch;
        private final PreparedStatement recordKey;
        private final PreparedStatement streamKey;
        private final int recordsPerBatch;
        private final boolean keyRows;
        private final SplittableRandom random = new SplittableRandom(1);
        private final byte[][] ready = new byte[READY_BATCHES][];
        private final byte[] root = new byte[32];
        private final byte[] range = new byte[32 * 12];
        private long position;

        Commits(Connection connection, int recordsPerBatch, boolean keyRows) throws SQLException {
            this.recordsPerBatch = recordsPerBatch;
            this.keyRows = keyRows;
            begin = connection.prepareStatement("BEGIN IMMEDIATE");
            commit = connection.prepareStatement("COMMIT");
            batch = connection.prepareStatement(
                    "INSERT INTO batch (first, count, batch_id, peak_at, root, range, records) VALUES (?, ?, ?, ?, ?, ?, ?)");
            recordKey = connection.prepareStatement("INSERT INTO record_key (hash, position) VALUES (?, ?)");
            streamKey = connection.prepareStatement("INSERT INTO stream_key (hash, version, position) VALUES (?, ?, ?)");
            for (int i = 0; i < READY_BATCHES; i++) {
                ready[i] = new byte[recordsPerBatch * RECORD_BYTES];
                random.nextBytes(ready[i]);
            }
            random.nextBytes(root);
            random.nextBytes(range);
        }

        double perSecond(Setting setting) throws SQLException {
            long from = System.nanoTime() + setting.warmUp().toNanos();
            long to = from + setting.measured().toNanos();
            long counted = 0;
            for (long now = System.nanoTime(); now - to < 0; now = System.nanoTime()) {
                commitOne();
                counted += now - from >= 0 ? recordsPerBatch : 0;
            }
            for (PreparedStatement statement : List.of(begin, commit, batch, recordKey, streamKey)) {
                statement.close();
            }
            return counted / (setting.measured().toNanos() / 1e9);
        }

        private void commitOne() throws SQLException {
            begin.execute();
            batch.setLong(1, position);
            batch.setInt(2, recordsPerBatch);
            batch.setString(3, "00000000-0000-0000-0000-000000000000/" + position);
            batch.setLong(4, position);
            batch.setBytes(5, root);
            batch.setBytes(6, range);
            batch.setBytes(7, ready[(int) (position / recordsPerBatch % READY_BATCHES)]);
            batch.executeUpdate();
            if (keyRows) {
                keys();
            }
            commit.execute();
            position += recordsPerBatch;
        }

        private void keys() throws SQLException {
            for (int i = 0; i < recordsPerBatch; i++) {
                recordKey.setLong(1, random.nextLong());
                recordKey.setLong(2, position + i);
                recordKey.executeUpdate();
                streamKey.setLong(1, random.nextLong());
                streamKey.setLong(2, 0);
                streamKey.setLong(3, position + i);
                streamKey.executeUpdate();
            }
        }
    }
}
