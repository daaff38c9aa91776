package cn.dandang.assessment.policy;

import cn.dandang.assessment.AssessmentRefusal;
import cn.dandang.assessment.Permission;
import cn.dandang.assessment.policy.ChangeCommand.DraftChange;
import cn.dandang.assessment.policy.ChangeCommand.PublishChange;
import cn.dandang.assessment.policy.ChangeCommand.ReviewChange;
import cn.dandang.assessment.policy.ChangeEvent.ChangeDrafted;
import cn.dandang.assessment.policy.ChangeEvent.ChangePublished;
import cn.dandang.assessment.policy.ChangeEvent.ChangeReviewed;
import cn.dandang.contracts.PolicyItem;
import cn.dandang.kit.decision.Circumstances;
import cn.dandang.kit.decision.Decider;
import cn.dandang.kit.decision.Decision;
import cn.dandang.kit.decision.Refusal;
import cn.dandang.kit.decision.Role;
import cn.dandang.kit.policy.PolicyItems;
import cn.dandang.kit.security.Require;
import cn.dandang.policy.Jurisdictions;
import cn.dandang.policy.Message;
import cn.dandang.policy.Parameter;
import cn.dandang.policy.PolicyRule;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** A change of the rules: drafted by the policy official of the place, approved by a second person, published before it counts. */
@Component
final class PolicyChanges implements Decider<ChangeCommand, ChangeEvent, PolicyChanges.Change> {
    static final String KIND = "policy-change";

    /** Whose records a change may touch and whoever approves it can see. What it means for reports stays inside clarification. */
    static final List<String> PREVIEWED = List.of("assessment", "tolerance", "incentive");

    /**
     * @param draft     null while there is none
     * @param review    null until it is reviewed
     */
    record Change(@Nullable ChangeDrafted draft, @Nullable ChangeReviewed review, boolean published) {}

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Class<ChangeCommand> commands() {
        return ChangeCommand.class;
    }

    @Override
    public Class<ChangeEvent> events() {
        return ChangeEvent.class;
    }

    @Override
    public Change initial() {
        return new Change(null, null, false);
    }

    @Override
    public Decision<ChangeEvent> decide(ChangeCommand order, Change state, Circumstances now) {
        if (order instanceof DraftChange draft) {
            return draft(draft, state, now);
        }
        ChangeDrafted draft = state.draft();
        if (draft == null) {
            return Decision.refuse(new AssessmentRefusal.Unknown(Message.of("没有此项规则变更。", "There is no such change.")));
        }
        return switch (order) {
            case ReviewChange review -> review(review, draft, state, now);
            case PublishChange ignored -> publish(draft, state, now);
            case DraftChange again -> throw new IllegalStateException(again.stream());
        };
    }

    private static Decision<ChangeEvent> draft(DraftChange order, Change state, Circumstances now) {
        Optional<Refusal> refusal = Permission.within(now.actor(), order.jurisdiction(), Role.POLICY_ADMIN);
        if (refusal.isPresent()) {
            return Decision.refuse(refusal.get());
        }
        if (state.draft() != null) {
            return Decision.refuse(AssessmentRefusal.WrongState.of("该变更已起草。", "The change is drafted already."));
        }
        if (order.items().isEmpty() || order.title().isBlank() || order.reason().isBlank()) {
            return Decision.refuse(new AssessmentRefusal.Malformed(Message.of("变更须有名称、理由和至少一项内容。", "A change has a title, a reason and at least one item.")));
        }
        return faults(order.items(), order.jurisdiction(), now.actor().person(), now).<Decision<ChangeEvent>>map(Decision::refuse).orElseGet(() -> Decision.accept(
                new ChangeDrafted(id(order.stream()), order.title(), order.jurisdiction(), order.items(), order.reason(), now.actor().person(), now.today())));
    }

    private static Decision<ChangeEvent> review(ReviewChange order, ChangeDrafted draft, Change state, Circumstances now) {
        Optional<Refusal> refusal = Permission.within(now.actor(), draft.jurisdiction(), Role.POLICY_APPROVER).or(() -> Require.notSamePerson(now.actor(), draft.byPerson(),
                Message.of("起草人不得审核本人起草的变更。", "Who drafted a change does not review it.")));
        if (refusal.isPresent()) {
            return Decision.refuse(refusal.get());
        }
        if (state.review() != null) {
            return Decision.refuse(AssessmentRefusal.WrongState.of("该变更已审核。", "The change is reviewed already."));
        }
        if (order.reason().isBlank()) {
            return Decision.refuse(new AssessmentRefusal.Malformed(Message.of("审核须写明理由。", "A review gives its reason.")));
        }
        if (order.approve() && !previewed(order.impactSeen())) {
            return Decision.refuse(new AssessmentRefusal.Malformed(Message.of("批准前须先查看变更对考核、容错、激励三处记录的影响，并在审核中逐处载明查看到的数目（impactSeen）。",
                    "Before a change is approved its impact on the records of assessment, tolerance and incentive is looked at; the review says for each how many were seen (impactSeen).")));
        }
        return Decision.accept(new ChangeReviewed(draft.change(), draft.jurisdiction(), order.approve(), order.reason(), now.actor().person(), now.today(), order.approve() ? List.copyOf(order.impactSeen()) : null));
    }

    /** Each service once, no other, and no more differing than there are. */
    private static boolean previewed(List<ImpactSeen> seen) {
        return seen.size() == PREVIEWED.size() && seen.stream().map(ImpactSeen::service).collect(Collectors.toSet()).equals(Set.copyOf(PREVIEWED))
                && seen.stream().allMatch(one -> one.differing() >= 0 && one.asked() >= one.differing() && one.position() >= -1);
    }

    private static Decision<ChangeEvent> publish(ChangeDrafted draft, Change state, Circumstances now) {
        Optional<Refusal> refusal = Permission.within(now.actor(), draft.jurisdiction(), Role.POLICY_ADMIN);
        if (refusal.isPresent()) {
            return Decision.refuse(refusal.get());
        }
        ChangeReviewed review = state.review();
        if (review == null || !review.approved() || state.published()) {
            return Decision.refuse(AssessmentRefusal.WrongState.of("只有审核通过且尚未公布的变更可以公布。", "Only an approved change that is not published yet is published."));
        }
        return faults(draft.items(), draft.jurisdiction(), draft.byPerson(), now).<Decision<ChangeEvent>>map(Decision::refuse).orElseGet(() -> Decision.accept(
                new ChangePublished(draft.change(), draft.title(), draft.jurisdiction(), draft.items(), draft.byPerson(), review.byPerson(), now.actor().person(), now.today(),
                        review.impactSeen() == null ? null : new ChangeEvent.Preview(review.byPerson(), review.reviewedOn(), review.impactSeen()))));
    }

    /** Asked when drafted and again when published: what is in force may have changed between. */
    private static Optional<Refusal> faults(List<PolicyItem> items, String jurisdiction, String byPerson, Circumstances now) {
        for (PolicyItem item : items) {
            if (item.from().isBefore(now.today())) {
                return Optional.of(new AssessmentRefusal.Malformed(Message.of("“" + item.target() + "”的生效日期 " + item.from() + " 已过；变更不溯及既往。",
                        "The first day of " + item.target() + ", " + item.from() + ", has passed; a change is not retroactive.")));
            }
            String place = place(item, now);
            if (!place.equals(jurisdiction) || !item.jurisdiction().equals(jurisdiction)) {
                return Optional.of(new AssessmentRefusal.Malformed(Message.of("“" + item.target() + "”不由 " + jurisdiction + " 变更。",
                        item.target() + " is not changed by " + jurisdiction + ".")));
            }
        }
        return PolicyItems.fault(items, byPerson, now.policy()).map(AssessmentRefusal.Malformed::new);
    }

    /** Whose an item is to change: a rule and a number of a document its document's place, a parameter of a pack the centre, a pack each place for itself. */
    private static String place(PolicyItem item, Circumstances now) {
        return switch (item.kind()) {
            case PACK -> item.jurisdiction();
            case PARAMETER -> Jurisdictions.CENTRE;
            case RULE -> now.policy().rule(item.target()).map(PolicyRule::document).map(code -> now.policy().document(code).jurisdiction()).orElse(item.jurisdiction());
            case AMOUNT -> now.policy().catalogue().parameter(item.target()).map(Parameter::document).map(code -> now.policy().document(code).jurisdiction()).orElse(item.jurisdiction());
        };
    }

    private static String id(String stream) {
        return stream.substring(KIND.length() + 1);
    }

    @Override
    public Change evolve(Change state, ChangeEvent event) {
        return switch (event) {
            case ChangeDrafted drafted -> new Change(drafted, null, false);
            case ChangeReviewed reviewed -> new Change(state.draft(), reviewed, false);
            case ChangePublished ignored -> new Change(state.draft(), state.review(), true);
        };
    }
}
