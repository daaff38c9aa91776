package cn.dandang.oversight.dashboard;

import cn.dandang.kit.access.Recorded;
import cn.dandang.kit.decision.Actor;
import cn.dandang.kit.decision.Role;
import cn.dandang.kit.problem.ProblemException;
import cn.dandang.kit.security.Access;
import cn.dandang.kit.web.Cursor;
import cn.dandang.kit.web.Listing;
import cn.dandang.kit.web.ViewPositions;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** P-05. Discipline bodies see their own place with small cells suppressed; the auditor sees every place and every cell. Assessors, selectors and awarders have no such page. */
@RestController
@RequestMapping("/api/oversight/v1/dashboards/tolerance")
class DashboardController {
    private final FindToleranceDashboard dashboards;
    private final ViewPositions positions;

    DashboardController(FindToleranceDashboard dashboards, ViewPositions positions) {
        this.dashboards = dashboards;
        this.positions = positions;
    }

    @GetMapping
    ToleranceDashboard tolerance(@RequestParam(required = false) @Nullable String jurisdiction, @RequestParam(required = false) @Nullable String from,
                                 @RequestParam(required = false) @Nullable String to, Actor actor) {
        return dashboards.find(place(actor, jurisdiction), month(from), month(to), actor.has(Role.AUDITOR));
    }

    /** The decisions behind a number. Single cases are for the auditor and for those who decide them. */
    @GetMapping("/cases")
    @Recorded
    Listing<ToleranceDecisionRow> cases(@RequestParam(required = false) @Nullable String jurisdiction, @RequestParam(required = false) @Nullable String item,
                                        @RequestParam(required = false) @Nullable String outcome, @RequestParam(required = false) @Nullable String postLevel, Cursor cursor, Actor actor) {
        Access.role(actor, Role.AUDITOR, Role.DISCIPLINE_DECIDER);
        String place = place(actor, jurisdiction);
        return Listing.of(dashboards.decisions(place, item, outcome, postLevel, cursor.after(), cursor.limit() + 1), cursor, ToleranceDecisionRow::id, row -> row, positions.position());
    }

    private static @Nullable String place(Actor actor, @Nullable String asked) {
        Access.role(actor, Role.AUDITOR, Role.DISCIPLINE_DECIDER, Role.DISCIPLINE_OFFICER, Role.SUPERVISOR);
        if (asked != null) {
            Access.mayRead(actor, asked);
            return asked;
        }
        return actor.has(Role.AUDITOR) ? null : actor.jurisdiction();
    }

    private static @Nullable String month(@Nullable String date) {
        if (date == null || date.isBlank()) {
            return null;
        }
        if (!date.matches("\\d{4}-(0[1-9]|1[0-2])(-\\d{2})?")) {
            throw ProblemException.malformed("时间范围写作 2024-05 或 2024-05-10，而不是“" + date + "”。", "A span is written 2024-05 or 2024-05-10, not \"" + date + "\".");
        }
        return date.substring(0, 7);
    }
}
