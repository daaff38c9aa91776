package cn.dandang.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import cn.dandang.ledger.VerificationReport.Kind;
import cn.dandang.ledger.conformance.DelegatingStore;
import cn.dandang.ledger.tree.Rfc6962;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Each guard once in place and once taken out, under the same check: the check passes with it and fails without. */
class SwitchedOffTest {

    // compare-and-set on the head

    @Test
    void with_the_compare_and_set_two_appenders_lose_nothing() {
        assertThat(lostByTwoAppenders(new MemoryStore(true, true))).isZero();
    }

    @Test
    void without_the_compare_and_set_an_acknowledged_record_is_lost() {
        assertThat(lostByTwoAppenders(new MemoryStore(false, true))).isPositive();
    }

    /** Two appenders that take turns, each with the head in mind that it saw last. */
    private static long lostByTwoAppenders(MemoryStore store) {
        Ledger one = Ledger.open(store, LedgerOptions.defaults());
        Ledger two = Ledger.open(store, LedgerOptions.defaults());
        List<String> acknowledged = new ArrayList<>();
        for (Ledger ledger : List.of(one, two)) {
            acknowledged.add(ledger.append(List.of(Records.in(Records.newStream(), 0))).records().getFirst().record().id());
        }
        return acknowledged.stream().filter(id -> store.findById(id).isEmpty()).count();
    }

    // the once key

    @Test
    void with_the_once_key_a_cause_has_one_effect() throws Exception {
        assertThat(effectsOfOneCause(new MemoryStore(true, true))).isEqualTo(1);
    }

    @Test
    void without_the_once_key_a_cause_has_two_effects_and_the_verifier_names_the_second() throws Exception {
        MemoryStore store = new MemoryStore(true, false);
        assertThat(effectsOfOneCause(store)).isEqualTo(2);
        VerificationReport report = LedgerVerifier.verify(Ledger.open(store, LedgerOptions.defaults()), List.of());
        assertThat(report.defect()).hasValueSatisfying(defect -> assertThat(defect.kind()).isEqualTo(Kind.ONCE_REPEATED));
    }

    private static long effectsOfOneCause(MemoryStore store) {
        Ledger ledger = Ledger.open(store, LedgerOptions.defaults());
        ledger.append(List.of(Records.withOnce("due/7", Records.newStream(), 0)));
        try {
            ledger.append(List.of(Records.withOnce("due/7", Records.newStream(), 0)));
        } catch (AppendRefusedException refused) {
            assertThat(refused.refusal()).isInstanceOf(AppendRefused.OnceTaken.class);
        }
        long[] effects = new long[1];
        ledger.read(0, Long.MAX_VALUE, recorded -> effects[0] += recorded.record().once().equals("due/7") ? 1 : 0);
        return effects[0];
    }

    // durable before acknowledged, in memory; SqlitePowerCutTest has it on files

    @Test
    void an_append_is_not_answered_before_its_store_has_it() {
        assertThat(acknowledgedAndAbsent(true)).isZero();
    }

    @Test
    void if_it_were_answered_before_an_acknowledged_record_would_be_missing() {
        assertThat(acknowledgedAndAbsent(false)).isPositive();
    }

    /** The power fails when the answer has come; without the guard the store had only promised to write. */
    private static long acknowledgedAndAbsent(boolean durableFirst) {
        MemoryStore disk = MemoryStore.guarded();
        LedgerStore store = durableFirst ? disk : new WritesLater(disk);
        Ledger ledger = Ledger.open(store, LedgerOptions.defaults());
        String id = ledger.append(List.of(Records.in(Records.newStream(), 0))).records().getFirst().record().id();
        return disk.findById(id).isEmpty() ? 1 : 0;
    }

    private static final class WritesLater extends DelegatingStore {
        WritesLater(LedgerStore inner) {
            super(inner);
        }

        @Override
        public Inserted insert(StoredBatch batch) {
            return Inserted.LANDED;
        }
    }

    // leaf coverage

    @Test
    void with_the_whole_record_in_its_leaf_no_byte_can_be_changed_unseen() {
        assertThat(unseenChanges(EncodedRecord::leafHash)).isZero();
    }

    @Test
    void with_only_the_payload_in_its_leaf_every_other_byte_can_be_changed_unseen() {
        assertThat(unseenChanges(encoded -> Rfc6962.leafHash(encoded.record().payload()))).isPositive();
    }

    /** Bytes of a record that may be changed so that it is still a record and its leaf is the same. */
    private static long unseenChanges(Function<EncodedRecord, byte[]> leaf) {
        EncodedRecord honest = EncodedRecord.of(new LedgerRecord(UUID.randomUUID().toString(), Records.newStream(), 0, "thing.v1", 1,
                Instant.now(), "cause", Records.json("{\"person\":\"a\"}"), Records.json("{\"n\":1}")));
        long unseen = 0;
        for (int i = 0; i < honest.bytes().length; i++) {
            byte[] changed = honest.bytes().clone();
            changed[i] ^= 1;
            try {
                unseen += Arrays.equals(leaf.apply(EncodedRecord.of(changed)), leaf.apply(honest)) ? 1 : 0;
            } catch (LedgerFormatException noRecord) {
                // a length or the format was hit: seen at once
            }
        }
        return unseen;
    }

    // waiting at a gap

    @Test
    void a_reader_that_waits_at_a_gap_takes_every_record() throws Exception {
        LateToShow store = new LateToShow(threeBatches());
        List<Long> taken = new CopyOnWriteArrayList<>();
        try (Ledger ledger = Ledger.open(store, LedgerOptions.defaults())) {
            TailReader tail = ledger.tail(0, records -> records.forEach(recorded -> taken.add(recorded.position())), "gap");
            assertThat(tail.awaitPosition(3, Duration.ofSeconds(30))).isTrue();
        }
        assertThat(taken).containsExactly(0L, 1L, 2L);
    }

    @Test
    void a_reader_that_goes_on_behind_the_highest_position_it_has_seen_skips_a_committed_record() {
        LateToShow store = new LateToShow(threeBatches());
        List<Long> taken = new ArrayList<>();
        long next = 0;
        for (int asked = 0; asked < 10; asked++) {
            for (StoredBatch batch : store.batchesFrom(next, 1 << 20)) {
                taken.add(batch.firstPosition());
                next = batch.nextPosition();
            }
        }
        assertThat(taken).containsExactly(0L, 2L);
    }

    private static MemoryStore threeBatches() {
        MemoryStore store = MemoryStore.guarded();
        Ledger ledger = Ledger.open(store, LedgerOptions.defaults());
        IntStream.range(0, 3).forEach(_ -> ledger.append(List.of(Records.in(Records.newStream(), 0))));
        return store;
    }

    /** Shows position 2 before position 1, as databases do where two transactions end in another order than they took their numbers. */
    private static final class LateToShow extends DelegatingStore {
        private static final int LOOKS = 3;
        private int looks;

        LateToShow(LedgerStore inner) {
            super(inner);
        }

        @Override
        public boolean shared() {
            return true;
        }

        @Override
        public List<StoredBatch> batchesFrom(long position, int maxBytes) {
            List<StoredBatch> all = super.batchesFrom(position, maxBytes);
            boolean late = position == 0 || position == 1 && ++looks <= LOOKS;
            return late ? all.stream().filter(batch -> batch.firstPosition() != 1).toList() : all;
        }
    }

    // building on a foreign batch

    @Test
    void an_appender_that_was_left_behind_is_fenced_by_the_head_and_places_its_records_after_it() {
        MemoryStore store = MemoryStore.guarded();
        Ledger hung = Ledger.open(store, LedgerOptions.defaults());
        Ledger other = Ledger.open(store, LedgerOptions.defaults());
        String stream = Records.newStream();
        hung.append(List.of(Records.in(stream, 0)));
        other.append(List.of(Records.in(stream, 1)));
        assertThat(hung.append(List.of(Records.in(Records.newStream(), 0))).firstPosition()).isEqualTo(2);
        assertThatExceptionOfType(AppendRefusedException.class).isThrownBy(() -> hung.append(List.of(Records.in(stream, 1))));
    }
}
