package cn.dandang.oversight.audit;

import cn.dandang.kit.access.Recorded;
import cn.dandang.kit.decision.Actor;
import cn.dandang.kit.decision.Role;
import cn.dandang.kit.problem.ProblemException;
import cn.dandang.kit.security.Access;
import cn.dandang.kit.view.FactArrivals;
import cn.dandang.kit.view.Filter;
import cn.dandang.kit.view.ViewCollection;
import cn.dandang.kit.view.Views;
import cn.dandang.kit.web.Cursor;
import cn.dandang.kit.web.Listing;
import cn.dandang.kit.web.ViewPositions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What was published, for the auditor. */
@RestController
@RequestMapping("/api/oversight/v1/audit/events")
class AuditController {
    /** Well below what the gateway waits for any answer. */
    private static final int LONGEST_WAIT_SECONDS = 2;

    private final ViewCollection<AuditEvent> events;
    private final ViewPositions positions;
    private final FactArrivals arrivals;

    AuditController(Views views, ViewPositions positions, FactArrivals arrivals) {
        this.events = views.of(AuditProjection.VIEW).collection("events", AuditEvent.class);
        this.positions = positions;
        this.arrivals = arrivals;
    }

    /** One published fact. @param wait how many seconds it may still be on its way; whoever was just told a position need not ask twice */
    @GetMapping("/{service}/{position}/{part}")
    @Recorded
    AuditEvent event(@PathVariable String service, @PathVariable long position, @PathVariable int part, @RequestParam(defaultValue = "0") int wait, Actor actor) throws InterruptedException {
        Access.role(actor, Role.AUDITOR);
        String id = AuditProjection.id(service, position, part);
        String fact = service + "/" + position + "/" + part;
        if (wait > 0) {
            arrivals.await(fact, () -> events.find(id).isPresent(), Duration.ofSeconds(Math.min(wait, LONGEST_WAIT_SECONDS)));
        }
        return events.find(id).orElseThrow(() -> ProblemException.notFound("已发布事实", "published fact", fact));
    }

    /** @param clause a place, {@code 威·四·12} */
    @GetMapping
    @Recorded
    Listing<AuditEvent> events(@RequestParam(required = false) @Nullable String service, @RequestParam(required = false) @Nullable String type, @RequestParam(required = false) @Nullable String jurisdiction,
                               @RequestParam(required = false) @Nullable String person, @RequestParam(required = false) @Nullable String rootCase, @RequestParam(required = false) @Nullable String clause,
                               Cursor cursor, Actor actor) {
        Access.role(actor, Role.AUDITOR);
        List<Filter> filters = new ArrayList<>();
        add(filters, "service", service);
        add(filters, "type", type);
        add(filters, "jurisdiction", jurisdiction);
        add(filters, "person", person);
        add(filters, "rootCase", rootCase);
        add(filters, "places", clause);
        return Listing.of(events.page(cursor.after(), cursor.limit() + 1, filters.toArray(Filter[]::new)), cursor, AuditEvent::id, row -> row, positions.position());
    }

    private static void add(List<Filter> filters, String field, @Nullable String value) {
        if (value != null && !value.isBlank()) {
            filters.add(Filter.eq(field, value));
        }
    }
}
