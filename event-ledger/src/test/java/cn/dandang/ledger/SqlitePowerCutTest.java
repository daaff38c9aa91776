package cn.dandang.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** When the power fails, nothing that was acknowledged is gone, and the ledger that is found verifies and goes on. */
@Timeout(300)
class SqlitePowerCutTest {

    private static final int STEPS = 40;
    private static final int CUTS = Integer.getInteger("dandang.cuts", 150);
    private static final int PROCESS_STOPS = 3;

    @TempDir
    Path folder;

    private final long seed = Long.getLong("dandang.seed", System.nanoTime());
    private final Random random = new Random(seed);
    private final Map<Long, String> recorded = new HashMap<>();
    /** What was synced when the step of this number had ended, and how many records had been acknowledged by then. */
    private final List<PowerCut> synced = new ArrayList<>();
    private final List<Long> acknowledged = new ArrayList<>();

    @Test
    @DisplayName("any subset of the writes after the last sync may be lost or torn: all acknowledged records are there")
    void nothing_acknowledged_is_lost_in_a_power_cut() throws Exception {
        writeBatches();
        for (int cut = 0; cut < CUTS; cut++) {
            int last = random.nextInt(STEPS);
            String where = "cut " + cut + " after step " + last + ", -Ddandang.seed=" + seed;
            PowerCut found = synced.get(last).before(synced.get(last + 1), random);
            assertThat(missing(found, folder.resolve("cut" + cut), acknowledged.get(last))).as(where).isZero();
        }
    }

    @Test
    @DisplayName("without the sync before the answer an acknowledged batch is lost: the test above sees it")
    void if_answers_came_before_the_sync_acknowledged_records_would_be_lost() throws Exception {
        writeBatches();
        long lost = 0;
        for (int cut = 0; cut < CUTS / 3; cut++) {
            int last = 1 + random.nextInt(STEPS);
            // what was acknowledged last is among the writes that are not synced yet
            PowerCut found = synced.get(last - 1).before(synced.get(last), random);
            lost += missing(found, folder.resolve("off" + cut), acknowledged.get(last));
        }
        assertThat(lost).isPositive();
    }

    /** Each step is one that ends with a sync: the commit of a batch, or, now and then, a checkpoint. */
    private void writeBatches() throws Exception {
        Path file = folder.resolve("written/ledger.db");
        String stream = Records.newStream();
        long version = 0;
        try (Ledger ledger = Ledger.open(SqliteLedgerStore.open(file), LedgerOptions.defaults())) {
            awaitQuietUpkeep();
            synced.add(PowerCut.filesOf(file));
            acknowledged.add(0L);
            while (synced.size() <= STEPS) {
                if (synced.size() > 1 && random.nextInt(6) == 0) {
                    checkpoint(file);
                } else {
                    List<NewRecord> records = new ArrayList<>();
                    for (int i = random.nextInt(12); i >= 0; i--) {
                        records.add(Records.ofSize(random.nextInt(900), stream, version++));
                    }
                    ledger.append(records).records().forEach(each -> recorded.put(each.position(), each.record().id()));
                }
                synced.add(PowerCut.filesOf(file));
                acknowledged.add(ledger.head());
            }
        }
    }

    /** The upkeep looks at a file once when it is opened; after that it has nothing to do for so few records. */
    private static void awaitQuietUpkeep() {
        Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().equals("ledger-upkeep")).allMatch(thread -> thread.getState() == Thread.State.WAITING));
    }

    /** From now on the log begins at its start again; what it moved to the database was synced there first. */
    private static void checkpoint(Path file) throws SQLException {
        try (Connection other = DriverManager.getConnection("jdbc:sqlite:" + file); Statement statement = other.createStatement()) {
            statement.execute("PRAGMA wal_checkpoint(PASSIVE)");
        }
    }

    /** How many of the acknowledged records are not found when the machine starts again; the rest must be sound. */
    private long missing(PowerCut files, Path place, long known) throws IOException {
        try (Ledger ledger = Ledger.open(SqliteLedgerStore.open(files.in(place)), LedgerOptions.defaults())) {
            Map<Long, String> found = new HashMap<>();
            ledger.read(0, Long.MAX_VALUE, each -> found.put(each.position(), each.record().id()));
            assertThat(recorded).as("nothing else is there").containsAllEntriesOf(found);
            assertThat(LedgerVerifier.verify(ledger, List.of()).defect()).isEmpty();
            assertThat(ledger.append(List.of(Records.in(Records.newStream(), 0))).firstPosition()).isEqualTo(found.size());
            return Math.max(0, known - found.size());
        }
    }

    @Test
    @DisplayName("a process is stopped, its database and log are copied, and the copy holds what was acknowledged before")
    void a_copy_of_the_files_of_a_stopped_process_goes_on() throws Exception {
        for (int stop = 0; stop < PROCESS_STOPS; stop++) {
            Path file = folder.resolve("running" + stop + "/ledger.db");
            Process process = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "--enable-native-access=ALL-UNNAMED", "-Xmx128m", "-cp", System.getProperty("java.class.path"),
                    KillableAppender.class.getName(), file.toString()).redirectError(ProcessBuilder.Redirect.INHERIT).start();
            Map<Long, String> answered = new HashMap<>();
            PowerCut files;
            try (BufferedReader lines = process.inputReader()) {
                for (int i = 50 + random.nextInt(800); i > 0; i--) {
                    String[] words = lines.readLine().split(" ");
                    answered.put(Long.parseLong(words[0]), words[1]);
                }
                assertThat(new ProcessBuilder("kill", "-STOP", Long.toString(process.pid())).start().waitFor()).isZero();
                files = PowerCut.filesOf(file);
            } finally {
                process.destroyForcibly().waitFor();
            }
            try (Ledger ledger = Ledger.open(SqliteLedgerStore.open(files.in(folder.resolve("copy" + stop))), LedgerOptions.defaults())) {
                Map<Long, String> found = new HashMap<>();
                ledger.read(0, Long.MAX_VALUE, each -> found.put(each.position(), each.record().id()));
                assertThat(found).as("-Ddandang.seed=%d", seed).containsAllEntriesOf(answered);
                assertThat(LedgerVerifier.verify(ledger, List.of()).defect()).isEmpty();
            }
        }
    }
}
