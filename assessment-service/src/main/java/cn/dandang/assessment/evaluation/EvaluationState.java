package cn.dandang.assessment.evaluation;

import cn.dandang.assessment.evaluation.EvaluationEvent.NegativeEvaluationAnnulled;
import cn.dandang.assessment.evaluation.EvaluationEvent.NegativeEvaluationEntered;

/** Where a negative evaluation stands. */
public sealed interface EvaluationState {

    record NotEntered() implements EvaluationState {}

    record Standing(NegativeEvaluationEntered entered) implements EvaluationState {}

    /** Without effect and out of every working view. */
    record Annulled(NegativeEvaluationEntered entered, NegativeEvaluationAnnulled annulled) implements EvaluationState {}
}
