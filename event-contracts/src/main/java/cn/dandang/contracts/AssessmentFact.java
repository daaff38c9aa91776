package cn.dandang.contracts;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** What assessment-service tells of assessments. The root case is the evaluation, or the accountability case when an effect came from one. */
public sealed interface AssessmentFact extends PublishedFact {

    /** 平时 / 年度 / 任期 / 专项 / 综合. */
    enum AssessmentKind { ROUTINE, ANNUAL, TENURE, SPECIAL, COMPREHENSIVE }

    /** 负面评价已录入. */
    @FactType("assessment.negative-evaluation-entered.v1")
    record NegativeEvaluationEntered(String rootCase, String evaluation, String jurisdiction, String cadre, String factId, AssessmentKind kind, LocalDate enteredOn) implements AssessmentFact {}

    /**
     * 负面评价已撤除: without effect and out of every working view.
     *
     * @param cause id of the published fact that caused it, or null when a person did it by himself
     */
    @FactType("assessment.negative-evaluation-annulled.v1")
    record NegativeEvaluationAnnulled(String rootCase, String evaluation, String jurisdiction, String cadre, String factId, LocalDate annulledOn, Ground ground, @Nullable String cause) implements AssessmentFact {}
}
