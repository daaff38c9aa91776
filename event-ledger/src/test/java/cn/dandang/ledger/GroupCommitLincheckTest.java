package cn.dandang.ledger;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import org.jetbrains.lincheck.LincheckAssertionError;
import org.jetbrains.lincheck.datastructures.IntGen;
import org.jetbrains.lincheck.datastructures.Operation;
import org.jetbrains.lincheck.datastructures.Param;
import org.jetbrains.lincheck.datastructures.StressOptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Whatever the interleaving of appends and reads, the answers are those of some order of the same calls one after the other. */
@Timeout(300)
class GroupCommitLincheckTest {

    /** The same calls, each with its answer; Lincheck compares with an instance that is called one call after the other. */
    @Param(name = "key", gen = IntGen.class, conf = "0:3")
    public static class Appends {
        private final Ledger ledger;

        public Appends() {
            this(true);
        }

        Appends(boolean compareKeys) {
            ledger = Ledger.open(new Crowded(), LedgerOptions.defaults(), compareKeys);
        }

        /** The position of a record with this id, or -1 if the id is taken. */
        @Operation
        public long append(@Param(name = "key") int key) {
            String id = "id-" + key;
            try {
                return ledger.append(List.of(NewRecord.of(id, id, 0, "thing.v1", 1, new byte[0], new byte[0]))).firstPosition();
            } catch (AppendRefusedException taken) {
                return -1;
            }
        }

        @Operation
        public long head() {
            return ledger.head();
        }

        @Operation
        public long positionOf(@Param(name = "key") int key) {
            return ledger.findById("id-" + key).map(Recorded::position).orElse(-1L);
        }
    }

    /** Without the comparison of keys inside a batch. */
    public static class Unguarded extends Appends {
        public Unguarded() {
            super(false);
        }
    }

    /** Slow enough that callers come together while a batch is written. */
    private static final class Crowded extends MemoryStore {
        private static final int YIELDS = 20;

        Crowded() {
            super(true, true);
        }

        @Override
        public Inserted insert(StoredBatch batch) {
            for (int i = 0; i < YIELDS; i++) {
                Thread.yield();
            }
            return super.insert(batch);
        }
    }

    private static StressOptions options() {
        return new StressOptions().threads(3).actorsPerThread(3).actorsBefore(0).actorsAfter(1);
    }

    @Test
    void appends_and_reads_are_linearizable() {
        options().iterations(6).invocationsPerIteration(100).check(Appends.class);
    }

    @Test
    void without_the_comparison_of_keys_inside_a_batch_they_are_not() {
        assertThatExceptionOfType(LincheckAssertionError.class)
                .isThrownBy(() -> options().iterations(60).invocationsPerIteration(300).check(Unguarded.class));
    }
}
