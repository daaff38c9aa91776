package cn.dandang.ledger.conformance;

import static cn.dandang.ledger.Records.in;
import static cn.dandang.ledger.Records.newStream;
import static cn.dandang.ledger.Records.ofSize;
import static cn.dandang.ledger.Records.withId;
import static cn.dandang.ledger.Records.withOnce;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import cn.dandang.ledger.AppendRefused;
import cn.dandang.ledger.Appended;
import cn.dandang.ledger.Ledger;
import cn.dandang.ledger.LedgerUnavailableException;
import cn.dandang.ledger.NewRecord;
import cn.dandang.ledger.Recorded;
import cn.dandang.ledger.tree.CompactRange;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** Appending: order, density, atomicity, durability, refusals. */
public abstract class LedgerConformance extends ConformanceBase {

    @Test
    void positions_are_dense_and_in_commit_order() {
        Ledger ledger = open();
        List<String> ids = new ArrayList<>();
        String stream = newStream();
        for (int i = 0; i < 20; i++) {
            NewRecord record = in(stream, i);
            ids.add(record.id());
            assertThat(ledger.append(List.of(record)).firstPosition()).isEqualTo(i);
        }
        assertHolds(ledger, ids);
    }

    @Test
    void what_was_acknowledged_is_there_after_opening_again() {
        Ledger first = open();
        String stream = newStream();
        NewRecord a = in(stream, 0);
        NewRecord b = in(stream, 1);
        first.append(List.of(a, b));
        first.close();
        Ledger second = open();
        assertHolds(second, List.of(a.id(), b.id()));
        assertThat(second.treeHead()).isEqualTo(first.treeHead());
        NewRecord c = in(stream, 2);
        second.append(List.of(c));
        assertHolds(second, List.of(a.id(), b.id(), c.id()));
    }

    @Test
    void an_append_of_several_streams_is_one_piece() {
        Ledger ledger = open();
        String one = newStream();
        String other = newStream();
        Appended appended = ledger.append(List.of(in(one, 0), in(other, 0), in(one, 1)));
        assertThat(appended.records()).extracting(Recorded::position).containsExactly(0L, 1L, 2L);
        assertThat(everything(ledger)).isEqualTo(appended.records());
    }

    @Test
    void a_refused_append_leaves_nothing_of_itself() {
        Ledger ledger = open();
        String one = newStream();
        String other = newStream();
        NewRecord first = in(one, 0);
        ledger.append(List.of(first));
        assertThat(refusalOf(ledger, in(other, 0), in(one, 0))).isEqualTo(new AppendRefused.VersionTaken(one, 0));
        assertThat(ledger.lastVersion(other)).isEmpty();
        NewRecord next = in(other, 0);
        ledger.append(List.of(next));
        assertHolds(ledger, List.of(first.id(), next.id()));
    }

    @Test
    void a_taken_version_is_refused() {
        Ledger ledger = open();
        String stream = newStream();
        NewRecord first = in(stream, 0);
        ledger.append(List.of(first));
        assertThat(refusalOf(ledger, in(stream, 0))).isEqualTo(new AppendRefused.VersionTaken(stream, 0));
        assertHolds(ledger, List.of(first.id()));
    }

    @Test
    void a_taken_version_is_refused_after_opening_again() {
        String stream = newStream();
        Ledger first = open();
        NewRecord record = in(stream, 0);
        first.append(List.of(record));
        first.close();
        Ledger ledger = open();
        assertThat(refusalOf(ledger, in(stream, 0))).isEqualTo(new AppendRefused.VersionTaken(stream, 0));
        assertHolds(ledger, List.of(record.id()));
    }

    @Test
    void a_skipped_version_is_refused() {
        Ledger ledger = open();
        String stream = newStream();
        NewRecord first = in(stream, 0);
        ledger.append(List.of(first));
        assertThat(refusalOf(ledger, in(stream, 2))).isEqualTo(new AppendRefused.VersionSkipped(stream, 2, 1));
        assertThat(refusalOf(ledger, in(newStream(), 1))).isInstanceOf(AppendRefused.VersionSkipped.class);
        assertHolds(ledger, List.of(first.id()));
    }

    @Test
    void a_taken_id_is_refused() {
        Ledger ledger = open();
        NewRecord first = in(newStream(), 0);
        ledger.append(List.of(first));
        assertThat(refusalOf(ledger, withId(first.id(), newStream(), 0))).isEqualTo(new AppendRefused.IdTaken(first.id()));
        assertHolds(ledger, List.of(first.id()));
    }

    @Test
    void a_second_try_with_the_same_cause_gets_the_first_result() {
        Ledger ledger = open();
        String stream = newStream();
        Recorded first = ledger.append(List.of(withOnce("release/fact-1/award-1", stream, 0))).records().getFirst();
        assertThat(refusalOf(ledger, withOnce("release/fact-1/award-1", stream, 1)))
                .isEqualTo(new AppendRefused.OnceTaken("release/fact-1/award-1", first.position()));
        assertThat(refusalOf(ledger, withOnce("release/fact-1/award-1", stream, 0)))
                .as("also when the version is the first one's, which its own success took")
                .isEqualTo(new AppendRefused.OnceTaken("release/fact-1/award-1", first.position()));
        assertThat(ledger.findByOnce("release/fact-1/award-1")).contains(first);
        assertHolds(ledger, List.of(first.record().id()));
    }

    @Test
    void a_cause_that_is_the_id_of_a_record_is_taken() {
        Ledger ledger = open();
        Recorded first = ledger.append(List.of(in(newStream(), 0))).records().getFirst();
        assertThat(refusalOf(ledger, withOnce(first.record().id(), newStream(), 0)))
                .isEqualTo(new AppendRefused.OnceTaken(first.record().id(), first.position()));
        assertHolds(ledger, List.of(first.record().id()));
    }

    @Test
    void one_append_that_contradicts_itself_is_refused() {
        Ledger ledger = open();
        String stream = newStream();
        NewRecord record = in(stream, 0);
        assertThat(refusalOf(ledger, record, withId(record.id(), newStream(), 0)))
                .isEqualTo(new AppendRefused.IdTaken(record.id()));
        assertThat(refusalOf(ledger, record, in(stream, 0))).isEqualTo(new AppendRefused.VersionTaken(stream, 0));
        assertThat(refusalOf(ledger, record, in(stream, 2))).isEqualTo(new AppendRefused.VersionSkipped(stream, 2, 1));
        ledger.append(List.of(record));
        assertHolds(ledger, List.of(record.id()));
    }

    @Test
    void an_append_that_is_too_large_is_refused_in_words_and_one_below_the_limit_lands() {
        Ledger ledger = open();
        NewRecord large = ofSize((8 << 20) - 1024, newStream(), 0);
        ledger.append(List.of(large));
        assertThat(refusalOf(ledger, ofSize((8 << 20) + 1, newStream(), 0))).isInstanceOf(AppendRefused.TooLarge.class);
        String stream = newStream();
        NewRecord[] many = LongStream.range(0, 4097).mapToObj(version -> in(stream, version)).toArray(NewRecord[]::new);
        assertThat(refusalOf(ledger, many)).isEqualTo(new AppendRefused.TooMany(4097, 4096));
        assertHolds(ledger, List.of(large.id()));
    }

    @Test
    void the_largest_number_of_records_fits() {
        Ledger ledger = open();
        String stream = newStream();
        List<NewRecord> many = LongStream.range(0, 4096).mapToObj(version -> in(stream, version)).toList();
        ledger.append(many);
        assertHolds(ledger, many.stream().map(NewRecord::id).toList());
        assertThat(ledger.readStream(stream, 0)).hasSize(4096);
    }

    @Test
    void the_largest_number_of_records_with_the_longest_keys_fits() {
        Ledger ledger = open();
        String longStream = "s".repeat(512);
        List<NewRecord> many = LongStream.range(0, 4096)
                .mapToObj(version -> withId(("%0512d").formatted(version), longStream, version)).toList();
        ledger.append(many);
        assertThat(ledger.head()).isEqualTo(4096);
        assertThat(ledger.lastVersion(longStream)).hasValue(4095);
        assertThat(ledger.findById(many.getLast().id())).isPresent();
    }

    @Test
    void the_root_is_that_of_all_records() {
        Ledger ledger = open();
        CompactRange expected = CompactRange.empty();
        for (int i = 0; i < 10; i++) {
            String stream = newStream();
            for (Recorded recorded : ledger.append(List.of(in(stream, 0), in(stream, 1), in(stream, 2))).records()) {
                expected = expected.append(recorded.record().leafHash());
            }
            assertThat(ledger.treeHead().root()).isEqualTo(expected.root());
        }
        CompactRange recomputed = CompactRange.empty();
        for (Recorded recorded : everything(ledger)) {
            recomputed = recomputed.append(recorded.record().leafHash());
        }
        assertThat(recomputed).isEqualTo(expected);
        assertThat(recomputed.size()).isEqualTo(30);
    }

    @Test
    void an_interrupted_caller_gets_its_result_and_stays_interrupted() {
        Ledger ledger = open();
        NewRecord record = in(newStream(), 0);
        Thread.currentThread().interrupt();
        Appended appended = ledger.append(List.of(record));
        assertThat(Thread.interrupted()).isTrue();
        assertThat(appended.firstPosition()).isZero();
        assertHolds(ledger, List.of(record.id()));
    }

    @Test
    void a_closed_ledger_takes_nothing_more() {
        Ledger ledger = open();
        NewRecord record = in(newStream(), 0);
        ledger.append(List.of(record));
        ledger.close();
        assertThatExceptionOfType(LedgerUnavailableException.class)
                .isThrownBy(() -> ledger.append(List.of(in(newStream(), 0)))).withMessageContaining("账本已关闭");
        assertHolds(open(), List.of(record.id()));
    }

    @Test
    void many_writers_are_all_recorded_once() throws Exception {
        Ledger ledger = open();
        List<Object> results = allAtOnce(IntStream.range(0, 32).<Callable<?>>mapToObj(writer -> () -> {
            String stream = newStream();
            List<Appended> mine = new ArrayList<>();
            for (int version = 0; version < 20; version++) {
                mine.add(ledger.append(List.of(in(stream, version))));
            }
            return mine;
        }).toList());
        HashSet<Long> positions = new HashSet<>();
        for (Object result : results) {
            for (Object appended : (List<?>) result) {
                Recorded recorded = ((Appended) appended).records().getFirst();
                assertThat(positions.add(recorded.position())).isTrue();
                assertThat(ledger.findById(recorded.record().id())).contains(recorded);
            }
        }
        assertThat(positions).hasSize(640);
        assertThat(everything(ledger)).hasSize(640);
        assertThat(ledger.head()).isEqualTo(640);
    }

    @Test
    void of_many_writers_of_one_version_exactly_one_wins() throws Exception {
        Ledger ledger = open();
        String stream = newStream();
        List<Object> results = allAtOnce(IntStream.range(0, 16)
                .<Callable<?>>mapToObj(i -> () -> ledger.append(List.of(in(stream, 0)))).toList());
        assertThat(appended(results)).hasSize(1);
        assertThat(results).filteredOn(result -> !(result instanceof Appended))
                .hasSize(15).containsOnly(new AppendRefused.VersionTaken(stream, 0));
        assertHolds(ledger, List.of(appended(results).getFirst().records().getFirst().record().id()));
    }
}
