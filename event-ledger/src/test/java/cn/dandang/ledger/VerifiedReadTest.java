package cn.dandang.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VerifiedReadTest {

    @TempDir
    Path folder;

    private Ledger open() {
        return Ledger.open(SqliteLedgerStore.open(folder.resolve("ledger.db")), LedgerOptions.defaults());
    }

    private void fill() {
        String stream = Records.newStream();
        try (Ledger ledger = open()) {
            for (int i = 0; i < 20; i += 2) {
                ledger.append(List.of(Records.in(stream, i), Records.in(stream, i + 1)));
            }
        }
    }

    @Test
    void every_record_is_handed_over_from_any_position_on() {
        fill();
        try (Ledger ledger = open()) {
            for (long from : new long[] {0, 7, 19, 20}) {
                List<Long> positions = new ArrayList<>();
                ledger.readVerified(from, recorded -> positions.add(recorded.position()));
                assertThat(positions).containsExactlyElementsOf(LongStream.range(from, 20).boxed().toList());
            }
        }
    }

    @Test
    void nothing_of_a_batch_that_its_records_do_not_give_is_handed_over() throws Exception {
        fill();
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("ledger.db"));
                Statement statement = connection.createStatement()) {
            statement.executeUpdate("UPDATE batch SET root = zeroblob(32) WHERE first = 12");
        }
        try (Ledger ledger = open()) {
            List<Long> positions = new ArrayList<>();
            assertThatExceptionOfType(LedgerCorruptException.class)
                    .isThrownBy(() -> ledger.readVerified(3, recorded -> positions.add(recorded.position())))
                    .withMessageContaining("position 12");
            assertThat(positions).containsExactlyElementsOf(LongStream.range(3, 12).boxed().toList());
        }
    }
}
