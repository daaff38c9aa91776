package cn.dandang.ledger.conformance;

import static cn.dandang.ledger.Records.in;
import static cn.dandang.ledger.Records.json;
import static cn.dandang.ledger.Records.newStream;
import static org.assertj.core.api.Assertions.assertThat;

import cn.dandang.ledger.EncodedRecord;
import cn.dandang.ledger.Held;
import cn.dandang.ledger.Ledger;
import cn.dandang.ledger.LedgerCursor;
import cn.dandang.ledger.LedgerRecord;
import cn.dandang.ledger.LedgerStore;
import cn.dandang.ledger.NewRecord;
import cn.dandang.ledger.Recorded;
import cn.dandang.ledger.Snapshot;
import cn.dandang.ledger.StoredBatch;
import cn.dandang.ledger.TreeHead;
import cn.dandang.ledger.tree.CompactRange;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** Reading back, by position, stream, key and time; the store's own promises; snapshots. */
public abstract class ReadingConformance extends ConformanceBase {

    @Test
    void a_record_comes_back_byte_for_byte() {
        Ledger ledger = open();
        byte[] anything = new byte[256];
        for (int i = 0; i < anything.length; i++) {
            anything[i] = (byte) i;
        }
        Instant at = Instant.parse("2026-11-20T08:30:15.123456Z");
        NewRecord offered = new NewRecord("标识-𠮷-1", "案件-" + UUID.randomUUID(), 0, "容错.认定.v1", 7, "反应/事实/对象", anything,
                new byte[0], at);
        Recorded appended = ledger.append(List.of(offered)).records().getFirst();
        Recorded read = everything(ledger).getFirst();
        assertThat(read).isEqualTo(appended);
        assertThat(read.record().bytes()).isEqualTo(appended.record().bytes());
        assertThat(read.record().id()).isEqualTo("标识-𠮷-1");
        assertThat(read.record().type()).isEqualTo("容错.认定.v1");
        assertThat(read.record().revision()).isEqualTo(7);
        assertThat(read.record().recordedAt()).isEqualTo(Instant.parse("2026-11-20T08:30:15.123Z"));
        assertThat(read.record().metadata()).isEqualTo(anything);
        assertThat(read.record().payload()).isEmpty();
        assertThat(ledger.findById("标识-𠮷-1")).contains(read);
        assertThat(ledger.findByOnce("反应/事实/对象")).contains(read);
        assertThat(ledger.readStream(offered.stream(), 0)).containsExactly(read);
    }

    @Test
    void reading_begins_and_ends_at_any_position_also_inside_a_batch() {
        Ledger ledger = open();
        String stream = newStream();
        for (int i = 0; i < 4; i++) {
            ledger.append(List.of(in(stream, i * 3), in(stream, i * 3 + 1), in(stream, i * 3 + 2)));
        }
        for (long from = 0; from <= 12; from++) {
            for (long to = from; to <= 13; to++) {
                List<Long> positions = new ArrayList<>();
                ledger.read(from, to, recorded -> positions.add(recorded.position()));
                assertThat(positions).containsExactlyElementsOf(LongStream.range(from, Math.min(to, 12)).boxed().toList());
            }
        }
    }

    @Test
    void a_cursor_may_stay_open_while_others_append() {
        Ledger ledger = open();
        String stream = newStream();
        ledger.append(List.of(in(stream, 0)));
        try (LedgerCursor cursor = ledger.cursor(0, Long.MAX_VALUE)) {
            assertThat(cursor.next().position()).isZero();
            ledger.append(List.of(in(stream, 1)));
            assertThat(cursor.next().position()).isEqualTo(1);
            assertThat(cursor.hasNext()).isFalse();
        }
    }

    @Test
    void a_stream_is_read_in_order_of_version_from_any_version() {
        Ledger ledger = open();
        String stream = newStream();
        for (int i = 0; i < 10; i++) {
            ledger.append(List.of(in(newStream(), 0), in(stream, i)));
        }
        assertThat(ledger.readStream(stream, 0)).extracting(recorded -> recorded.record().version())
                .containsExactlyElementsOf(LongStream.range(0, 10).boxed().toList());
        assertThat(ledger.readStream(stream, 7)).extracting(Recorded::position).containsExactly(15L, 17L, 19L);
        assertThat(ledger.readStream(stream, 3, 2)).extracting(Recorded::position).containsExactly(7L, 9L);
        assertThat(ledger.readStream(stream, 10)).isEmpty();
        assertThat(ledger.readStream(newStream(), 0)).isEmpty();
        assertThat(ledger.lastVersion(stream)).hasValue(9);
        assertThat(ledger.lastVersion(newStream())).isEmpty();
    }

    @Test
    void a_long_stream_is_read_whole() {
        Ledger ledger = open();
        String stream = newStream();
        for (int page = 0; page < 3; page++) {
            int first = page * 1000;
            ledger.append(LongStream.range(first, first + 1000).mapToObj(version -> in(stream, version)).toList());
        }
        assertThat(ledger.readStream(stream, 0)).extracting(recorded -> recorded.record().version())
                .containsExactlyElementsOf(LongStream.range(0, 3000).boxed().toList());
        assertThat(ledger.readStream(stream, 1999)).hasSize(1001);
        assertThat(ledger.lastVersion(stream)).hasValue(2999);
    }

    @Test
    void look_ups_find_what_is_there_and_nothing_else() {
        Ledger ledger = open();
        NewRecord record = in(newStream(), 0);
        Recorded recorded = ledger.append(List.of(record)).records().getFirst();
        assertThat(ledger.findById(record.id())).contains(recorded);
        assertThat(ledger.findByOnce(record.id())).contains(recorded);
        assertThat(ledger.findById(UUID.randomUUID().toString())).isEmpty();
        assertThat(ledger.findByOnce(record.stream())).isEmpty();
        assertThat(ledger.store().holdersOfKeysOf(List.of(recorded.record()))).extracting(Held::recorded).containsExactly(recorded);
    }

    @Test
    void the_first_position_at_or_after_an_instant_is_found_also_when_times_are_out_of_order() {
        Ledger ledger = open();
        long[] seconds = {30, 40, 50, 45, 42, 60};
        for (long second : seconds) {
            NewRecord record = in(newStream(), 0);
            ledger.append(List.of(new NewRecord(record.id(), record.stream(), 0, record.type(), 1, record.once(),
                    record.metadata(), record.payload(), Instant.ofEpochSecond(second))));
        }
        assertThat(ledger.firstPositionAtOrAfter(Instant.ofEpochSecond(1))).hasValue(0);
        assertThat(ledger.firstPositionAtOrAfter(Instant.ofEpochSecond(30))).hasValue(0);
        assertThat(ledger.firstPositionAtOrAfter(Instant.ofEpochSecond(30, 1))).hasValue(1);
        assertThat(ledger.firstPositionAtOrAfter(Instant.ofEpochSecond(45))).hasValue(2);
        assertThat(ledger.firstPositionAtOrAfter(Instant.ofEpochSecond(51))).hasValue(5);
        assertThat(ledger.firstPositionAtOrAfter(Instant.ofEpochSecond(61))).isEmpty();
    }

    @Test
    void a_record_without_a_time_is_stamped_by_the_ledger() {
        Ledger ledger = open();
        Instant before = Instant.now().minusMillis(1);
        ledger.append(List.of(in(newStream(), 0)));
        assertThat(everything(ledger).getFirst().record().recordedAt()).isBetween(before, Instant.now());
    }

    @Test
    void a_store_takes_no_second_batch_at_a_position() {
        LedgerStore store = fixture().open();
        Ledger ledger = open(store);
        ledger.append(List.of(in(newStream(), 0)));
        StoredBatch taken = store.batchAt(0).orElseThrow();
        assertThat(store.insert(taken)).isEqualTo(LedgerStore.Inserted.NOT_INSERTED);
        LedgerRecord other = new LedgerRecord(UUID.randomUUID().toString(), newStream(), 0, "thing.happened.v1", 1,
                Instant.now(), UUID.randomUUID().toString(), json("{}"), json("{}"));
        CompactRange range = CompactRange.empty().append(other.leafHash());
        StoredBatch late = new StoredBatch(0, "another/0", range, range.root(), other.recordedAt().toEpochMilli(),
                List.of(EncodedRecord.of(other)));
        assertThat(store.insert(late)).as("keys that are free, at a position that is not")
                .isEqualTo(LedgerStore.Inserted.NOT_INSERTED);
        assertThat(store.batchAt(0).orElseThrow().batchId()).isEqualTo(taken.batchId());
        NewRecord next = in(newStream(), 0);
        ledger.append(List.of(next));
        assertThat(store.batchAt(1).orElseThrow().records().getFirst().record().id()).isEqualTo(next.id());
        assertThat(store.head()).isEqualTo(2);
    }

    @Test
    void batches_state_the_head_after_them_and_are_found_by_position() {
        LedgerStore store = fixture().open();
        Ledger ledger = open(store);
        List<TreeHead> heads = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            ledger.append(List.of(in(newStream(), 0), in(newStream(), 0)));
            heads.add(ledger.treeHead());
        }
        assertThat(store.batchesFrom(0, Integer.MAX_VALUE)).extracting(StoredBatch::head).isEqualTo(heads);
        assertThat(store.batchesFrom(3, Integer.MAX_VALUE)).extracting(StoredBatch::firstPosition).containsExactly(2L, 4L);
        assertThat(store.batchesFrom(2, 1)).extracting(StoredBatch::firstPosition).containsExactly(2L);
        assertThat(store.batchesFrom(6, Integer.MAX_VALUE)).isEmpty();
        assertThat(store.batchAt(2).orElseThrow().head()).isEqualTo(heads.get(1));
        assertThat(store.batchAt(3)).isEmpty();
        assertThat(store.batchBefore(4).orElseThrow().firstPosition()).isEqualTo(2);
        assertThat(store.batchBefore(Long.MAX_VALUE).orElseThrow().firstPosition()).isEqualTo(4);
        assertThat(store.batchBefore(0)).isEmpty();
        assertThat(store.derivedContradiction()).isEmpty();
        assertThat(store.description()).isNotBlank();
    }

    @Test
    void snapshots_are_kept_replaced_and_dropped_and_are_no_part_of_the_ledger() {
        Ledger ledger = open();
        String stream = newStream();
        ledger.append(List.of(in(stream, 0), in(stream, 1)));
        TreeHead head = ledger.treeHead();
        LedgerStore store = ledger.store();
        store.saveSnapshot(snapshot(stream, 0, "a"));
        store.saveSnapshot(snapshot(stream, 1, "b"));
        store.saveSnapshot(snapshot(stream, 1, "c"));
        assertThat(store.snapshots(stream)).extracting(Snapshot::version).containsExactly(1L, 0L);
        assertThat(store.snapshots(stream).getFirst().payload()).isEqualTo(json("c"));
        assertThat(store.snapshots(stream).getFirst()).usingRecursiveComparison().isEqualTo(snapshot(stream, 1, "c"));
        assertThat(store.snapshots(newStream())).isEmpty();
        String other = newStream();
        store.saveSnapshot(snapshot(other, 0, "d"));
        store.dropSnapshotsBelow(stream, 1);
        assertThat(store.snapshots(stream)).extracting(Snapshot::version).containsExactly(1L);
        assertThat(store.snapshots(other)).hasSize(1);
        store.dropSnapshots();
        assertThat(store.snapshots(stream)).isEmpty();
        assertThat(ledger.treeHead()).isEqualTo(head);
        assertThat(everything(ledger)).hasSize(2);
    }

    private static Snapshot snapshot(String stream, long version, String payload) {
        return new Snapshot(stream, version, "snapshot-" + version, "Case", "case.state", "2",
                Instant.parse("2026-11-20T01:02:03.004Z"), json("{}"), json(payload));
    }
}
