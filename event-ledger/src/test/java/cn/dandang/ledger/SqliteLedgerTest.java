package cn.dandang.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Files;
import java.nio.file.Path;
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
    void a_file_that_is_something_else_is_refused_in_words() throws Exception {
        Files.writeString(file(), "not a database, but long enough to look like a file of some kind; ".repeat(20));
        assertThatExceptionOfType(LedgerUnavailableException.class).isThrownBy(() -> SqliteLedgerStore.open(file()))
                .withMessageContaining("cannot be opened");
    }
}
