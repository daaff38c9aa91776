package cn.dandang.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import cn.dandang.ledger.VerificationReport.Kind;
import cn.dandang.ledger.conformance.DelegatingStore;
import cn.dandang.ledger.conformance.HoldingStore;
import cn.dandang.ledger.conformance.StoreFixture;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the guards are for: with a guard out, or a store that misbehaves, the promise breaks or the ledger stops. */
class GuardsOffTest {

    @TempDir
    Path folder;

    @Test
    void without_the_comparison_inside_a_batch_one_id_is_recorded_twice_and_the_verifier_sees_it() throws Exception {
        VerificationReport report = twoOfOneIdInOneBatch(folder.resolve("ledger.db"));
        assertThat(report.records()).as("of the batches before the one with the two").isEqualTo(1);
        assertThat(report.defect()).hasValueSatisfying(defect -> assertThat(defect.kind()).isEqualTo(Kind.ID_REPEATED));
    }

    @Test
    void the_unique_index_of_a_mongodb_does_not_guard_inside_a_batch() throws Exception {
        StoreFixture place = MongoServers.standIn();
        try (Ledger ledger = twoInOneBatch(place.open(), UUID.randomUUID().toString())) {
            assertThat(ledger.head()).isEqualTo(3);
        } finally {
            place.close();
        }
    }

    static VerificationReport twoOfOneIdInOneBatch(Path file) throws Exception {
        try (Ledger ledger = twoInOneBatch(SqliteLedgerStore.open(file), UUID.randomUUID().toString())) {
            return LedgerVerifier.verify(ledger, List.of());
        }
    }

    private static Ledger twoInOneBatch(LedgerStore inner, String id) throws Exception {
        HoldingStore store = new HoldingStore(inner);
        Ledger unguarded = Ledger.open(store, LedgerOptions.defaults(), false);
        CompletableFuture<Appended> first = append(unguarded, Records.in(Records.newStream(), 0));
        store.awaitFirstInsert();
        CompletableFuture<Appended> one = append(unguarded, Records.withId(id, Records.newStream(), 0));
        CompletableFuture<Appended> two = append(unguarded, Records.withId(id, Records.newStream(), 0));
        store.release();
        CompletableFuture.allOf(first, one, two).join();
        return unguarded;
    }

    private static CompletableFuture<Appended> append(Ledger ledger, NewRecord record) {
        CompletableFuture<Appended> answer = new CompletableFuture<>();
        Thread thread = Thread.ofPlatform().daemon().start(() -> {
            try {
                answer.complete(ledger.append(List.of(record)));
            } catch (RuntimeException e) {
                answer.completeExceptionally(e);
            }
        });
        Awaitility.await().pollInterval(Duration.ofMillis(1)).until(() -> thread.getState() == Thread.State.TIMED_WAITING
                || thread.getState() == Thread.State.WAITING || !thread.isAlive());
        return answer;
    }

    @Test
    void an_appender_refuses_to_build_on_a_foreign_batch_whose_root_is_wrong() {
        StoreFixture place = MongoServers.standIn();
        try (Ledger honest = Ledger.open(place.open(), LedgerOptions.defaults());
                LedgerStore raw = place.open()) {
            honest.append(List.of(Records.in(Records.newStream(), 0)));
            StoredBatch first = raw.batchAt(0).orElseThrow();
            LedgerRecord record = new LedgerRecord(UUID.randomUUID().toString(), Records.newStream(), 0, "thing.v1", 1,
                    Instant.now(), "c", new byte[0], new byte[0]);
            StoredBatch true2 = StoredBatch.following(first.range(), first.peakAt(), "other/0", List.of(EncodedRecord.of(record)));
            raw.insert(new StoredBatch(1, "other/0", true2.range(), new byte[32], true2.peakAt(), true2.records()));

            for (int attempt = 0; attempt < 2; attempt++) {
                assertThatExceptionOfType(LedgerCorruptException.class)
                        .isThrownBy(() -> honest.append(List.of(Records.in(Records.newStream(), 0))))
                        .withMessageContaining("position 1").withMessageContaining("not built on");
            }
            assertThat(raw.head()).isEqualTo(2);
            assertThatExceptionOfType(LedgerCorruptException.class)
                    .isThrownBy(() -> Ledger.open(raw, LedgerOptions.defaults()));
        } finally {
            place.close();
        }
    }

    @Test
    void a_tail_waits_at_a_gap_and_does_not_skip() throws Exception {
        List<Recorded> taken = new CopyOnWriteArrayList<>();
        CountDownLatch askedAgain = new CountDownLatch(5);
        Gapped store = new Gapped(SqliteLedgerStore.open(folder.resolve("ledger.db")), askedAgain);
        try (Ledger ledger = Ledger.open(store, LedgerOptions.defaults())) {
            for (int i = 0; i < 3; i++) {
                ledger.append(List.of(Records.in(Records.newStream(), 0)));
            }
            store.gapped = true;
            TailReader tail = ledger.tail(0, taken::addAll, "gap");
            askedAgain.await();
            assertThat(tail.position()).isEqualTo(1);
            assertThat(tail.failure()).isEmpty();
            store.gapped = false;
            assertThat(tail.awaitPosition(3, Duration.ofSeconds(30))).isTrue();
            assertThat(taken).extracting(Recorded::position).containsExactly(0L, 1L, 2L);
        }
    }

    /** Shows p + 1 while p is not visible yet, as a set of look-ups that are not one snapshot may. */
    private static final class Gapped extends DelegatingStore {
        private final CountDownLatch askedAgain;
        private volatile boolean gapped;

        Gapped(LedgerStore inner, CountDownLatch askedAgain) {
            super(inner);
            this.askedAgain = askedAgain;
        }

        @Override
        public boolean shared() {
            return true;
        }

        @Override
        public List<StoredBatch> batchesFrom(long position, int maxBytes) {
            List<StoredBatch> all = super.batchesFrom(position, maxBytes);
            if (gapped) {
                askedAgain.countDown();
                return all.stream().filter(batch -> batch.firstPosition() != 1).toList();
            }
            return all;
        }
    }

    @Test
    void a_tail_stops_with_an_alarm_where_batches_overlap() throws Exception {
        SqliteLedgerStore inner = SqliteLedgerStore.open(folder.resolve("ledger.db"));
        CompletableFuture<TailReader.Failure> alarm = new CompletableFuture<>();
        DelegatingStore overlapping = new DelegatingStore(inner) {
            @Override
            public List<StoredBatch> batchesFrom(long position, int maxBytes) {
                List<StoredBatch> all = super.batchesFrom(0, maxBytes);
                return position == 0 ? all.subList(0, 1) : all.stream().map(batch -> new StoredBatch(batch.firstPosition() - 1,
                        batch.batchId(), batch.range(), batch.root(), batch.peakAt(), batch.records())).skip(1).toList();
            }
        };
        try (Ledger ledger = Ledger.open(overlapping, LedgerOptions.defaults())) {
            for (int i = 0; i < 2; i++) {
                ledger.append(List.of(Records.in(Records.newStream(), 0), Records.in(Records.newStream(), 0)));
            }
            ledger.tail(0, records -> { }, "overlap", alarm::complete);
            TailReader.Failure failure = alarm.get(30, TimeUnit.SECONDS);
            assertThat(failure.position()).isEqualTo(2);
            assertThat(failure.cause()).isInstanceOf(LedgerCorruptException.class).hasMessageContaining("overlap");
        }
    }
}
