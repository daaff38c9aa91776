package cn.dandang.assessment.policy;

import cn.dandang.contracts.PolicyItem;
import cn.dandang.kit.decision.DomainEvent;
import cn.dandang.kit.decision.EventName;
import java.time.LocalDate;
import java.util.List;

/** What became of a change of the rules. Only a published one counts, from each item's own day. */
public sealed interface ChangeEvent extends DomainEvent {

    /** 规则变更已起草. */
    @EventName("policy.change-drafted.v1")
    record ChangeDrafted(String change, String title, String jurisdiction, List<PolicyItem> items, String reason, String byPerson, LocalDate draftedOn) implements ChangeEvent {}

    /** 规则变更已审核. */
    @EventName("policy.change-reviewed.v1")
    record ChangeReviewed(String change, String jurisdiction, boolean approved, String reason, String byPerson, LocalDate reviewedOn) implements ChangeEvent {}

    /** 规则变更已公布. */
    @EventName("policy.change-published.v1")
    record ChangePublished(String change, String title, String jurisdiction, List<PolicyItem> items, String draftedBy, String approvedBy, String byPerson, LocalDate publishedOn) implements ChangeEvent {}
}
