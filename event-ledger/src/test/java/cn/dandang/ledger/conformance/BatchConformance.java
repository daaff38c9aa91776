package cn.dandang.ledger.conformance;

import static cn.dandang.ledger.Records.in;
import static cn.dandang.ledger.Records.newStream;
import static cn.dandang.ledger.Records.ofSize;
import static cn.dandang.ledger.Records.withId;
import static cn.dandang.ledger.Records.withOnce;
import static org.assertj.core.api.Assertions.assertThat;

import cn.dandang.ledger.AppendRefused;
import cn.dandang.ledger.AppendRefusedException;
import cn.dandang.ledger.Appended;
import cn.dandang.ledger.Ledger;
import cn.dandang.ledger.NewRecord;
import cn.dandang.ledger.Recorded;
import cn.dandang.ledger.StoredBatch;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** What gathers into one batch: each key collides there too, the first in wins, the others land. */
public abstract class BatchConformance extends ConformanceBase {

    /** Appends that wait behind a batch that is held back, so that they form the next one in this order. */
    private final class Gathering {
        final HoldingStore store = new HoldingStore(fixture().open());
        final Ledger ledger = open(store);
        final NewRecord head = in(newStream(), 0);
        private final List<CompletableFuture<Object>> answers = new ArrayList<>();

        Gathering() throws InterruptedException {
            offer(head);
            store.awaitFirstInsert();
        }

        void offer(NewRecord... records) {
            CompletableFuture<Object> answer = new CompletableFuture<>();
            answers.add(answer);
            Thread thread = Thread.ofPlatform().daemon().start(() -> {
                try {
                    answer.complete(ledger.append(List.of(records)));
                } catch (AppendRefusedException e) {
                    answer.complete(e.refusal());
                } catch (RuntimeException e) {
                    answer.completeExceptionally(e);
                }
            });
            // it is in the queue once it waits for its turn, or for the store if it leads
            Awaitility.await().pollInterval(Duration.ofMillis(1)).until(() -> thread.getState() == Thread.State.TIMED_WAITING
                    || thread.getState() == Thread.State.WAITING || !thread.isAlive());
        }

        List<Object> answers() {
            store.release();
            return answers.stream().skip(1).map(CompletableFuture::join).toList();
        }

        List<StoredBatch> batches() {
            return store.batchesFrom(0, Integer.MAX_VALUE);
        }
    }

    @Test
    void appends_that_wait_together_become_one_batch() throws Exception {
        Gathering gathering = new Gathering();
        List<NewRecord> waiting = IntStream.range(0, 10).mapToObj(i -> in(newStream(), 0)).toList();
        waiting.forEach(gathering::offer);
        assertThat(appended(gathering.answers())).extracting(Appended::firstPosition)
                .containsExactly(1L, 2L, 3L, 4L, 5L, 6L, 7L, 8L, 9L, 10L);
        assertThat(gathering.batches()).extracting(batch -> batch.records().size()).containsExactly(1, 10);
    }

    @Test
    void a_batch_has_at_most_512_appends() throws Exception {
        Gathering gathering = new Gathering();
        IntStream.range(0, 515).forEach(i -> gathering.offer(in(newStream(), 0)));
        assertThat(appended(gathering.answers())).hasSize(515);
        assertThat(gathering.batches()).extracting(batch -> batch.records().size()).containsExactly(1, 512, 3);
    }

    @Test
    void a_batch_has_at_most_one_mebibyte_unless_one_append_is_larger() throws Exception {
        Gathering gathering = new Gathering();
        for (int kibibytes : new int[] {600, 300, 200, 3000, 100}) {
            gathering.offer(ofSize(kibibytes << 10, newStream(), 0));
        }
        assertThat(appended(gathering.answers())).hasSize(5);
        assertThat(gathering.batches()).extracting(batch -> batch.records().size()).containsExactly(1, 2, 1, 1, 1);
    }

    @Test
    void a_version_collides_inside_a_batch() throws Exception {
        Gathering gathering = new Gathering();
        String stream = newStream();
        gathering.offer(in(stream, 0));
        gathering.offer(in(stream, 0));
        gathering.offer(in(newStream(), 0));
        List<Object> answers = gathering.answers();
        assertThat(answers.get(1)).isEqualTo(new AppendRefused.VersionTaken(stream, 0));
        assertWinners(gathering, answers, 0, 2);
    }

    @Test
    void an_id_collides_inside_a_batch() throws Exception {
        Gathering gathering = new Gathering();
        String id = UUID.randomUUID().toString();
        gathering.offer(withId(id, newStream(), 0));
        gathering.offer(withId(id, newStream(), 0));
        gathering.offer(in(newStream(), 0));
        List<Object> answers = gathering.answers();
        assertThat(answers.get(1)).isEqualTo(new AppendRefused.IdTaken(id));
        assertWinners(gathering, answers, 0, 2);
    }

    @Test
    void a_cause_collides_inside_a_batch() throws Exception {
        Gathering gathering = new Gathering();
        gathering.offer(withOnce("due/7", newStream(), 0));
        gathering.offer(withOnce("due/7", newStream(), 0));
        gathering.offer(in(newStream(), 0));
        List<Object> answers = gathering.answers();
        Recorded winner = ((Appended) answers.get(0)).records().getFirst();
        assertThat(answers.get(1)).isEqualTo(new AppendRefused.OnceTaken("due/7", winner.position()));
        assertThat(gathering.ledger.findByOnce("due/7")).contains(winner);
        assertWinners(gathering, answers, 0, 2);
    }

    @Test
    void a_loser_takes_none_of_its_other_records_with_it_into_the_batch() throws Exception {
        Gathering gathering = new Gathering();
        String contested = newStream();
        String other = newStream();
        gathering.offer(in(contested, 0));
        gathering.offer(in(other, 0), in(contested, 0));
        gathering.offer(in(other, 0));
        List<Object> answers = gathering.answers();
        assertThat(answers.get(1)).isEqualTo(new AppendRefused.VersionTaken(contested, 0));
        assertWinners(gathering, answers, 0, 2);
    }

    @Test
    void versions_that_follow_one_another_fit_into_one_batch() throws Exception {
        Gathering gathering = new Gathering();
        String stream = newStream();
        gathering.offer(in(stream, 0));
        gathering.offer(in(stream, 1));
        gathering.offer(in(stream, 2));
        assertWinners(gathering, gathering.answers(), 0, 1, 2);
        assertThat(gathering.ledger.readStream(stream, 0)).extracting(Recorded::position).containsExactly(1L, 2L, 3L);
    }

    @Test
    void a_collision_with_the_log_does_not_hold_up_the_others() throws Exception {
        Gathering gathering = new Gathering();
        NewRecord held = gathering.head;
        gathering.offer(in(newStream(), 0));
        gathering.offer(withId(held.id(), newStream(), 0));
        gathering.offer(in(held.stream(), 0));
        gathering.offer(withOnce(held.once(), newStream(), 0));
        gathering.offer(in(newStream(), 0));
        List<Object> answers = gathering.answers();
        assertThat(answers.get(1)).isEqualTo(new AppendRefused.IdTaken(held.id()));
        assertThat(answers.get(2)).isEqualTo(new AppendRefused.VersionTaken(held.stream(), 0));
        assertThat(answers.get(3)).isInstanceOf(AppendRefused.OnceTaken.class);
        assertWinners(gathering, answers, 0, 4);
    }

    private void assertWinners(Gathering gathering, List<Object> answers, int... winners) {
        List<String> ids = new ArrayList<>(List.of(gathering.head.id()));
        for (int winner : winners) {
            ((Appended) answers.get(winner)).records().forEach(recorded -> ids.add(recorded.record().id()));
        }
        assertHolds(gathering.ledger, ids);
        assertThat(gathering.ledger.store().derivedContradiction()).isEmpty();
    }
}
