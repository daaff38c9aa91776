package cn.dandang.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import cn.dandang.ledger.LedgerArchiver.Step;
import cn.dandang.ledger.conformance.StoreFixture;
import cn.dandang.ledger.conformance.WholeView;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A process may end after any step of an archiving: the ledger reads as before, and the next archiving goes on. */
class ArchiveStepsTest {

    private static final long SMALL_FILE = 1500;

    @TempDir
    Path place;

    /** The end of the process, as far as the archiver is concerned. */
    private static final class Ended extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    record Stop(Step step, int time) {
    }

    static Stream<Stop> everywhere() {
        return Arrays.stream(Step.values()).flatMap(step -> Stream.of(new Stop(step, 1), new Stop(step, 2), new Stop(step, 3)));
    }

    private ArchiveFolder folder() {
        return ArchiveFolder.at(place.resolve("archive"));
    }

    private Ledger openFile() {
        return Ledger.open(SqliteLedgerStore.open(place.resolve("ledger.db"), folder()), LedgerOptions.defaults());
    }

    @ParameterizedTest
    @MethodSource("everywhere")
    void ended_after_a_step_in_a_file(Stop stop) {
        WholeView before = grownAndEnded(openFile(), stop);
        try (Ledger again = openFile()) {
            goesOn(again, before);
        }
        try (Ledger again = openFile()) {
            assertThat(WholeView.of(again, place)).isEqualTo(before);
        }
    }

    @ParameterizedTest
    @MethodSource("everywhere")
    void ended_after_a_step_in_mongodb(Stop stop) {
        try (StoreFixture fixture = MongoServers.standIn()) {
            WholeView before = grownAndEnded(Ledger.open(fixture.open(folder()), LedgerOptions.defaults()), stop);
            try (Ledger again = Ledger.open(fixture.open(folder()), LedgerOptions.defaults())) {
                goesOn(again, before);
            }
        }
    }

    private WholeView grownAndEnded(Ledger ledger, Stop stop) {
        try (ledger) {
            Ledgers.grow(ledger, 60, 4);
            WholeView before = WholeView.of(ledger, place);
            AtomicInteger times = new AtomicInteger();
            LedgerArchiver archiver = new LedgerArchiver(ledger.store(), folder(), SMALL_FILE, step -> {
                if (step == stop.step() && times.incrementAndGet() == stop.time()) {
                    throw new Ended();
                }
            });
            assertThatExceptionOfType(Ended.class).isThrownBy(() -> archiver.archive(archiver.streams(), report -> { }));
            assertThat(WholeView.of(ledger, place)).isEqualTo(before);
            return before;
        }
    }

    private void goesOn(Ledger again, WholeView before) {
        assertThat(WholeView.of(again, place)).isEqualTo(before);
        LedgerArchiver archiver = new LedgerArchiver(again.store(), folder(), SMALL_FILE, step -> { });
        archiver.archive(archiver.streams(), report -> { });
        assertThat(archiver.streams()).isEmpty();
        assertThat(WholeView.of(again, place)).isEqualTo(before);
        assertThat(folder().problems(again.store().archives())).isEmpty();
    }

    @Test
    void what_a_process_left_that_ended_while_it_wrote_is_removed_by_the_next() throws IOException {
        Files.createDirectories(place.resolve("archive"));
        Path left = Files.write(place.resolve("archive").resolve("1.unfinished"), new byte[] {1});
        try (Ledger ledger = openFile()) {
            Ledgers.grow(ledger, 10, 4);
            LedgerArchiver archiver = new LedgerArchiver(ledger, folder());
            archiver.archive(archiver.streams(), report -> { });
        }
        assertThat(left).doesNotExist();
        try (Stream<Path> files = Files.list(place.resolve("archive"))) {
            assertThat(files).hasSize(1);
        }
    }

    @Test
    void nothing_is_replaced_when_the_file_does_not_come_back_as_it_was_written() throws IOException {
        try (Ledger ledger = openFile()) {
            Ledgers.grow(ledger, 20, 4);
            LedgerArchiver archiver = new LedgerArchiver(ledger.store(), folder(), SMALL_FILE, step -> {
                if (step == Step.NAMED) {
                    damage();
                }
            });
            assertThatExceptionOfType(UncheckedIOException.class).isThrownBy(() -> archiver.archive(archiver.streams(), report -> { }))
                    .withMessageContaining("does not come back");
            assertThat(ledger.store().archives()).isEmpty();
            assertThat(LedgerVerifier.verify(ledger, List.of()).ok()).isTrue();
            assertThat(archiver.streams()).hasSize(4);
        }
    }

    private void damage() {
        try (Stream<Path> files = Files.list(place.resolve("archive"))) {
            Path file = files.toList().getFirst();
            byte[] content = Files.readAllBytes(file);
            content[content.length - 1] ^= 1;
            Files.delete(file);
            Files.write(file, content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void nothing_of_a_batch_that_its_records_do_not_give_is_moved() throws Exception {
        try (Ledger ledger = openFile()) {
            Ledgers.grow(ledger, 20, 4);
        }
        SqliteArchiveTest.change(place.resolve("ledger.db"), "UPDATE batch SET root = zeroblob(32) WHERE first = 8");
        try (Ledger ledger = openFile()) {
            LedgerArchiver archiver = new LedgerArchiver(ledger, folder());
            assertThatExceptionOfType(LedgerCorruptException.class).isThrownBy(() -> archiver.archive(archiver.streams(), report -> { }))
                    .withMessageContaining("position 8");
            assertThat(ledger.store().archives()).isEmpty();
        }
    }
}
