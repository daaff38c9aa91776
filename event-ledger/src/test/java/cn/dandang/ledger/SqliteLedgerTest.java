package cn.dandang.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SqliteLedgerTest {

    @TempDir
    Path folder;

    private Path file() {
        return folder.resolve("ledger.db");
    }

    @Test
    void a_ledger_is_the_same_after_it_was_closed_and_opened() {
        String stream = Records.newStream();
        TreeHead before;
        try (Ledger ledger = Ledger.open(SqliteLedgerStore.open(file()), LedgerOptions.defaults())) {
            ledger.append(List.of(Records.in(stream, 0), Records.in(stream, 1)));
            ledger.append(List.of(Records.in(stream, 2)));
            before = ledger.treeHead();
        }
        try (Ledger ledger = Ledger.open(SqliteLedgerStore.open(file()), LedgerOptions.defaults())) {
            assertThat(ledger.treeHead()).isEqualTo(before);
            assertThat(ledger.head()).isEqualTo(3);
            assertThat(ledger.readStream(stream, 0)).extracting(Recorded::position).containsExactly(0L, 1L, 2L);
            assertThat(ledger.append(List.of(Records.in(stream, 3))).firstPosition()).isEqualTo(3);
        }
    }

    @Test
    void a_second_owner_is_told_so_in_one_sentence_in_both_languages() {
        try (SqliteLedgerStore first = SqliteLedgerStore.open(file())) {
            assertThatExceptionOfType(LedgerInUseException.class).isThrownBy(() -> SqliteLedgerStore.open(file()))
                    .satisfies(refusal -> {
                        assertThat(refusal.messages()).containsOnlyKeys("zh", "en");
                        assertThat(refusal.messages().get("en")).contains(file().toString()).contains("another process");
                        assertThat(refusal.messages().get("zh")).contains("另一个进程");
                    });
        }
        SqliteLedgerStore.open(file()).close();
    }

    @Test
    void every_commit_is_synced_to_the_disk_and_no_commit_pays_for_a_checkpoint() throws Exception {
        SqliteLedgerStore.open(file()).close();
        try (SqliteFile owned = SqliteFile.own(file()); Connection writer = owned.openWriter();
                Statement statement = writer.createStatement()) {
            assertThat(pragma(statement, "journal_mode")).isEqualTo("wal");
            assertThat(pragma(statement, "synchronous")).as("FULL").isEqualTo("2");
            assertThat(pragma(statement, "wal_autocheckpoint")).isEqualTo("0");
        }
    }

    private static String pragma(Statement statement, String name) throws SQLException {
        try (ResultSet row = statement.executeQuery("PRAGMA " + name)) {
            return row.getString(1);
        }
    }

    @Test
    void a_database_that_is_no_ledger_is_refused_in_words() throws Exception {
        try (Connection other = DriverManager.getConnection("jdbc:sqlite:" + file());
                Statement statement = other.createStatement()) {
            statement.execute("CREATE TABLE something (x)");
        }
        assertThatExceptionOfType(LedgerFormatException.class).isThrownBy(() -> SqliteLedgerStore.open(file()))
                .withMessageContaining("not a ledger");
    }

    @Test
    void a_reader_of_another_process_may_look_while_the_ledger_is_written() throws Exception {
        try (Ledger ledger = Ledger.open(SqliteLedgerStore.open(file()), LedgerOptions.defaults());
                Connection reader = DriverManager.getConnection("jdbc:sqlite:" + file());
                Statement statement = reader.createStatement()) {
            ledger.append(List.of(Records.in(Records.newStream(), 0)));
            try (ResultSet row = statement.executeQuery("SELECT count(*) FROM batch")) {
                assertThat(row.getInt(1)).isEqualTo(1);
                ledger.append(List.of(Records.in(Records.newStream(), 0)));
            }
            assertThat(ledger.head()).isEqualTo(2);
        }
    }

    @Test
    void a_file_that_is_something_else_is_refused_in_words() throws Exception {
        Files.writeString(file(), "not a database, but long enough to look like a file of some kind; ".repeat(20));
        assertThatExceptionOfType(LedgerUnavailableException.class).isThrownBy(() -> SqliteLedgerStore.open(file()))
                .withMessageContaining("cannot be opened");
    }
}
