package cn.dandang.tolerance.api;

import cn.dandang.contracts.PolicyItem;
import cn.dandang.kit.clock.BusinessClock;
import cn.dandang.kit.decision.Actor;
import cn.dandang.kit.decision.Role;
import cn.dandang.kit.orders.Orders;
import cn.dandang.kit.policy.CurrentPolicy;
import cn.dandang.kit.policy.PolicyItems;
import cn.dandang.kit.problem.ProblemException;
import cn.dandang.kit.security.Access;
import cn.dandang.kit.view.ViewCollection;
import cn.dandang.kit.view.Views;
import cn.dandang.policy.Jurisdictions;
import cn.dandang.policy.Message;
import cn.dandang.policy.PolicyChange;
import cn.dandang.policy.PolicyRule;
import cn.dandang.policy.PolicySnapshot;
import cn.dandang.policy.impact.Impact;
import cn.dandang.policy.impact.ImpactReport;
import cn.dandang.policy.impact.RecordedCase;
import cn.dandang.policy.impact.RecordedCase.Decided;
import cn.dandang.policy.tolerance.Subject;
import cn.dandang.tolerance.Streams;
import cn.dandang.tolerance.tolerancecase.CaseFile;
import cn.dandang.tolerance.tolerancecase.ToleranceDecider;
import cn.dandang.tolerance.tolerancecase.ToleranceEvent.DecisionEvent;
import cn.dandang.tolerance.tolerancecase.ToleranceState;
import cn.dandang.tolerance.views.CaseProjection;
import cn.dandang.tolerance.views.CaseRow;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Before a change of the rules goes live: which open cases and past decisions of this ledger would differ, and how. It writes nothing. */
@RestController
@RequestMapping("/api/tolerance/v1/policy-impacts")
class ImpactController {
    /** The areas whose questions a tolerance case asks besides its test. */
    private static final Set<String> AREAS = Set.of("opening", "effects", "rectification", "appeal");
    private static final int PAGE = 200;
    private static final int KEPT = 1_000;

    private final Views views;
    private final Orders orders;
    private final ToleranceDecider tolerance;
    private final CurrentPolicy policy;
    private final BusinessClock clock;

    ImpactController(Views views, Orders orders, ToleranceDecider tolerance, CurrentPolicy policy, BusinessClock clock) {
        this.views = views;
        this.orders = orders;
        this.tolerance = tolerance;
        this.policy = policy;
        this.clock = clock;
    }

    /** The items of a drafted change, as its page gives them. */
    record ImpactRequest(@NotEmpty @Size(max = 100) List<@NotNull @Valid PolicyItem> items) {}

    /** Of the actor's place and the places below it. */
    @PostMapping
    ImpactReport impact(@Valid @RequestBody ImpactRequest body, Actor actor) {
        Access.role(actor, Role.POLICY_ADMIN, Role.POLICY_APPROVER, Role.AUDITOR);
        PolicySnapshot now = policy.snapshot();
        List<PolicyChange> changes = changes(now, body.items(), actor);
        List<String> questions = now.rules().stream().map(PolicyRule::key).distinct().filter(key -> AREAS.contains(key.substring(0, key.indexOf('.')))).toList();
        return Impact.of(now, changes).report(cases(actor, questions), KEPT);
    }

    private static List<PolicyChange> changes(PolicySnapshot now, List<PolicyItem> items, Actor actor) {
        List<PolicyChange> changes;
        try {
            changes = PolicyItems.changes(items, actor.person());
        } catch (IllegalArgumentException incomplete) {
            throw ProblemException.malformed("变更内容不完整或取值不在范围内：" + incomplete.getMessage(), incomplete.getMessage());
        }
        List<Message> refusals = now.refusals(changes);
        if (!refusals.isEmpty()) {
            throw ProblemException.malformed(refusals.getFirst().zh(), refusals.getFirst().en());
        }
        return changes;
    }

    private Stream<RecordedCase> cases(Actor actor, List<String> questions) {
        ViewCollection<CaseRow> rows = views.of(CaseProjection.VIEW).collection(CaseProjection.CASES, CaseRow.class);
        List<String> ids = new ArrayList<>();
        String after = null;
        List<CaseRow> page;
        do {
            page = rows.page(after, PAGE);
            page.stream().filter(row -> Jurisdictions.lineage(row.jurisdiction).contains(actor.jurisdiction())).forEach(row -> ids.add(row.id));
            after = page.isEmpty() ? after : page.getLast().id;
        } while (page.size() == PAGE);
        return ids.stream().flatMap(id -> orders.state(Streams.toleranceCase(id), tolerance) instanceof ToleranceState.Existing found
                ? Stream.of(recorded(found.file(), questions)) : Stream.empty());
    }

    private RecordedCase recorded(CaseFile file, List<String> questions) {
        DecisionEvent decision = file.decision();
        return new RecordedCase(file.id(), file.matter().jurisdiction(), decision == null ? clock.today() : decision.decided().decidedOn(),
                decision == null ? null : new Decided(decision.outcome(), Subject.PERSON), file.input(), questions);
    }
}
