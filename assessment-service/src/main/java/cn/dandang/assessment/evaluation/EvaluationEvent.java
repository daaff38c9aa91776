package cn.dandang.assessment.evaluation;

import cn.dandang.contracts.AssessmentFact.AssessmentKind;
import cn.dandang.contracts.Ground;
import cn.dandang.kit.personal.Sealed;
import cn.dandang.kit.decision.DomainEvent;
import cn.dandang.kit.decision.EventName;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What happened to a negative evaluation. */
public sealed interface EvaluationEvent extends DomainEvent {
    String evaluation();

    String factId();

    @Override
    default List<String> factIds() {
        return List.of(factId());
    }

    /** 负面评价已录入. */
    @EventName("assessment.negative-evaluation-entered.v1")
    record NegativeEvaluationEntered(String evaluation, String jurisdiction, String cadre, String factId, AssessmentKind kind, Sealed<String> judgement, Sealed<String> source, String enteredBy,
                                     LocalDate enteredOn) implements EvaluationEvent {}

    /**
     * 负面评价已撤除.
     *
     * @param cause  id of the published fact, or null when a person did it by himself
     * @param reason a person's, or null
     */
    @EventName("assessment.negative-evaluation-annulled.v1")
    record NegativeEvaluationAnnulled(String evaluation, String rootCase, String jurisdiction, String cadre, String factId, LocalDate annulledOn, Ground ground, @Nullable String cause,
                                      @Nullable Sealed<String> reason) implements EvaluationEvent {}
}
