package cn.dandang.assessment.automation;

import cn.dandang.contracts.AssessmentFact.AssessmentKind;
import cn.dandang.policy.effects.EffectGroup;
import org.jspecify.annotations.Nullable;

/**
 * Which kinds of assessment the words of a group name. Routine, annual and tenure assessments stand in the group of assessments and awards;
 * whether a special or comprehensive one is among those of Party conduct and of development is for a person to say.
 */
final class EvaluationReach {
    private EvaluationReach() {}

    static boolean reaches(@Nullable EffectGroup group, @Nullable AssessmentKind kind) {
        if (group == null) {
            return true;
        }
        return group == EffectGroup.ASSESSMENT_AND_AWARDS && (kind == AssessmentKind.ROUTINE || kind == AssessmentKind.ANNUAL || kind == AssessmentKind.TENURE);
    }
}
