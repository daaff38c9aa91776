package cn.dandang.ledger.conformance;

import static cn.dandang.ledger.Records.in;
import static cn.dandang.ledger.Records.newStream;
import static cn.dandang.ledger.Records.withId;
import static cn.dandang.ledger.Records.withOnce;
import static org.assertj.core.api.Assertions.assertThat;

import cn.dandang.ledger.AppendRefused;
import cn.dandang.ledger.Appended;
import cn.dandang.ledger.ArchiveFolder;
import cn.dandang.ledger.ArchiveReport;
import cn.dandang.ledger.Ledger;
import cn.dandang.ledger.LedgerArchiver;
import cn.dandang.ledger.NewRecord;
import cn.dandang.ledger.Recorded;
import cn.dandang.ledger.StreamExtent;
import cn.dandang.ledger.TailReader;
import cn.dandang.ledger.tree.CompactRange;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two appenders on one store, which is what several replicas of a service are. */
public abstract class SharedStoreConformance extends ConformanceBase {

    @Test
    void two_appenders_take_turns() {
        Ledger one = open();
        Ledger other = open();
        List<String> ids = new ArrayList<>();
        String stream = newStream();
        for (int i = 0; i < 10; i++) {
            NewRecord record = in(stream, i);
            ids.add(record.id());
            assertThat((i % 2 == 0 ? one : other).append(List.of(record)).firstPosition()).isEqualTo(i);
        }
        assertHolds(one, ids);
        assertHolds(other, ids);
    }

    @Test
    void each_key_collides_across_two_appenders() {
        Ledger one = open();
        Ledger other = open();
        String stream = newStream();
        Recorded held = one.append(List.of(withOnce("due/1", stream, 0))).records().getFirst();
        assertThat(refusalOf(other, in(stream, 0))).isEqualTo(new AppendRefused.VersionTaken(stream, 0));
        assertThat(refusalOf(other, withId(held.record().id(), newStream(), 0)))
                .isEqualTo(new AppendRefused.IdTaken(held.record().id()));
        assertThat(refusalOf(other, withOnce("due/1", newStream(), 0)))
                .isEqualTo(new AppendRefused.OnceTaken("due/1", held.position()));
        assertHolds(other, List.of(held.record().id()));
    }

    @Test
    void a_version_written_by_the_other_appender_is_followed_not_taken_for_a_gap() {
        Ledger one = open();
        Ledger other = open();
        String stream = newStream();
        List<NewRecord> records = LongStream.range(0, 4).mapToObj(version -> in(stream, version)).toList();
        one.append(List.of(records.get(0)));
        other.append(List.of(records.get(1)));
        other.append(List.of(records.get(2)));
        one.append(List.of(records.get(3)));
        assertHolds(one, records.stream().map(NewRecord::id).toList());
    }

    @Test
    void appenders_that_race_place_everything_once_and_build_one_tree() throws Exception {
        List<Ledger> appenders = List.of(open(), open(), open());
        List<Object> results = allAtOnce(IntStream.range(0, 24).<Callable<?>>mapToObj(writer -> () -> {
            String stream = newStream();
            List<Recorded> mine = new ArrayList<>();
            for (int version = 0; version < 10; version++) {
                // a writer moves between appenders, as a client does between replicas
                mine.addAll(appenders.get((writer + version) % 3).append(List.of(in(stream, version))).records());
            }
            return mine;
        }).toList());
        HashSet<Object> acknowledged = new HashSet<>();
        results.forEach(result -> acknowledged.addAll((List<?>) result));
        List<Recorded> all = everything(appenders.getFirst());
        assertThat(new HashSet<Object>(all)).isEqualTo(acknowledged);
        assertThat(all).extracting(Recorded::position)
                .containsExactlyElementsOf(LongStream.range(0, 240).boxed().toList());
        CompactRange recomputed = CompactRange.empty();
        for (Recorded recorded : all) {
            recomputed = recomputed.append(recorded.record().leafHash());
        }
        assertThat(open().treeHead().root()).isEqualTo(recomputed.root());
    }

    @Test
    void of_two_appenders_that_race_for_a_cause_exactly_one_wins() throws Exception {
        Ledger one = open();
        Ledger other = open();
        for (int round = 0; round < 10; round++) {
            String once = "race/" + UUID.randomUUID();
            List<Object> results = allAtOnce(List.<Callable<?>>of(
                    () -> one.append(List.of(withOnce(once, newStream(), 0))),
                    () -> other.append(List.of(withOnce(once, newStream(), 0)))));
            assertThat(appended(results)).hasSize(1);
            Recorded winner = appended(results).getFirst().records().getFirst();
            assertThat(results).contains(new AppendRefused.OnceTaken(once, winner.position()));
            assertThat(one.findByOnce(once)).contains(winner);
        }
        assertThat(one.head()).isEqualTo(10);
    }

    @Test
    void a_tail_sees_the_appends_of_the_other_appender() throws Exception {
        Ledger one = open();
        Ledger other = open();
        List<Recorded> taken = new CopyOnWriteArrayList<>();
        TailReader tail = one.tail(0, taken::addAll, "foreign");
        List<Recorded> appended = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            Appended append = (i % 2 == 0 ? other : one).append(List.of(in(newStream(), 0), in(newStream(), 0)));
            appended.addAll(append.records());
        }
        assertThat(tail.awaitPosition(10, patience())).isTrue();
        assertThat(taken).isEqualTo(appended);
    }

    @Test
    void what_one_process_archives_the_others_read_and_build_on(@TempDir Path place) throws Exception {
        ArchiveFolder folder = ArchiveFolder.at(place.resolve("archive"));
        Ledger one = open(fixture().open(folder));
        Ledger other = open(fixture().open(folder));
        String stream = newStream();
        one.append(List.of(in(stream, 0), in(newStream(), 0)));
        one.append(LongStream.range(1, 40).mapToObj(version -> in(stream, version)).toList());
        WholeView before = WholeView.of(one, place);
        LedgerArchiver mine = new LedgerArchiver(one, folder);
        LedgerArchiver theirs = new LedgerArchiver(other, folder);
        Collection<StreamExtent> chosen = mine.streams();
        List<Object> reports = allAtOnce(List.<Callable<?>>of(() -> mine.archive(chosen, report -> { }), () -> theirs.archive(chosen, report -> { })));
        assertThat(reports.stream().mapToLong(report -> ((ArchiveReport) report).records()).sum()).isEqualTo(41);
        assertThat(mine.streams()).isEmpty();
        assertThat(WholeView.of(one, place)).isEqualTo(before);
        assertThat(WholeView.of(other, place)).isEqualTo(before);
        // the other has not met these batches yet: it catches up over references
        assertThat(other.append(List.of(in(stream, 40))).firstPosition()).isEqualTo(41);
        assertThat(one.append(List.of(in(stream, 41))).firstPosition()).isEqualTo(42);
        assertThat(other.readStream(stream, 0)).hasSize(42);
    }
}
