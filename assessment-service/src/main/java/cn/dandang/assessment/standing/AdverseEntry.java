package cn.dandang.assessment.standing;

import cn.dandang.contracts.AssessmentFact.AssessmentKind;
import cn.dandang.kit.standing.Adverse;
import org.jspecify.annotations.Nullable;

/**
 * An adverse entry that rests on a fact. Entries of one kind are locked together.
 *
 * @param kind       what it is
 * @param id         of the evaluation or flag
 * @param cadre      whom it is about
 * @param assessment the kind of assessment, for an evaluation
 */
public record AdverseEntry(Kind kind, String id, String cadre, @Nullable AssessmentKind assessment) implements Adverse {

    public enum Kind { NEGATIVE_EVALUATION, CANDIDACY_FLAG }

    @Override
    public String lockedAs() {
        return kind.name();
    }
}
