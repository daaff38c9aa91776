package cn.dandang.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A process that is killed loses nothing that it acknowledged, and leaves a ledger that goes on. */
@Timeout(300)
class SqliteKillTest {

    private static final int KILLS = Integer.getInteger("dandang.kills", 4);

    @TempDir
    Path folder;

    @Test
    @DisplayName("kill -9 at random moments: every acknowledged append is there once, at its position, in one piece")
    void acknowledged_appends_survive_a_kill() throws Exception {
        long seed = Long.getLong("dandang.seed", System.nanoTime());
        System.out.println("SqliteKillTest: " + KILLS + " kills, -Ddandang.seed=" + seed);
        Random random = new Random(seed);
        Path file = folder.resolve("ledger.db");
        Map<Long, String> acknowledged = new HashMap<>();
        long before = 0;
        for (int kill = 0; kill < KILLS; kill++) {
            appendUntilKilled(file, 20 + random.nextInt(400), acknowledged);
            try (Ledger ledger = Ledger.open(SqliteLedgerStore.open(file), LedgerOptions.defaults())) {
                assertThat(ledger.head()).isGreaterThan(before);
                before = ledger.head();
                Map<Long, String> recorded = new HashMap<>();
                ledger.read(0, Long.MAX_VALUE, found -> recorded.put(found.position(), found.record().id()));
                assertThat(recorded).containsAllEntriesOf(acknowledged);
                assertThat(ledger.head()).as("appends of two records are never cut in half").isEven();
                assertThat(LedgerVerifier.verify(ledger, List.of()).defect()).isEmpty();
                Appended next = ledger.append(List.of(Records.in(Records.newStream(), 0), Records.in(Records.newStream(), 0)));
                assertThat(next.firstPosition()).isEqualTo(before);
            }
        }
        assertThat(acknowledged).hasSizeGreaterThanOrEqualTo(KILLS * 40);
    }

    private static void appendUntilKilled(Path file, int acknowledgements, Map<Long, String> acknowledged) throws Exception {
        Process process = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED", "-Xmx128m", "-cp", System.getProperty("java.class.path"),
                KillableAppender.class.getName(), file.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT).start();
        try (BufferedReader lines = process.inputReader()) {
            int heard = 0;
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                String[] parts = line.split(" ");
                // the last line of a killed process may be cut off: then its append is not counted as acknowledged
                if (parts.length == 3 && parts[2].length() == 36) {
                    long first = Long.parseLong(parts[0]);
                    acknowledged.put(first, parts[1]);
                    acknowledged.put(first + 1, parts[2]);
                }
                if (++heard == acknowledgements) {
                    // through the handle, which leaves open what the process still had to say
                    process.toHandle().destroyForcibly();
                }
            }
        } finally {
            process.destroyForcibly();
        }
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    }
}
