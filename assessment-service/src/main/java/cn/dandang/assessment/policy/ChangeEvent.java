package cn.dandang.assessment.policy;

import cn.dandang.contracts.PolicyItem;
import cn.dandang.kit.decision.DomainEvent;
import cn.dandang.kit.decision.EventName;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What became of a change of the rules. Only a published one counts, from each item's own day. */
public sealed interface ChangeEvent extends DomainEvent {

    /** 规则变更已起草. */
    @EventName("policy.change-drafted.v1")
    record ChangeDrafted(String change, String title, String jurisdiction, List<PolicyItem> items, String reason, String byPerson, LocalDate draftedOn) implements ChangeEvent {}

    /**
     * 规则变更已审核.
     *
     * @param impactSeen what the reviewer was shown of its impact; absent for a rejection and in records from before it was asked for
     */
    @EventName("policy.change-reviewed.v1")
    record ChangeReviewed(String change, String jurisdiction, boolean approved, String reason, String byPerson, LocalDate reviewedOn, @Nullable List<ImpactSeen> impactSeen) implements ChangeEvent {}

    /**
     * 规则变更已公布.
     *
     * @param preview whose look at the impact it rests on; absent in records from before it was asked for
     */
    @EventName("policy.change-published.v1")
    record ChangePublished(String change, String title, String jurisdiction, List<PolicyItem> items, String draftedBy, String approvedBy, String byPerson, LocalDate publishedOn, @Nullable Preview preview)
            implements ChangeEvent {}

    /** Who was shown what of the impact, and on which day. */
    record Preview(String by, LocalDate on, List<ImpactSeen> seen) {}
}
