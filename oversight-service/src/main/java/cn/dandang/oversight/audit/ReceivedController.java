package cn.dandang.oversight.audit;

import cn.dandang.contracts.Topics;
import cn.dandang.kit.access.Recorded;
import cn.dandang.kit.decision.Actor;
import cn.dandang.kit.decision.Role;
import cn.dandang.kit.problem.ProblemException;
import cn.dandang.kit.reconcile.FactLine;
import cn.dandang.kit.reconcile.PublishedController;
import cn.dandang.kit.security.Access;
import cn.dandang.kit.view.Filter;
import cn.dandang.kit.view.ViewCollection;
import cn.dandang.kit.view.Views;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;

/** The facts that the audit list holds of a service, to be compared with its ledger and its topic. */
@RestController
@RequestMapping("/api/oversight/v1/audit/received")
class ReceivedController {
    private static final int PAGE = 1000;
    private final ViewCollection<AuditEvent> events;

    ReceivedController(Views views) {
        this.events = views.of(AuditProjection.VIEW).collection("events", AuditEvent.class);
    }

    @GetMapping("/{service}")
    @Recorded
    ResponseEntity<StreamingResponseBody> list(Actor actor, @PathVariable String service, @RequestParam(defaultValue = "0") long from, @RequestParam(defaultValue = "" + Long.MAX_VALUE) long to) {
        Access.role(actor, Role.AUDITOR);
        if (!Topics.PUBLISHERS.contains(service)) {
            throw ProblemException.notFound("服务", "service", service);
        }
        return PublishedController.lines(taker -> read(service, from, to, taker));
    }

    /** Ids begin with the service and the position, so a page goes on where the last one ended. */
    private void read(String service, long from, long to, PublishedController.Taker taker) {
        @Nullable String after = AuditProjection.id(service, Math.max(0, from), 0).substring(0, service.length() + 1 + AuditProjection.POSITION_DIGITS);
        List<AuditEvent> page;
        do {
            page = events.page(after, PAGE, Filter.eq("service", service));
            for (AuditEvent event : page) {
                if (event.ledgerPosition() >= to) {
                    return;
                }
                taker.take(new FactLine(Topics.facts(service), event.fact(), event.ledgerPosition(), event.part(), event.type(), event.rootCase(), event.leaf()));
            }
            after = page.isEmpty() ? after : page.getLast().id();
        } while (page.size() == PAGE);
    }
}
