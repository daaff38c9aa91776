package cn.dandang.tolerance.tolerancecase;

import cn.dandang.contracts.EffectGroup;
import cn.dandang.contracts.Ground;
import cn.dandang.contracts.ToleranceFact.ItemFound;
import cn.dandang.contracts.ToleranceFact.Mitigation;
import cn.dandang.contracts.ToleranceFact.Start;
import cn.dandang.kit.decision.DomainEvent;
import cn.dandang.kit.decision.EventName;
import cn.dandang.kit.personal.Sealed;
import cn.dandang.policy.Message;
import cn.dandang.policy.opening.Applicant;
import cn.dandang.policy.tolerance.FieldOfError;
import cn.dandang.policy.tolerance.FindingResult;
import cn.dandang.policy.tolerance.Subject;
import cn.dandang.policy.tolerance.ToleranceOutcome;
import cn.dandang.tolerance.accountability.MeasureKind;
import cn.dandang.tolerance.tolerancecase.ToleranceCommand.*;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What happened to one tolerance case. Each decision keeps its ground, its as-of date and the items found. */
public sealed interface ToleranceEvent extends DomainEvent {

    String toleranceCase();

    String factId();

    @Override
    default List<String> factIds() {
        return List.of(factId());
    }

    /** 已同步启动容错核实. */
    @EventName("tolerance.opened-ex-officio.v1")
    record ToleranceOpenedExOfficio(String toleranceCase, String factId, Matter matter, Because because, String openedBy, LocalDate openedOn,
                                    Ground ground) implements ToleranceEvent {
        @Override
        public String jurisdiction() {
            return matter.jurisdiction();
        }
    }

    /** 已提出容错(免责)申请. Opens the case, or joins a check that is open. */
    @EventName("tolerance.applied.v1")
    record ToleranceApplied(String toleranceCase, String factId, Matter matter, Applicant applicant, String appliedBy, String paper, Sealed<String> grounds,
                            boolean opens, LocalDate appliedOn, Ground ground) implements ToleranceEvent {}

    /** 已受理. */
    @EventName("tolerance.application-accepted.v1")
    record ApplicationAccepted(String toleranceCase, String factId, LocalDate on) implements ToleranceEvent {}

    /** 不予受理（说明）. */
    @EventName("tolerance.application-refused.v1")
    record ApplicationRefused(String toleranceCase, String factId, Sealed<String> reasons, String decidedBy, LocalDate on, Ground ground) implements ToleranceEvent {}

    /** 材料已附卷. */
    @EventName("tolerance.paper-attached.v1")
    record PaperAttached(String toleranceCase, String factId, String paper, PaperKind kind, @Nullable Applicant applicant, String from, Sealed<String> text,
                         @Nullable Sealed<String> source, @Nullable LocalDate datedOn, Message note, LocalDate on) implements ToleranceEvent {}

    /** 核实已开始: the screening became a case under verification. */
    @EventName("tolerance.verification-started.v1")
    record VerificationStarted(String toleranceCase, String factId, String item, LocalDate on, Ground ground) implements ToleranceEvent {}

    /** 核实情况已录入. */
    @EventName("tolerance.finding-recorded.v1")
    record FindingRecorded(String toleranceCase, String factId, String item, FindingResult result, List<Evidence> evidence, @Nullable String citedPolicy, String by,
                           LocalDate on) implements ToleranceEvent {}

    /** 失误所属领域已录入. */
    @EventName("tolerance.field-recorded.v1")
    record FieldRecorded(String toleranceCase, String factId, FieldOfError field, String by, LocalDate on) implements ToleranceEvent {}

    /** A permitted or refused outcome as evaluated, without proposal. */
    record Permitted(ToleranceOutcome outcome, Subject subject, String permission, String ruleId) {}

    /** 条件/情形/要件已研判: every required item is recorded. */
    @EventName("tolerance.test-evaluated.v1")
    record TestEvaluated(String toleranceCase, String factId, List<Permitted> outcomes, LocalDate on, String rulesVersion) implements ToleranceEvent {}

    /** 陈述申辩已记录. */
    @EventName("tolerance.statement-taken.v1")
    record StatementTaken(String toleranceCase, String factId, String statement, @Nullable Sealed<String> text, @Nullable LocalDate madeOn, String takenBy, LocalDate on) implements ToleranceEvent {}

    /** 触及红线. */
    @EventName("tolerance.red-line-found.v1")
    record RedLineFound(String toleranceCase, String factId, @Nullable String accountabilityCase, String cadre, String jurisdiction, String redLine, RedLineKind kind, @Nullable Prohibition prohibition,
                        @Nullable Gain gain, List<Evidence> evidence, LocalDate shownOn, List<String> signedBy, LocalDate on) implements ToleranceEvent {}

    /** 红线认定已撤销. */
    @EventName("tolerance.red-line-withdrawn.v1")
    record RedLineFindingWithdrawn(String toleranceCase, String factId, @Nullable String accountabilityCase, String cadre, String jurisdiction, String redLine, WithdrawalBasis basis,
                                   Sealed<String> reasons, List<Evidence> evidence, String by, LocalDate on) implements ToleranceEvent {}

    /** 已申请回避. */
    @EventName("tolerance.recusal-asked.v1")
    record RecusalAsked(String toleranceCase, String factId, String recusal, String person, String askedBy, Sealed<String> grounds, LocalDate on) implements ToleranceEvent {}

    /** 已回避. */
    @EventName("tolerance.recusal-granted.v1")
    record RecusalGranted(String toleranceCase, String factId, String recusal, String person, String decidedBy, Sealed<String> reasons, LocalDate on) implements ToleranceEvent {}

    /** 不予回避（说明）. */
    @EventName("tolerance.recusal-refused.v1")
    record RecusalRefused(String toleranceCase, String factId, String recusal, String person, String decidedBy, Sealed<String> reasons, LocalDate on) implements ToleranceEvent {}

    /** 本案口径已选定. */
    @EventName("tolerance.reading-chosen.v1")
    record ReadingChosen(String toleranceCase, String factId, String reading, String choice, Sealed<String> reasons, String by, LocalDate on) implements ToleranceEvent {}

    /** A subject of a decision with the ground on which the outcome was open for it. */
    record SubjectDecided(Subject subject, String id, Ground ground) {}

    /** What follows from a decision, as the rules stood. */
    record EffectDecided(String kind, @Nullable EffectGroup group, boolean named, String value, String acts, @Nullable String reading, Message says, Ground ground) {}

    /** A reading chosen in this case. */
    record ReadingChoice(String reading, String choice) {}

    /** What every decision of a body keeps. Lists are in a fixed order. */
    record Decided(String jurisdiction, String body, @Nullable String accountabilityCase, String cadre, String unit, @Nullable String postLevel, Start start,
                   List<SubjectDecided> subjects, Meeting meeting, Sealed<String> reasons, @Nullable MeasureKind proposedMeasure, @Nullable MeasureKind decidedMeasure,
                   @Nullable String otherRule, List<ReadingChoice> readingChoices, List<ItemFound> items, String decidedBy, LocalDate decidedOn,
                   @Nullable String onAppeal) {
        public Decided {
            items = List.copyOf(items);
        }
    }

    /** A decision of a body on a tolerance case. */
    sealed interface DecisionEvent extends ToleranceEvent {
        Decided decided();

        ToleranceOutcome outcome();

        @Override
        Ground ground();
    }

    /** 已予免责. */
    @EventName("tolerance.granted.v1")
    record ToleranceGranted(String toleranceCase, String factId, Decided decided, List<EffectGroup> effectGroups, List<LeftOut> leftOut,
                            List<EffectDecided> effects, String rectificationTask, Ground ground) implements DecisionEvent {
        @Override
        public ToleranceOutcome outcome() {
            return ToleranceOutcome.EXEMPT;
        }
    }

    /** 已从轻、减轻. */
    @EventName("tolerance.mitigated.v1")
    record ToleranceMitigated(String toleranceCase, String factId, Decided decided, Mitigation mitigation, Ground ground) implements DecisionEvent {
        @Override
        public ToleranceOutcome outcome() {
            return mitigation == Mitigation.LIGHTER ? ToleranceOutcome.LIGHTER : ToleranceOutcome.REDUCED;
        }
    }

    /** 不予容错. */
    @EventName("tolerance.refused.v1")
    record ToleranceRefused(String toleranceCase, String factId, Decided decided, Ground ground) implements DecisionEvent {
        @Override
        public ToleranceOutcome outcome() {
            return ToleranceOutcome.REFUSE;
        }
    }

    enum DutyKind { EXPLAIN_REFUSAL, EXPLAIN_CORRECTION, NOTIFY_SUBJECT }

    /** 义务已产生. */
    @EventName("tolerance.duty-opened.v1")
    record DutyOpened(String toleranceCase, String factId, DutyKind duty, LocalDate on, Ground ground) implements ToleranceEvent {}

    /** 已设提醒: what no clause orders here, or only one whose reading is not confirmed. It is no duty and keeps nothing from being closed. */
    @EventName("tolerance.reminder-set.v1")
    record ReminderSet(String toleranceCase, String factId, DutyKind about, LocalDate on, Ground ground) implements ToleranceEvent {}

    /** The statutory remedies and what the documents say of an appeal, as listed to the person 救济途径已列明. */
    @EventName("tolerance.remedies-listed.v1")
    record RemediesListed(String toleranceCase, String factId, String appeal, List<String> statutory, LocalDate on, Ground ground) implements ToleranceEvent {}

    /** 不符合情形已说明. */
    @EventName("tolerance.refusal-explained.v1")
    record RefusalExplained(String toleranceCase, String factId, @Nullable String accountabilityCase, String cadre, String jurisdiction, Sealed<String> text, String by, LocalDate on,
                            Ground ground) implements ToleranceEvent {}

    /** 纠错事由已说明. */
    @EventName("tolerance.correction-explained.v1")
    record CorrectionExplained(String toleranceCase, String factId, @Nullable String accountabilityCase, String cadre, String jurisdiction, Sealed<String> text, String by, LocalDate on,
                               Ground ground) implements ToleranceEvent {}

    /** 已告知本人. */
    @EventName("tolerance.subject-notified.v1")
    record SubjectNotified(String toleranceCase, String factId, String by, LocalDate on) implements ToleranceEvent {}

    /** 已提出救济问题: the documents do not state an appeal here; a person finishes the question. */
    @EventName("tolerance.remedy-question-raised.v1")
    record RemedyQuestionRaised(String toleranceCase, String factId, Sealed<String> text, String by, LocalDate on, Ground ground) implements ToleranceEvent {}

    /** 已查阅其他规定. */
    @EventName("tolerance.other-rule-consulted.v1")
    record OtherRuleConsulted(String toleranceCase, String factId, @Nullable Sealed<String> question, String rule, Sealed<String> reasons, String by, LocalDate on) implements ToleranceEvent {}

    /** 申诉已受理, the case waits for it. */
    @EventName("tolerance.appeal-noted.v1")
    record AppealNoted(String toleranceCase, String factId, String appeal, LocalDate on) implements ToleranceEvent {}

    /** 申诉维持. */
    @EventName("tolerance.upheld-on-appeal.v1")
    record UpheldOnAppeal(String toleranceCase, String factId, String appeal, LocalDate on) implements ToleranceEvent {}

    /** Why a decision no longer stands. */
    enum SetAsideBecause { RED_LINE_WITHDRAWN, REMITTED_ON_APPEAL, CHANGED_ON_APPEAL }

    /** 原决定已失效: remitted, changed, or a red-line finding it rested on fell. */
    @EventName("tolerance.decision-set-aside.v1")
    record DecisionSetAside(String toleranceCase, String factId, SetAsideBecause because, @Nullable String appeal, ToleranceOutcome was, LocalDate on) implements ToleranceEvent {}

    /** 容错案已办结. */
    @EventName("tolerance.closed.v1")
    record ToleranceClosed(String toleranceCase, String factId, LocalDate on) implements ToleranceEvent {}
}
