package cn.dandang.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What metrics and alarms hear. */
class LedgerObserverTest {

    @TempDir
    Path folder;

    private final List<String> heard = new ArrayList<>();

    private Ledger open(LedgerObserver observer) {
        return Ledger.open(SqliteLedgerStore.open(folder.resolve("ledger.db")),
                LedgerOptions.defaults().withObserver(observer));
    }

    @Test
    void appends_batches_and_refusals_are_told() {
        try (Ledger ledger = open(new LedgerObserver() {
            @Override
            public void appended(int records, Duration took) {
                assertThat(took).isPositive();
                heard.add("append of " + records);
            }

            @Override
            public void batchLanded(int appends, int records, int bytes, long head) {
                assertThat(bytes).isPositive();
                heard.add("batch of " + appends + " with " + records + ", head " + head);
            }

            @Override
            public void refused(AppendRefused refusal) {
                heard.add(refusal.getClass().getSimpleName());
            }
        })) {
            String stream = Records.newStream();
            ledger.append(List.of(Records.in(stream, 0), Records.in(stream, 1)));
            assertThatExceptionOfType(AppendRefusedException.class)
                    .isThrownBy(() -> ledger.append(List.of(Records.in(stream, 0))));
        }
        assertThat(heard).containsExactly("append of 2", "batch of 1 with 2, head 2", "VersionTaken");
    }

    @Test
    void an_observer_that_fails_takes_no_append_with_it() {
        try (Ledger ledger = open(new LedgerObserver() {
            @Override
            public void appended(int records, Duration took) {
                throw new IllegalStateException("the meter is broken");
            }
        })) {
            assertThat(ledger.append(List.of(Records.in(Records.newStream(), 0))).firstPosition()).isZero();
            assertThat(ledger.append(List.of(Records.in(Records.newStream(), 0))).firstPosition()).isEqualTo(1);
        }
    }
}
