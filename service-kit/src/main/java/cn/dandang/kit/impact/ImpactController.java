package cn.dandang.kit.impact;

import cn.dandang.contracts.PolicyItem;
import cn.dandang.kit.access.Recorded;
import cn.dandang.kit.decision.Actor;
import cn.dandang.kit.decision.Role;
import cn.dandang.kit.impact.ImpactReport.Entry;
import cn.dandang.kit.policy.CurrentPolicy;
import cn.dandang.kit.policy.PolicyItems;
import cn.dandang.kit.problem.ProblemException;
import cn.dandang.kit.security.Access;
import cn.dandang.kit.web.ViewPositions;
import cn.dandang.policy.PolicyChange;
import cn.dandang.policy.PolicySnapshot;
import cn.dandang.policy.impact.Impact;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Which open matters and past decisions of this service a change of the rules would touch, and how. It writes nothing. */
@RestController
@RequestMapping("/api/${dandang.service}/v1/policy-impacts")
public class ImpactController {
    private static final int KEPT = 1_000;

    private final List<ImpactSource> sources;
    private final CurrentPolicy policy;
    private final ViewPositions positions;
    private final boolean reports;

    ImpactController(List<ImpactSource> sources, CurrentPolicy policy, ViewPositions positions, boolean reports) {
        this.sources = sources;
        this.policy = policy;
        this.positions = positions;
        this.reports = reports;
    }

    /** The items of a drafted change, as its page gives them. */
    record ImpactRequest(@NotEmpty @Size(max = 100) List<@NotNull @Valid PolicyItem> items) {}

    /** Of the actor's place and the places below it; where reports are kept, by those who may know of them and of their own place alone. */
    @PostMapping
    @Recorded
    ImpactReport impact(@Valid @RequestBody ImpactRequest body, Actor actor) {
        if (reports) {
            Access.role(actor, Role.REPORT_OFFICER, Role.PROTECTION_OFFICER);
        } else {
            Access.role(actor, Role.POLICY_ADMIN, Role.POLICY_APPROVER, Role.AUDITOR);
        }
        PolicySnapshot now = policy.snapshot();
        // the view may run ahead while it is read: what is told is at least as new as this
        long position = positions.position();
        Compared rules = new Compared(Impact.of(now, changes(now, body.items(), actor)));
        Tally tally = new Tally();
        for (ImpactSource source : sources) {
            try (Stream<Optional<Entry>> compared = source.compared(rules, actor)) {
                compared.forEach(tally::add);
            }
        }
        Impact impact = rules.impact();
        return new ImpactReport(impact.before().rulesVersion(), impact.after().rulesVersion(), impact.from(), tally.asked, tally.differing, tally.open, tally.withdrawn, List.copyOf(tally.entries), position);
    }

    private static List<PolicyChange> changes(PolicySnapshot now, List<PolicyItem> items, Actor actor) {
        PolicyItems.fault(items, actor.person(), now).ifPresent(fault -> {
            throw ProblemException.malformed(fault.zh(), fault.en());
        });
        return PolicyItems.changes(items, actor.person());
    }

    /** Sums of one answer, by one thread. */
    private static final class Tally {
        private final List<Entry> entries = new ArrayList<>();
        private long asked;
        private long differing;
        private long open;
        private long withdrawn;

        void add(Optional<Entry> compared) {
            asked++;
            compared.ifPresent(entry -> {
                differing++;
                open += entry.open() ? 1 : 0;
                withdrawn += Boolean.FALSE.equals(entry.couldStillBeDecided()) ? 1 : 0;
                if (entries.size() < KEPT) {
                    entries.add(entry);
                }
            });
        }
    }
}
