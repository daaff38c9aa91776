package cn.dandang.kit.due;

import static org.assertj.core.api.Assertions.assertThat;
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
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The clock of the test stands at 2026-11-20 until it is moved. */
class DueTickerTest {
    private static final Duration LONG = Duration.ofSeconds(30);
    private static final LocalDate LIMIT = LocalDate.of(2026, 12, 1);

    @TempDir
    private Path folder;
    private WireService service;
    private final List<DueTicker> open = new ArrayList<>();

    /** A matter expires on the day after its limit; one that was annulled does not. */
    private static final class Limits implements DueSource {
        @Override
        public void on(RecordedEvent event, DueList due) {
            switch ((MatterEvent) event.event()) {
                case MatterEvent.Entered entered -> due.put(new DueItem("limit/" + event.stream(), entered.limit().plusDays(1), List.of(new MatterCommand.Expire(event.stream()))));
                case MatterEvent.Annulled annulled when annulled.cause().equals("told") -> due.remove("limit/" + event.stream());
                default -> { }
            }
        }
    }

    @BeforeEach
    void service() {
        service = WireService.in(folder, "due");
    }

    @AfterEach
    void close() {
        open.forEach(DueTicker::close);
        service.close();
    }

    private DueTicker ticker() throws InterruptedException {
        DueTicker ticker = new DueTicker("due", service.ledger, service::read, List.of(new Limits()), service.orders, service.clock);
        open.add(ticker);
        ticker.start();
        return ticker;
    }

    private String entered(LocalDate limit) {
        String matter = service.newMatter();
        service.send(new MatterCommand.Enter(matter, "cadre", limit));
        return matter;
    }

    private List<MatterEvent.Expired> expired() {
        return service.events(MatterEvent.Expired.class);
    }

    private void awaitExpired(int count) {
        await().atMost(LONG).untilAsserted(() -> assertThat(expired()).hasSize(count));
    }

    @Test
    void an_order_is_given_as_of_its_day_however_late_the_clock_gets_there() throws Exception {
        entered(LIMIT);
        ticker();
        service.clock.moveTo(Duration.ofDays(11));
        String later = entered(LocalDate.of(2026, 11, 1));
        awaitExpired(1);
        assertThat(service.matter(later).expired()).isTrue();
        service.clock.moveTo(Duration.ofDays(40));
        awaitExpired(2);
        assertThat(expired()).containsExactlyInAnyOrder(new MatterEvent.Expired(LocalDate.of(2026, 11, 2)), new MatterEvent.Expired(LIMIT.plusDays(1)));
    }

    @Test
    void every_replica_may_tick_and_a_restart_repeats_nothing() throws Exception {
        List<String> matters = List.of(entered(LIMIT), entered(LIMIT), entered(LIMIT));
        ticker();
        ticker();
        service.clock.moveTo(Duration.ofDays(12));
        awaitExpired(3);
        ticker();
        String after = entered(LIMIT);
        awaitExpired(4);
        assertThat(matters).allSatisfy(matter -> assertThat(service.events().stream().filter(event -> event.stream().equals(matter)).map(RecordedEvent::type)).containsExactly("wire.entered.v1", "wire.expired.v1"));
        assertThat(service.events().stream().filter(event -> event.stream().equals(after) && event.version() == 1).findFirst().orElseThrow()).satisfies(event -> {
            assertThat(event.once()).isEqualTo("due/limit/" + after);
            assertThat(event.person()).isEqualTo("system");
        });
    }

    @Test
    void what_is_over_by_the_day_is_not_ordered_and_what_a_decision_refuses_is_left() throws Exception {
        String told = entered(LIMIT);
        service.send(new MatterCommand.Annul(told, "told"));
        String silent = entered(LIMIT);
        service.send(new MatterCommand.Annul(silent, "the source does not tell"));
        DueTicker ticker = ticker();
        service.clock.moveTo(Duration.ofDays(20));
        entered(LIMIT);
        awaitExpired(1);
        assertThat(service.matter(told).expired()).isFalse();
        assertThat(service.matter(silent).expired()).isFalse();
        assertThat(ticker.working()).isTrue();
    }

    @Test
    void a_limit_is_over_when_its_day_is_over_in_shanghai() throws Exception {
        entered(LIMIT);
        ticker();
        // 2026-12-01 15:59:59 UTC is the last second of that day in Shanghai
        service.clock.moveTo(Duration.between(service.clock.instant(), java.time.Instant.parse("2026-12-01T15:59:59Z")));
        entered(LocalDate.of(2026, 11, 1));
        awaitExpired(1);
        service.clock.moveTo(service.clock.offset().plusSeconds(1));
        awaitExpired(2);
    }
}
