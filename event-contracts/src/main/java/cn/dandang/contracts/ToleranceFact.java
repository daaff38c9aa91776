package cn.dandang.contracts;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What tolerance-service tells: accountability, tolerance, correction, appeal. The root case is the accountability case, or the tolerance case when it began by application. */
public sealed interface ToleranceFact extends PublishedFact {

    /** Who or what a part of a decision is about. */
    enum SubjectKind { PERSON, UNIT }

    /** How a tolerance case began (P-06). */
    enum Start { EX_OFFICIO, CADRE, UNIT, UNIT_PARTY_ORGANISATION }

    /** 从轻 and 减轻 are two values (B-17). */
    enum Mitigation { LIGHTER, REDUCED }

    /** How an appeal ended. */
    enum AppealOutcome { UPHELD, CHANGED, REMITTED }

    /** One item of the tolerance test as found: the item's id in policy-rules and its result there. */
    record ItemFound(String item, String result) {}

    /** 问责程序已启动. */
    @FactType("tolerance.accountability-opened.v1")
    record AccountabilityOpened(String rootCase, String jurisdiction, String body, String factId, String cadre, String unit, @Nullable String postLevel, LocalDate openedOn) implements ToleranceFact {}

    /** 问责程序已办结: with or without a measure. */
    @FactType("tolerance.accountability-concluded.v1")
    record AccountabilityConcluded(String rootCase, String jurisdiction, String factId, String cadre, @Nullable String measure, LocalDate concludedOn) implements ToleranceFact {}

    /** 容错核实已启动, ex officio or on application. */
    @FactType("tolerance.opened.v1")
    record ToleranceOpened(String rootCase, String toleranceCase, String jurisdiction, String factId, String cadre, String unit, Start start, LocalDate openedOn, Ground ground) implements ToleranceFact {}

    /** 已予免责, one per subject. Says nothing of any report. */
    @FactType("tolerance.granted.v1")
    record ToleranceGranted(String rootCase, String toleranceCase, String jurisdiction, String body, String factId, String cadre, String unit, SubjectKind subject, String subjectId,
                            @Nullable String postLevel, List<EffectGroup> effectGroups, List<ItemFound> items, LocalDate decidedOn, String rectificationTask, Ground ground) implements ToleranceFact {
        public ToleranceGranted {
            effectGroups = List.copyOf(effectGroups);
            items = List.copyOf(items);
        }
    }

    /** 已从轻、减轻. */
    @FactType("tolerance.mitigated.v1")
    record ToleranceMitigated(String rootCase, String toleranceCase, String jurisdiction, String body, String factId, String cadre, String unit, @Nullable String postLevel, Mitigation mitigation,
                              String proposedMeasure, String decidedMeasure, List<ItemFound> items, LocalDate decidedOn, Ground ground) implements ToleranceFact {
        public ToleranceMitigated {
            items = List.copyOf(items);
        }
    }

    /** 不予容错. */
    @FactType("tolerance.refused.v1")
    record ToleranceRefused(String rootCase, String toleranceCase, String jurisdiction, String body, String factId, String cadre, String unit, @Nullable String postLevel, List<ItemFound> items,
                            LocalDate decidedOn, Ground ground) implements ToleranceFact {
        public ToleranceRefused {
            items = List.copyOf(items);
        }
    }

    /** 红线认定已作出. */
    @FactType("tolerance.red-line-found.v1")
    record RedLineFound(String rootCase, String toleranceCase, String jurisdiction, String factId, String cadre, String redLine, LocalDate foundOn) implements ToleranceFact {}

    /** 红线认定已撤销. */
    @FactType("tolerance.red-line-withdrawn.v1")
    record RedLineWithdrawn(String rootCase, String toleranceCase, String jurisdiction, String factId, String cadre, String redLine, LocalDate withdrawnOn) implements ToleranceFact {}

    /** 不符合情形已说明. */
    @FactType("tolerance.refusal-explained.v1")
    record RefusalExplained(String rootCase, String toleranceCase, String jurisdiction, String cadre, LocalDate explainedOn, Ground ground) implements ToleranceFact {}

    /** 纠错事由已说明. */
    @FactType("tolerance.correction-explained.v1")
    record CorrectionExplained(String rootCase, String toleranceCase, String jurisdiction, String cadre, LocalDate explainedOn, Ground ground) implements ToleranceFact {}

    /** 已责令限期整改. */
    @FactType("tolerance.rectification-ordered.v1")
    record RectificationOrdered(String rootCase, String toleranceCase, String task, String jurisdiction, String cadre, String unit, int items, LocalDate limit, LocalDate orderedOn, Ground ground) implements ToleranceFact {}

    /** What became of a correction order: submitted, completed, rejected, overdue, found inadequate or refused, escalated or not. */
    enum RectificationStep { SUBMITTED, COMPLETED, REJECTED, OVERDUE, FOUND_INADEQUATE, FOUND_REFUSED, ESCALATED, NOT_ESCALATED, CLOSED }

    /** 整改进展. */
    @FactType("tolerance.rectification-moved.v1")
    record RectificationMoved(String rootCase, String toleranceCase, String task, String jurisdiction, String cadre, RectificationStep step, LocalDate on, @Nullable Ground ground) implements ToleranceFact {}

    /** 已提出申诉. */
    @FactType("tolerance.appeal-lodged.v1")
    record AppealLodged(String rootCase, String toleranceCase, String appeal, String jurisdiction, String cadre, LocalDate lodgedOn, Ground ground) implements ToleranceFact {}

    /** 申诉已决定. */
    @FactType("tolerance.appeal-decided.v1")
    record AppealDecided(String rootCase, String toleranceCase, String appeal, String jurisdiction, String cadre, AppealOutcome outcome, LocalDate decidedOn, Ground ground) implements ToleranceFact {}

    /** 两个事实认定为同一事实, by an officer with reason; undone by {@link FactsUnlinked}. */
    @FactType("tolerance.facts-linked.v1")
    record FactsLinked(String rootCase, String link, String factId, String sameAs, String jurisdiction) implements ToleranceFact {}

    /** 同一事实的认定已撤销. */
    @FactType("tolerance.facts-unlinked.v1")
    record FactsUnlinked(String rootCase, String link, String factId, String sameAs, String jurisdiction) implements ToleranceFact {}

    /** 已查阅其他规定: the documents are silent about a remedy, and a person finished the question. Names the rule, no person and nothing of what was found; the root case is the tolerance case. */
    @FactType("tolerance.other-rule-consulted.v1")
    record OtherRuleConsulted(String rootCase, String jurisdiction, String rule, LocalDate on) implements ToleranceFact {}
}
