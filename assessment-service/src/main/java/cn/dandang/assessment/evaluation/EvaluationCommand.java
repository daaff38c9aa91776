package cn.dandang.assessment.evaluation;

import cn.dandang.contracts.AssessmentFact.AssessmentKind;
import cn.dandang.contracts.Ground;
import cn.dandang.kit.personal.Sealed;
import cn.dandang.kit.decision.Command;
import cn.dandang.kit.decision.OpensMatter;

/** Orders to one negative evaluation. */
public sealed interface EvaluationCommand extends Command {
    String evaluation();

    @Override
    default String stream() {
        return NegativeEvaluations.stream(evaluation());
    }

    /** Enters an adverse judgement; goes with the order that lets it rest on its fact. */
    record EnterNegativeEvaluation(String evaluation, String cadre, String factId, AssessmentKind kind, Sealed<String> judgement, Sealed<String> source) implements EvaluationCommand, OpensMatter {}

    /** Takes the effect from it, because of a decision elsewhere. */
    record AnnulNegativeEvaluation(String evaluation, String rootCase, Ground ground, String cause) implements EvaluationCommand {}

    /** A person takes the effect from it, with a reason. */
    record WithdrawNegativeEvaluation(String evaluation, Sealed<String> reason) implements EvaluationCommand {}
}
