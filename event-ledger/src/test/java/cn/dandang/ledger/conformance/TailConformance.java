package cn.dandang.ledger.conformance;

import static cn.dandang.ledger.Records.in;
import static cn.dandang.ledger.Records.newStream;
import static org.assertj.core.api.Assertions.assertThat;

import cn.dandang.ledger.Ledger;
import cn.dandang.ledger.Recorded;
import cn.dandang.ledger.TailReader;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** Following the ledger: everything once, in order, without a gap; a failure stops the reader where it is. */
public abstract class TailConformance extends ConformanceBase {

    private final List<Recorded> taken = new CopyOnWriteArrayList<>();

    @Test
    void a_tail_takes_what_is_there_and_what_comes() throws Exception {
        Ledger ledger = open();
        String stream = newStream();
        ledger.append(List.of(in(stream, 0), in(stream, 1)));
        TailReader tail = ledger.tail(0, taken::addAll, "all");
        assertThat(tail.awaitPosition(2, patience())).isTrue();
        ledger.append(List.of(in(stream, 2)));
        assertThat(tail.awaitPosition(3, patience())).isTrue();
        assertThat(taken).isEqualTo(everything(ledger));
        assertThat(tail.position()).isEqualTo(3);
        assertThat(tail.name()).isEqualTo("all");
        assertThat(tail.failure()).isEmpty();
    }

    @Test
    void a_tail_begins_at_any_position_also_inside_a_batch() throws Exception {
        Ledger ledger = open();
        String stream = newStream();
        ledger.append(List.of(in(stream, 0), in(stream, 1), in(stream, 2)));
        TailReader tail = ledger.tail(1, taken::addAll, "late");
        assertThat(tail.awaitPosition(3, patience())).isTrue();
        ledger.append(List.of(in(stream, 3)));
        assertThat(tail.awaitPosition(4, patience())).isTrue();
        assertThat(taken).extracting(Recorded::position).containsExactly(1L, 2L, 3L);
    }

    @Test
    void a_tail_sees_many_writers_in_one_order() throws Exception {
        Ledger ledger = open();
        TailReader tail = ledger.tail(0, taken::addAll, "all");
        allAtOnce(IntStream.range(0, 16).<Callable<?>>mapToObj(writer -> () -> {
            String stream = newStream();
            for (int version = 0; version < 25; version++) {
                ledger.append(List.of(in(stream, version)));
            }
            return writer;
        }).toList());
        assertThat(tail.awaitPosition(400, patience())).isTrue();
        assertThat(taken).extracting(Recorded::position)
                .containsExactlyElementsOf(LongStream.range(0, 400).boxed().toList());
        assertThat(taken).isEqualTo(everything(ledger));
    }

    @Test
    void a_consumer_that_fails_stops_its_tail_there_and_no_other() throws Exception {
        Ledger ledger = open();
        CompletableFuture<TailReader.Failure> failure = new CompletableFuture<>();
        TailReader failing = ledger.tail(0, records -> {
            if (records.getFirst().position() == 1) {
                throw new IllegalStateException("cannot take this one");
            }
        }, "failing", failure::complete);
        TailReader other = ledger.tail(0, taken::addAll, "other");
        ledger.append(List.of(in(newStream(), 0)));
        assertThat(failing.awaitPosition(1, patience())).isTrue();
        ledger.append(List.of(in(newStream(), 0)));
        ledger.append(List.of(in(newStream(), 0)));
        TailReader.Failure stopped = failure.get(patience().toMillis(), TimeUnit.MILLISECONDS);
        assertThat(stopped.position()).isEqualTo(1);
        assertThat(stopped.cause()).hasMessage("cannot take this one");
        assertThat(failing.position()).isEqualTo(1);
        assertThat(failing.awaitPosition(2, patience())).isFalse();
        assertThat(other.awaitPosition(3, patience())).isTrue();
        assertThat(taken).hasSize(3);
    }

    @Test
    void a_stopped_tail_takes_nothing_more() throws Exception {
        Ledger ledger = open();
        TailReader tail = ledger.tail(0, taken::addAll, "stopped");
        ledger.append(List.of(in(newStream(), 0)));
        assertThat(tail.awaitPosition(1, patience())).isTrue();
        tail.stop();
        ledger.append(List.of(in(newStream(), 0)));
        assertThat(tail.running()).isFalse();
        assertThat(taken).hasSize(1);
        assertThat(ledger.head()).isEqualTo(2);
    }

    @Test
    void what_is_there_already_comes_together() throws Exception {
        Ledger ledger = open();
        for (int i = 0; i < 10; i++) {
            ledger.append(List.of(in(newStream(), 0)));
        }
        List<List<Recorded>> calls = new CopyOnWriteArrayList<>();
        TailReader tail = ledger.tail(0, calls::add, "together");
        assertThat(tail.awaitPosition(10, patience())).isTrue();
        assertThat(calls).hasSize(1);
        assertThat(calls.getFirst()).isEqualTo(everything(ledger));
    }

    @Test
    void what_a_consumer_fails_on_is_offered_once_however_much_it_is() throws Exception {
        Ledger ledger = open();
        for (int batch = 0; batch < 6; batch++) {
            String stream = newStream();
            ledger.append(IntStream.range(0, 100).mapToObj(version -> in(stream, version)).toList());
        }
        List<Long> offered = new CopyOnWriteArrayList<>();
        CompletableFuture<TailReader.Failure> failure = new CompletableFuture<>();
        ledger.tail(0, records -> {
            offered.add(records.getFirst().position());
            if (records.getFirst().position() > 0) {
                throw new IllegalStateException("cannot take these");
            }
        }, "failing", failure::complete);
        assertThat(failure.get(patience().toMillis(), TimeUnit.MILLISECONDS).position()).isEqualTo(300);
        assertThat(offered).containsExactly(0L, 300L);
    }
}
