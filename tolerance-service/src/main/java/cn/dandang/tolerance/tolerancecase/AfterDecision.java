package cn.dandang.tolerance.tolerancecase;

import cn.dandang.contracts.Ground;
import cn.dandang.kit.decision.Circumstances;
import cn.dandang.kit.decision.Decision;
import cn.dandang.kit.decision.Refusal;
import cn.dandang.kit.decision.Role;
import cn.dandang.kit.ground.Grounds;
import cn.dandang.policy.Message;
import cn.dandang.policy.appeal.AppealAnswer;
import cn.dandang.policy.appeal.Appeals;
import cn.dandang.policy.appeal.Appellant;
import cn.dandang.policy.effects.EffectKind;
import cn.dandang.policy.effects.Effects;
import cn.dandang.policy.tolerance.ToleranceOutcome;
import cn.dandang.tolerance.refusal.Access;
import cn.dandang.tolerance.refusal.ToleranceRefusal.Malformed;
import cn.dandang.tolerance.refusal.ToleranceRefusal.Recused;
import cn.dandang.tolerance.refusal.ToleranceRefusal.RefusedByRule;
import cn.dandang.tolerance.refusal.ToleranceRefusal.WrongState;
import cn.dandang.tolerance.tolerancecase.ToleranceCommand.*;
import cn.dandang.tolerance.tolerancecase.ToleranceEvent.*;
import cn.dandang.tolerance.tolerancecase.ToleranceState.Closed;
import cn.dandang.tolerance.tolerancecase.ToleranceState.Decided;
import cn.dandang.tolerance.tolerancecase.ToleranceState.Existing;
import cn.dandang.tolerance.tolerancecase.ToleranceState.Explained;
import cn.dandang.tolerance.tolerancecase.ToleranceState.Granted;
import cn.dandang.tolerance.tolerancecase.ToleranceState.Mitigated;
import cn.dandang.tolerance.tolerancecase.ToleranceState.Refused;
import cn.dandang.tolerance.tolerancecase.ToleranceState.UnderAppeal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What follows a decision: explanation, notice, remedies, appeal, closing. */
final class AfterDecision {
    private AfterDecision() {}

    static Decision<ToleranceEvent> explainRefusal(ExplainRefusal order, Existing state, Circumstances now) {
        CaseFile file = state.file();
        Refusal refusal = duty(DutyKind.EXPLAIN_REFUSAL, file, now);
        return refusal != null ? Decision.refuse(refusal) : Decision.accept(new RefusalExplained(file.id(), file.matter().factId(), file.matter().accountabilityCase(), file.matter().cadre(),
                file.matter().jurisdiction(), order.text(), now.actor().person(), now.today(), Deciding.explanationGround(file, now)));
    }

    static Decision<ToleranceEvent> explainCorrection(ExplainCorrection order, Existing state, Circumstances now) {
        CaseFile file = state.file();
        Refusal refusal = Access.firstOf(
                () -> handler(file, now),
                () -> state instanceof Granted ? null : new WrongState(Message.of("只有免责的决定才说明纠错事由。", "Only an exemption has its correction explained.")));
        return refusal != null ? Decision.refuse(refusal) : Decision.accept(new CorrectionExplained(file.id(), file.matter().factId(), file.matter().accountabilityCase(), file.matter().cadre(),
                file.matter().jurisdiction(), order.text(), now.actor().person(), now.today(), correctionGround(file, now)));
    }

    static Decision<ToleranceEvent> openCorrectionDuty(Existing state, Circumstances now) {
        CaseFile file = state.file();
        Refusal refusal = Access.firstOf(
                () -> now.actor().isSystem() ? null : handler(file, now),
                () -> state instanceof Granted ? null : new WrongState(Message.of("本案没有有效的免责决定。", "No exemption stands in this case.")));
        if (refusal != null) {
            return Decision.refuse(refusal);
        }
        return file.openDuties().contains(DutyKind.EXPLAIN_CORRECTION) ? Decision.accept()
                : Decision.accept(new DutyOpened(file.id(), file.matter().factId(), DutyKind.EXPLAIN_CORRECTION, now.today(), correctionGround(file, now)));
    }

    private static Ground correctionGround(CaseFile file, Circumstances now) {
        return Effects.ofExemption(now.policy(), file.matter().jurisdiction(), now.today(), java.util.Set.of()).stream()
                .filter(effect -> effect.kind() == EffectKind.EXPLAIN_CORRECTION).findFirst().map(Grounds::of)
                .orElseGet(() -> Grounds.design("tolerance.explain-correction", now.policy()));
    }

    static Decision<ToleranceEvent> notifySubject(Existing state, Circumstances now) {
        CaseFile file = state.file();
        Refusal refusal = duty(DutyKind.NOTIFY_SUBJECT, file, now);
        return refusal != null ? Decision.refuse(refusal) : Decision.accept(new SubjectNotified(file.id(), file.matter().factId(), now.actor().person(), now.today()));
    }

    private static @Nullable Refusal duty(DutyKind duty, CaseFile file, Circumstances now) {
        return Access.firstOf(
                () -> handler(file, now),
                () -> file.openDuties().contains(duty) || file.reminders().contains(duty) ? null : new WrongState(Message.of("没有这一待办的义务或提醒，或已经办理。", "No such duty or reminder is open, or it is done already.")));
    }

    private static @Nullable Refusal handler(CaseFile file, Circumstances now) {
        return Guard.handler(now.actor(), file, Role.DISCIPLINE_OFFICER, Role.DISCIPLINE_DECIDER);
    }

    /** Where the documents do not state an appeal the cadre's question is taken, never answered with "none". */
    static Decision<ToleranceEvent> askForRemedies(AskForRemedies order, Existing state, Circumstances now) {
        CaseFile file = state.file();
        AppealAnswer answer = Appeals.appeal(now.policy(), file.matter().jurisdiction(), now.today(), Appellant.CADRE);
        Refusal refusal = Access.firstOf(
                () -> Access.himself(now.actor(), file.matter().cadre()),
                () -> objectable(state),
                () -> answer.treatment() != AppealAnswer.Treatment.APPEAL ? null
                        : new WrongState(Message.of("本地文件规定了申诉，请提出申诉。", "The documents state an appeal here: lodge it.")),
                () -> file.remedyQuestionOpen() ? new WrongState(Message.of("您的问题已经登记，待答复。", "Your question is on file and waits for its answer.")) : null);
        return refusal != null ? Decision.refuse(refusal) : Decision.accept(new RemedyQuestionRaised(file.id(), file.matter().factId(), order.text(),
                now.actor().person(), now.today(), Grounds.of(answer.resolution())));
    }

    static Decision<ToleranceEvent> consultOtherRule(ConsultOtherRule order, Existing state, Circumstances now) {
        CaseFile file = state.file();
        Refusal refusal = Access.firstOf(
                () -> Guard.handler(now.actor(), file, Role.DISCIPLINE_OFFICER, Role.DISCIPLINE_DECIDER, Role.APPEAL_REVIEWER),
                () -> order.rule().isBlank() ? new Malformed(Message.of("须写明查阅了哪项规定。", "Name the rule you looked at.")) : null);
        return refusal != null ? Decision.refuse(refusal) : Decision.accept(new OtherRuleConsulted(file.id(), file.matter().factId(), order.question(), order.rule(), order.reasons(),
                now.actor().person(), now.today()));
    }

    static @Nullable Refusal objectable(Existing state) {
        return switch (state) {
            case UnderAppeal it -> new WrongState(Message.of("申诉正在办理。", "An appeal is under way."));
            case Refused it -> null;
            case Explained it -> null;
            case Mitigated it -> null;
            default -> new WrongState(Message.of("本案没有可以提出异议的认定。", "There is no finding in this case to object to."));
        };
    }

    static Decision<ToleranceEvent> noteAppeal(NoteAppealLodged order, Existing state, Circumstances now) {
        CaseFile file = state.file();
        Refusal refusal = Access.firstOf(
                () -> Access.himself(now.actor(), file.matter().cadre()),
                () -> objectable(state));
        return refusal != null ? Decision.refuse(refusal) : Decision.accept(new AppealNoted(file.id(), file.matter().factId(), order.appeal(), now.today()));
    }

    static Decision<ToleranceEvent> uphold(UpholdOnAppeal order, Existing state, Circumstances now) {
        CaseFile file = state.file();
        Refusal refusal = Access.firstOf(() -> reviewer(file, now), () -> underThisAppeal(state, order.appeal()));
        return refusal != null ? Decision.refuse(refusal) : Decision.accept(new UpheldOnAppeal(file.id(), file.matter().factId(), order.appeal(), now.today()));
    }

    static Decision<ToleranceEvent> remit(RemitOnAppeal order, Existing state, Circumstances now) {
        CaseFile file = state.file();
        DecisionEvent first = file.decision();
        Refusal refusal = Access.firstOf(() -> reviewer(file, now), () -> underThisAppeal(state, order.appeal()));
        return refusal != null ? Decision.refuse(refusal) : Decision.accept(new DecisionSetAside(file.id(), file.matter().factId(), SetAsideBecause.REMITTED_ON_APPEAL,
                order.appeal(), first == null ? ToleranceOutcome.REFUSE : first.outcome(), now.today()));
    }

    /** The reviewer is neither an investigator nor one of those who decided first (B-13). */
    static @Nullable Refusal reviewer(CaseFile file, Circumstances now) {
        return Access.firstOf(
                () -> Guard.decider(now.actor(), file, Role.APPEAL_REVIEWER),
                () -> file.deciders().contains(now.actor().person()) ? new Recused(Message.of("您参加了原决定，不能复核。",
                        "You took part in the first decision and cannot review it.")) : null);
    }

    static @Nullable Refusal underThisAppeal(Existing state, String appeal) {
        return state instanceof UnderAppeal under && appeal.equals(under.file().appeal()) ? null
                : new WrongState(Message.of("本案没有这一正在办理的申诉。", "This appeal is not under way in this case."));
    }

    static Decision<ToleranceEvent> close(Existing state, Circumstances now) {
        CaseFile file = state.file();
        Refusal refusal = Access.firstOf(
                () -> handler(file, now),
                () -> state instanceof Closed ? new WrongState(Message.of("本案已经办结。", "The case is closed already.")) : null,
                () -> state instanceof Decided && !(state instanceof UnderAppeal) ? null : new WrongState(Message.of("未作出决定或申诉正在办理，不能办结。",
                        "A case without a decision, or under appeal, cannot be closed.")),
                () -> !explanationOwed(file) ? null : new RefusedByRule(Message.of("还有条款要求的说明未办理，不能办结。",
                        "An explanation that a clause orders is still owed: the case cannot be closed."),
                        file.openDuties().contains(DutyKind.EXPLAIN_REFUSAL) ? Deciding.explanationGround(file, now).clauses() : List.of()),
                () -> file.remedyQuestionOpen() ? new RefusedByRule(Message.of("救济问题尚未由人查阅其他规定并办结。",
                        "The question of remedies is open until a person has looked at another rule and recorded it."), List.of()) : null);
        return refusal != null ? Decision.refuse(refusal) : Decision.accept(new ToleranceClosed(file.id(), file.matter().factId(), now.today()));
    }

    /** A notice was opened as a duty in older records; no clause ever bore it, so it keeps nothing from being closed. */
    private static boolean explanationOwed(CaseFile file) {
        return file.openDuties().contains(DutyKind.EXPLAIN_REFUSAL) || file.openDuties().contains(DutyKind.EXPLAIN_CORRECTION);
    }
}
