package cn.dandang.tolerance.tolerancecase;

import cn.dandang.contracts.EffectGroup;
import cn.dandang.contracts.Ground;
import cn.dandang.contracts.ToleranceFact.ItemFound;
import cn.dandang.contracts.ToleranceFact.Mitigation;
import cn.dandang.kit.decision.Circumstances;
import cn.dandang.kit.decision.Decision;
import cn.dandang.kit.decision.Refusal;
import cn.dandang.kit.decision.Role;
import cn.dandang.kit.ground.Grounds;
import cn.dandang.policy.Resolution;
import cn.dandang.policy.appeal.Appeals;
import cn.dandang.policy.appeal.Appellant;
import cn.dandang.policy.appeal.RefusalDuties;
import cn.dandang.policy.effects.Effect;
import cn.dandang.policy.effects.EffectKind;
import cn.dandang.policy.effects.Effects;
import cn.dandang.policy.tolerance.ItemResult;
import cn.dandang.policy.tolerance.OutcomePermission;
import cn.dandang.policy.tolerance.Subject;
import cn.dandang.policy.tolerance.ToleranceAssessment;
import cn.dandang.policy.tolerance.ToleranceOutcome;
import cn.dandang.policy.tolerance.ToleranceTest;
import cn.dandang.tolerance.accountability.AccountabilityDecider;
import cn.dandang.tolerance.refusal.Access;
import cn.dandang.tolerance.tolerancecase.CaseFile.Finding;
import cn.dandang.tolerance.tolerancecase.ToleranceCommand.ChangeOnAppeal;
import cn.dandang.tolerance.tolerancecase.ToleranceCommand.DecideTolerance;
import cn.dandang.tolerance.tolerancecase.ToleranceCommand.LeftOut;
import cn.dandang.tolerance.tolerancecase.ToleranceCommand.Verdict;
import cn.dandang.tolerance.tolerancecase.ToleranceEvent.*;
import cn.dandang.tolerance.tolerancecase.ToleranceState.Existing;
import cn.dandang.tolerance.tolerancecase.ToleranceState.UnderAppeal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The body's decision: taken when its form is complete and no rule forbids it. The platform proposes nothing. */
final class Deciding {
    private Deciding() {}

    static Decision<ToleranceEvent> decide(DecideTolerance order, Existing state, Circumstances now) {
        CaseFile file = state.file();
        Refusal refusal = Access.firstOf(
                () -> Guard.decider(now.actor(), file, Role.DISCIPLINE_DECIDER),
                () -> Guard.undecided(state));
        return refusal != null ? Decision.refuse(refusal) : taken(order.verdict(), file, null, now, List.of());
    }

    static Decision<ToleranceEvent> change(ChangeOnAppeal order, Existing state, Circumstances now) {
        CaseFile file = state.file();
        DecisionEvent first = file.decision();
        Refusal refusal = Access.firstOf(
                () -> AfterDecision.reviewer(file, now),
                () -> AfterDecision.underThisAppeal(state, order.appeal()));
        if (refusal != null) {
            return Decision.refuse(refusal);
        }
        DecisionSetAside aside = new DecisionSetAside(file.id(), file.matter().factId(), SetAsideBecause.CHANGED_ON_APPEAL, order.appeal(),
                Objects.requireNonNull(first).outcome(), now.today());
        return taken(order.verdict(), file, order.appeal(), now, List.of(aside));
    }

    private static Decision<ToleranceEvent> taken(Verdict verdict, CaseFile file, @Nullable String appeal, Circumstances now, List<ToleranceEvent> before) {
        ToleranceAssessment assessment = ToleranceTest.evaluate(now.policy(), file.matter().jurisdiction(), now.today(), file.input());
        Refusal refusal = Access.firstOf(
                () -> DecisionForm.refuse(verdict, file, now),
                () -> Permission.refuse(verdict, file, assessment),
                () -> DecisionForm.refuseEffects(verdict, file, now));
        if (refusal != null) {
            return Decision.refuse(refusal);
        }
        Decided decided = decided(verdict, file, assessment, appeal, now);
        Ground ground = decided.subjects().getFirst().ground();
        List<ToleranceEvent> events = new ArrayList<>(before);
        switch (verdict.outcome()) {
            case EXEMPT -> exempt(verdict, file, decided, ground, now, events);
            case LIGHTER, REDUCED -> events.add(new ToleranceMitigated(file.id(), file.matter().factId(), decided, Mitigation.valueOf(verdict.outcome().name()), ground));
            case REFUSE -> {
                events.add(new ToleranceRefused(file.id(), file.matter().factId(), decided, ground));
                events.add(explanationOwed(file, now));
            }
        }
        if (verdict.outcome() != ToleranceOutcome.EXEMPT) {
            events.add(remedies(file, now));
        }
        // no clause of the registered documents orders the notice: a reminder, and no duty
        events.add(new ReminderSet(file.id(), file.matter().factId(), DutyKind.NOTIFY_SUBJECT, now.today(), Grounds.design("tolerance.notify-subject", now.policy())));
        return Decision.accept(events);
    }

    private static void exempt(Verdict verdict, CaseFile file, Decided decided, Ground ground, Circumstances now, List<ToleranceEvent> events) {
        List<Effect> effects = Effects.ofExemption(now.policy(), file.matter().jurisdiction(), now.today(), asRule(verdict.effectGroups()));
        events.add(new ToleranceGranted(file.id(), file.matter().factId(), decided, verdict.effectGroups().stream().sorted().toList(),
                verdict.leftOut().stream().sorted(Comparator.comparing(LeftOut::group)).toList(),
                effects.stream().filter(Deciding::told).map(Deciding::decided).toList(), Objects.requireNonNull(verdict.correction()).task(), ground));
        effects.stream().filter(effect -> effect.kind() == EffectKind.EXPLAIN_CORRECTION && effect.follows()).findFirst()
                .ifPresent(effect -> events.add(new DutyOpened(file.id(), file.matter().factId(), DutyKind.EXPLAIN_CORRECTION, now.today(), Grounds.of(effect))));
    }

    /** What a reporter is told, and whether there is one, is no business of this service. */
    private static boolean told(Effect effect) {
        return effect.kind() != EffectKind.FEEDBACK_TO_REPORTER && effect.kind() != EffectKind.RANGE_EXPLANATION;
    }

    private static EffectDecided decided(Effect effect) {
        return new EffectDecided(effect.kind().name(), effect.group() == null ? null : EffectGroup.valueOf(effect.group().name()), effect.named(), effect.value().name(),
                effect.acts().name(), effect.reading() == null ? null : effect.reading().readingId(), effect.says(), Grounds.of(effect));
    }

    static Set<cn.dandang.policy.effects.EffectGroup> asRule(Set<EffectGroup> groups) {
        return groups.stream().map(group -> cn.dandang.policy.effects.EffectGroup.valueOf(group.name())).collect(Collectors.toSet());
    }

    private static Decided decided(Verdict verdict, CaseFile file, ToleranceAssessment assessment, @Nullable String appeal, Circumstances now) {
        List<SubjectDecided> subjects = verdict.subjects().stream().sorted()
                .map(subject -> new SubjectDecided(subject, subject == Subject.PERSON ? file.matter().cadre() : file.matter().unit(),
                        Grounds.of(assessment, assessment.permission(verdict.outcome(), subject)))).toList();
        List<ItemFound> items = assessment.items().stream().map(ItemResult::item).map(item -> {
            Finding found = file.findings().get(item.id());
            return new ItemFound(item.id(), found == null ? "NOT_RECORDED" : found.result().name());
        }).toList();
        List<ReadingChoice> choices = file.readingChoices().entrySet().stream().sorted(Map.Entry.comparingByKey())
                .map(chosen -> new ReadingChoice(chosen.getKey(), chosen.getValue())).toList();
        return new Decided(file.matter().jurisdiction(), file.matter().body(), file.matter().accountabilityCase(), file.matter().cadre(), file.matter().unit(),
                AccountabilityDecider.postLevel(file.matter().cadre(), now), file.start(), subjects, verdict.meeting(), verdict.reasons(), verdict.proposedMeasure(),
                verdict.decidedMeasure(), verdict.otherRule(), choices, items, now.actor().person(), now.today(), appeal);
    }

    /** B-10: a duty where a clause of the place orders the explanation, or a higher one whose reading is confirmed; everywhere else a reminder. */
    static ToleranceEvent explanationOwed(CaseFile file, Circumstances now) {
        Resolution explanation = explanation(file, now);
        Ground ground = Grounds.of(explanation);
        return explanation.actsByItself() ? new DutyOpened(file.id(), file.matter().factId(), DutyKind.EXPLAIN_REFUSAL, now.today(), ground)
                : new ReminderSet(file.id(), file.matter().factId(), DutyKind.EXPLAIN_REFUSAL, now.today(), ground);
    }

    static Ground explanationGround(CaseFile file, Circumstances now) {
        return Grounds.of(explanation(file, now));
    }

    private static Resolution explanation(CaseFile file, Circumstances now) {
        return Appeals.onRefusal(now.policy(), file.matter().jurisdiction(), now.today()).explanation();
    }

    private static RemediesListed remedies(CaseFile file, Circumstances now) {
        RefusalDuties duties = Appeals.onRefusal(now.policy(), file.matter().jurisdiction(), now.today());
        var appeal = Appeals.appeal(now.policy(), file.matter().jurisdiction(), now.today(), Appellant.CADRE);
        return new RemediesListed(file.id(), file.matter().factId(), appeal.resolution().outcome().name(),
                duties.statutoryRemedies().stream().map(rule -> rule.pack()).distinct().toList(), now.today(), Grounds.of(appeal.resolution()));
    }
}
