package cn.dandang.oversight.audit;

import cn.dandang.kit.decision.Actor;
import cn.dandang.kit.decision.Role;
import cn.dandang.kit.security.Access;
import cn.dandang.kit.view.Filter;
import cn.dandang.kit.view.ViewCollection;
import cn.dandang.kit.view.Views;
import cn.dandang.kit.web.Cursor;
import cn.dandang.kit.web.Listing;
import cn.dandang.kit.web.ViewPositions;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What was published, for the auditor. */
@RestController
@RequestMapping("/api/oversight/v1/audit/events")
class AuditController {
    private final ViewCollection<AuditEvent> events;
    private final ViewPositions positions;

    AuditController(Views views, ViewPositions positions) {
        this.events = views.of(AuditProjection.VIEW).collection("events", AuditEvent.class);
        this.positions = positions;
    }

    /** @param clause a place, {@code 威·四·12} */
    @GetMapping
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
