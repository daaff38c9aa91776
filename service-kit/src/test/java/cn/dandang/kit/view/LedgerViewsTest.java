package cn.dandang.kit.view;

import static cn.dandang.kit.view.Filter.eq;
import static cn.dandang.kit.view.Filter.in;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import cn.dandang.kit.publishing.RecordedEvent;
import cn.dandang.kit.wire.Matters.MatterCommand;
import cn.dandang.kit.wire.Matters.MatterEvent;
import cn.dandang.kit.wire.WireService;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.data.mongodb.core.MongoTemplate;

class LedgerViewsTest {
    private static final Duration LONG = Duration.ofSeconds(30);

    @TempDir
    private Path folder;
    private WireService service;
    private MongoTemplate mongo;
    private final List<LedgerViews> open = new ArrayList<>();

    record MatterRow(String id, String cadre, LocalDate limit, int notes, String state, List<String> tags) {}

    record Counter(long matters, long annulled) {}

    /** Matters by id, and how many there are. */
    static final class MatterProjection implements Projection {
        final ViewCollection<MatterRow> matters;
        final ViewCollection<Counter> counters;
        final AtomicBoolean broken = new AtomicBoolean();

        MatterProjection(Views views) {
            matters = views.of("matters").collection("matters", MatterRow.class);
            counters = views.of("matters").collection("counters", Counter.class);
        }

        @Override
        public String name() {
            return "matters";
        }

        @Override
        public void on(RecordedEvent event) {
            String id = event.streamId();
            switch ((MatterEvent) event.event()) {
                case MatterEvent.Entered entered -> {
                    matters.save(id, new MatterRow(id, entered.cadre(), entered.limit(), 0, "OPEN", List.of("new", entered.cadre())));
                    counters.update("all", held -> held == null ? new Counter(1, 0) : new Counter(held.matters() + 1, held.annulled()));
                }
                case MatterEvent.Noted _ -> {
                    if (broken.get()) {
                        throw new IllegalStateException("a mistake in the projection");
                    }
                    matters.update(id, row -> row == null ? null : new MatterRow(id, row.cadre(), row.limit(), row.notes() + 1, row.state(), row.tags()));
                }
                case MatterEvent.Expired _ -> matters.update(id, row -> row == null ? null : new MatterRow(id, row.cadre(), row.limit(), row.notes(), "EXPIRED", row.tags()));
                case MatterEvent.Annulled _ -> {
                    matters.remove(id);
                    counters.update("all", held -> held == null ? null : new Counter(held.matters(), held.annulled() + 1));
                }
            }
        }
    }

    @BeforeEach
    void service() {
        service = WireService.in(folder, "views");
        mongo = ViewBench.template();
    }

    @AfterEach
    void close() {
        open.forEach(LedgerViews::close);
        service.close();
    }

    private record Running(LedgerViews views, MatterProjection projection) {}

    private Running start() throws InterruptedException {
        ViewDocuments documents = new ViewDocuments(mongo);
        MatterProjection projection = new MatterProjection(documents);
        LedgerViews views = new LedgerViews(service.ledger, service::read, documents, List.of(projection));
        open.add(views);
        views.start();
        assertThat(views.awaitAtLeast(service.ledger.head() - 1, LONG)).isTrue();
        return new Running(views, projection);
    }

    private List<String> matters(int count) {
        return IntStream.range(0, count).mapToObj(number -> {
            String matter = service.newMatter();
            service.send(new MatterCommand.Enter(matter, "cadre-" + number % 3, LocalDate.of(2026, 12, 1 + number)));
            service.send(new MatterCommand.Note(matter, "note", 0));
            return matter;
        }).toList();
    }

    private static String id(String stream) {
        return stream.substring(stream.length() - 36);
    }

    @Test
    void rows_are_found_by_id_and_by_equal_fields_and_come_in_pages() throws Exception {
        List<String> matters = matters(7);
        Running running = start();
        ViewCollection<MatterRow> rows = running.projection().matters;
        assertThat(rows.find(id(matters.get(2)))).contains(new MatterRow(id(matters.get(2)), "cadre-2", LocalDate.of(2026, 12, 3), 1, "OPEN", List.of("new", "cadre-2")));
        assertThat(rows.find("unknown")).isEmpty();
        assertThat(rows.list(eq("cadre", "cadre-1"))).hasSize(2);
        assertThat(rows.list(eq("limit", LocalDate.of(2026, 12, 2)))).hasSize(1);
        assertThat(rows.list(in("cadre", List.of("cadre-0", "cadre-2")), eq("state", "OPEN"))).hasSize(5);
        assertThat(rows.list(in("tags", List.of("cadre-0", "nothing")))).hasSize(3);
        assertThat(rows.findAll(List.of(id(matters.get(3)), "unknown", id(matters.get(1))))).extracting(MatterRow::id).containsExactly(id(matters.get(3)), id(matters.get(1)));
        List<MatterRow> first = rows.page(null, 3);
        List<MatterRow> second = rows.page(first.getLast().id(), 3);
        List<MatterRow> third = rows.page(second.getLast().id(), 3);
        assertThat(IntStream.range(0, 7).mapToObj(number -> List.of(first, second, third).get(number / 3).get(number % 3).id())).doesNotHaveDuplicates().isSorted();
        assertThat(third).hasSize(1);

        List<String> ascending = List.of(first, second, third).stream().flatMap(List::stream).map(MatterRow::id).toList();
        List<MatterRow> newest = rows.latest(null, 4);
        List<MatterRow> before = rows.latest(newest.getLast().id(), 4);
        assertThat(Stream.concat(newest.stream(), before.stream()).map(MatterRow::id)).containsExactlyElementsOf(ascending.reversed());
        assertThat(rows.latest(null, 4, eq("cadre", "cadre-1"))).hasSize(2);
    }

    @Test
    void a_redelivered_event_changes_nothing_not_even_a_counter() throws Exception {
        List<String> matters = matters(4);
        service.send(new MatterCommand.Annul(matters.getFirst(), "cause"));
        Running first = start();
        first.views().close();
        List<MatterRow> before = first.projection().matters.list();
        // as if the position had not been stored before the process ended: everything is delivered again, to the rows as they are
        mongo.dropCollection("view_positions");
        Running second = start();
        assertThat(second.projection().matters.list()).isEqualTo(before).hasSize(3);
        assertThat(second.projection().counters.find("all")).contains(new Counter(4, 1));
    }

    @Test
    void two_replicas_that_build_the_same_view_do_not_count_twice() throws Exception {
        Running one = start();
        Running other = start();
        List<String> matters = matters(30);
        service.send(new MatterCommand.Annul(matters.getFirst(), "cause"));
        long last = service.ledger.head() - 1;
        assertThat(one.views().awaitAtLeast(last, LONG)).isTrue();
        assertThat(other.views().awaitAtLeast(last, LONG)).isTrue();
        assertThat(one.projection().counters.find("all")).contains(new Counter(30, 1));
        assertThat(one.projection().matters.list()).hasSize(29).allSatisfy(row -> assertThat(row.notes()).isEqualTo(1));
    }

    @Test
    void the_position_is_stored_with_the_view_and_dies_with_it() throws Exception {
        matters(3);
        Running first = start();
        first.views().close();
        AtomicBoolean read = new AtomicBoolean();
        ViewDocuments documents = new ViewDocuments(mongo);
        LedgerViews again = new LedgerViews(service.ledger, recorded -> {
            read.set(true);
            return service.read(recorded);
        }, documents, List.of(new MatterProjection(documents)));
        open.add(again);
        again.start();
        assertThat(again.awaitAtLeast(service.ledger.head() - 1, LONG)).isTrue();
        assertThat(read).isFalse();

        mongo.getDb().drop();
        Running anew = start();
        assertThat(anew.projection().counters.find("all")).contains(new Counter(3, 0));
    }

    @Test
    void a_rebuilt_view_equals_the_live_one_and_takes_its_place() throws Exception {
        List<String> matters = matters(20);
        Running running = start();
        long head = service.ledger.head();
        List<Long> progress = new ArrayList<>();
        RebuildReport report = running.views().rebuild("matters", (read, total) -> {
            assertThat(total).isEqualTo(40);
            progress.add(read);
        });
        assertThat(progress).isSorted().hasSize(40).endsWith(40L);
        assertThat(report).isEqualTo(new RebuildReport("matters", 40, 21, 0, report.rebuiltDigest(), report.rebuiltDigest(), Map.of("ledger", 40L)));
        assertThat(report.liveDigest()).matches("[0-9a-f]{64}");
        assertThat(service.ledger.head()).as("a rebuild orders nothing").isEqualTo(head);
        assertThat(running.views().rebuild("matters", (read, total) -> { }).rebuiltDigest()).isEqualTo(report.rebuiltDigest());
        service.send(new MatterCommand.Note(matters.getFirst(), "after", 0));
        assertThat(running.views().awaitAtLeast(40, LONG)).isTrue();
        assertThat(running.projection().matters.find(id(matters.getFirst())).orElseThrow().notes()).isEqualTo(2);
        assertThat(mongo.getCollectionNames()).contains("matters.matters.g2").doesNotContain("matters.matters.g0", "matters.matters.g1");
    }

    @Test
    void a_rebuild_heals_a_row_that_somebody_changed_and_says_how_many_differed() throws Exception {
        List<String> matters = matters(5);
        Running running = start();
        mongo.remove(org.springframework.data.mongodb.core.query.Query.query(org.springframework.data.mongodb.core.query.Criteria.where("_id").is(id(matters.getFirst()))), "matters.matters.g0");
        RebuildReport report = running.views().rebuild("matters", (taken, total) -> { });
        assertThat(report.differing()).isEqualTo(1);
        assertThat(report.liveDigest()).isNotEqualTo(report.rebuiltDigest());
        assertThat(running.projection().matters.find(id(matters.getFirst()))).isPresent();
    }

    @Test
    void a_rebuild_beside_a_view_that_goes_on_loses_nothing() throws Exception {
        List<String> matters = matters(10);
        Running running = start();
        Thread writer = Thread.ofPlatform().start(() -> IntStream.range(0, 60).forEach(number -> service.send(new MatterCommand.Note(matters.get(number % 10), "while", 0))));
        running.views().rebuild("matters", (taken, total) -> { });
        writer.join();
        assertThat(running.views().awaitAtLeast(service.ledger.head() - 1, LONG)).isTrue();
        assertThat(running.projection().matters.list()).allSatisfy(row -> assertThat(row.notes()).isEqualTo(7));
    }

    @Test
    void a_projection_that_fails_stops_its_view_and_says_so() throws Exception {
        List<String> matters = matters(2);
        Running running = start();
        running.projection().broken.set(true);
        service.send(new MatterCommand.Note(matters.getFirst(), "breaks", 0));
        await().atMost(LONG).until(() -> !running.views().working());
        assertThat(running.views().awaitAtLeast(service.ledger.head() - 1, Duration.ofMillis(50))).isFalse();
        assertThat(running.projection().matters.find(id(matters.getFirst())).orElseThrow().notes()).isEqualTo(1);
        running.projection().broken.set(false);
        running.views().rebuild("matters", (taken, total) -> { });
        service.send(new MatterCommand.Note(matters.getFirst(), "works", 0));
        assertThat(running.views().awaitAtLeast(service.ledger.head() - 1, LONG)).isTrue();
        assertThat(running.projection().matters.find(id(matters.getFirst())).orElseThrow().notes()).isEqualTo(3);
        assertThat(running.views().working()).isTrue();
    }

    @Test
    void nobody_but_a_projection_writes_a_view() throws Exception {
        Running running = start();
        assertThatThrownBy(() -> running.projection().matters.remove("x")).hasMessageContaining("written by its projection only");
        assertThatThrownBy(() -> new LedgerViews(service.ledger, service::read, new ViewDocuments(mongo), List.of(running.projection(), running.projection()))).hasMessageContaining("Two projections");
    }

    @Test
    void one_can_wait_until_a_view_has_read_ones_own_write() throws Exception {
        Running running = start();
        String matter = service.newMatter();
        long position = service.send(new MatterCommand.Enter(matter, "cadre", LocalDate.of(2026, 12, 1))).position();
        assertThat(running.views().awaitAtLeast(position, Duration.ofSeconds(2))).isTrue();
        assertThat(running.projection().matters.find(id(matter))).isPresent();
        assertThat(running.views().awaitAtLeast(position + 1, Duration.ofMillis(30))).isFalse();
    }
}
