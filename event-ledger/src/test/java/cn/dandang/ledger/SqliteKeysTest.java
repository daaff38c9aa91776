package cn.dandang.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import cn.dandang.ledger.VerificationReport.Kind;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.LongStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Keys are found wherever they are: in memory, in a run, or after they were read from the batches again. */
class SqliteKeysTest {

    private static final int RECORDS_PER_RUN = 50;

    @TempDir
    Path folder;
    private final String stream = Records.newStream();
    private final List<NewRecord> others = new ArrayList<>();

    private Ledger open() {
        return open(RECORDS_PER_RUN);
    }

    private Ledger open(int recordsPerRun) {
        return Ledger.open(SqliteLedgerStore.open(folder.resolve("ledger.db"), ArchiveFolder.none(), recordsPerRun), LedgerOptions.defaults());
    }

    /** 240 records, half of them in one long stream: four runs and forty records in memory. */
    @BeforeEach
    void fill() throws Exception {
        try (Ledger ledger = open()) {
            for (int i = 0; i < 120; i++) {
                NewRecord other = Records.in(Records.newStream(), 0);
                others.add(other);
                ledger.append(List.of(Records.in(stream, i), other));
            }
            Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> number("SELECT count(*) FROM key_run") == 4);
        }
    }

    @Test
    void a_stream_is_read_across_runs_and_memory() {
        try (Ledger ledger = open()) {
            assertThat(ledger.readStream(stream, 0)).extracting(recorded -> recorded.record().version())
                    .containsExactlyElementsOf(LongStream.range(0, 120).boxed().toList());
            assertThat(ledger.readStream(stream, 37, 2)).extracting(Recorded::position).containsExactly(74L, 76L);
            assertThat(ledger.lastVersion(stream)).hasValue(119);
            assertThat(ledger.lastVersion(Records.newStream())).isEmpty();
        }
    }

    @Test
    void every_key_is_refused_a_second_time_wherever_its_first_is() {
        try (Ledger ledger = open()) {
            for (NewRecord taken : others) {
                NewRecord again = Records.withId(taken.id(), Records.newStream(), 0);
                assertThatExceptionOfType(AppendRefusedException.class).isThrownBy(() -> ledger.append(List.of(again)))
                        .satisfies(refused -> assertThat(refused.refusal()).isInstanceOf(AppendRefused.IdTaken.class));
                assertThatExceptionOfType(AppendRefusedException.class)
                        .isThrownBy(() -> ledger.append(List.of(Records.in(taken.stream(), 0))))
                        .satisfies(refused -> assertThat(refused.refusal()).isInstanceOf(AppendRefused.VersionTaken.class));
            }
            assertThat(ledger.head()).isEqualTo(240);
        }
    }

    @Test
    void ids_are_found_in_every_run_and_in_memory() {
        try (Ledger ledger = open()) {
            for (int i = 0; i < others.size(); i++) {
                assertThat(ledger.findById(others.get(i).id())).map(Recorded::position).hasValue(2L * i + 1);
            }
            assertThat(ledger.findById(UUID.randomUUID().toString())).isEmpty();
        }
    }

    @Test
    void runs_that_are_lost_are_made_again_from_the_batches() throws Exception {
        change("DELETE FROM key_run WHERE first = 100");
        try (Ledger ledger = open()) {
            assertThat(ledger.readStream(stream, 0)).hasSize(120);
            Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> number("SELECT count(*) FROM key_run") == 4);
            assertThat(ledger.store().derivedContradiction()).isEmpty();
        }
    }

    @Test
    void a_file_with_a_row_for_each_key_is_taken_over() throws Exception {
        change("DROP TABLE key_run");
        change("DROP TABLE key_row");
        change("DROP TABLE archive");
        change("CREATE INDEX batch_peak_at ON batch (peak_at)");
        change("CREATE TABLE record_key (hash INTEGER NOT NULL, position INTEGER NOT NULL, PRIMARY KEY (hash, position)) WITHOUT ROWID");
        change("CREATE TABLE stream_key (hash INTEGER NOT NULL, version INTEGER NOT NULL, position INTEGER NOT NULL, "
                + "PRIMARY KEY (hash, version, position)) WITHOUT ROWID");
        change("PRAGMA user_version = 1");
        try (Ledger ledger = open()) {
            assertThat(ledger.readStream(stream, 0)).hasSize(120);
            Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> number("SELECT count(*) FROM key_run") == 4);
            assertThat(ledger.append(List.of(Records.in(stream, 120))).firstPosition()).isEqualTo(240);
        }
        assertThat(number("PRAGMA user_version")).isEqualTo(3);
        assertThat(number("SELECT count(*) FROM sqlite_master WHERE name IN ('record_key', 'stream_key', 'batch_peak_at')")).isZero();
    }

    @Test
    void keys_that_no_record_has_and_keys_that_are_missing_are_named_by_the_audit() throws Exception {
        assertThat(audit().ok()).isTrue();
        change("INSERT INTO key_row VALUES (0, 42, 0, 3, x'00')");
        assertThat(audit().defect()).hasValueSatisfying(defect -> assertThat(defect.kind()).isEqualTo(Kind.STORE_KEYS));
        change("DELETE FROM key_row WHERE hash = 42");
        assertThat(audit().ok()).isTrue();
        change("DELETE FROM key_row WHERE run = 100 AND hash = (SELECT min(hash) FROM key_row WHERE run = 100)");
        assertThat(audit().defect()).hasValueSatisfying(defect -> assertThat(defect.kind()).isEqualTo(Kind.STORE_KEYS));
    }

    @Test
    void nothing_is_recorded_after_a_batch_that_cannot_be_read() throws Exception {
        change("UPDATE batch SET records = substr(records, 1, 50) WHERE first = 230");
        try (Ledger ledger = open()) {
            assertThatExceptionOfType(LedgerUnavailableException.class)
                    .isThrownBy(() -> ledger.append(List.of(Records.in(Records.newStream(), 0))))
                    .havingCause().withMessageContaining("position 230");
            assertThat(ledger.head()).isEqualTo(240);
        }
    }

    @Test
    void the_first_record_at_an_instant_is_found_although_no_index_is_kept() {
        try (Ledger ledger = open()) {
            for (long position : new long[] {0, 1, 97, 239}) {
                var record = ledger.store().batchBefore(position + 1).orElseThrow();
                long found = ledger.firstPositionAtOrAfter(Instant.ofEpochMilli(record.peakAt())).orElseThrow();
                assertThat(found).isLessThanOrEqualTo(position);
                assertThat(ledger.store().batchBefore(found + 1).orElseThrow().peakAt()).isEqualTo(record.peakAt());
            }
            assertThat(ledger.firstPositionAtOrAfter(Instant.now().plusSeconds(60))).isEmpty();
        }
    }

    private VerificationReport audit() throws Exception {
        try (Ledger ledger = open()) {
            return LedgerVerifier.verify(ledger, List.of());
        }
    }

    private int number(String query) throws Exception {
        try (Connection connection = connection(); Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            return row.getInt(1);
        }
    }

    private void change(String sql) throws Exception {
        try (Connection connection = connection(); Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private Connection connection() throws Exception {
        return DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("ledger.db"));
    }
}
