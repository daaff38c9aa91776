package cn.dandang.tolerance.accountability;

import cn.dandang.kit.decision.Command;
import cn.dandang.kit.decision.OpensMatter;
import cn.dandang.kit.personal.Sealed;
import cn.dandang.policy.tolerance.ToleranceOutcome;
import cn.dandang.tolerance.Streams;
import org.jspecify.annotations.Nullable;

/** Orders to one accountability case. */
public sealed interface AccountabilityCommand extends Command {

    String accountabilityCase();

    @Override
    default String stream() {
        return Streams.accountabilityCase(accountabilityCase());
    }

    /**
     * A body holds a cadre to account for a fact.
     *
     * @param toleranceCase the tolerance check that the same append opens, where the rules open it by themselves; null elsewhere
     */
    record OpenAccountability(String accountabilityCase, String cadre, String unit, String body, String factId, @Nullable MeasureKind proposedMeasure,
                              @Nullable String toleranceCase) implements AccountabilityCommand, OpensMatter {}

    /** A tolerance check is opened later: a person answered the question, or a situation was found, or it was applied for. */
    record AttachCheck(String accountabilityCase, String toleranceCase) implements AccountabilityCommand {}

    record NoteCheckDecided(String accountabilityCase, String toleranceCase, ToleranceOutcome outcome, @Nullable MeasureKind decidedMeasure) implements AccountabilityCommand {}

    record NoteCheckReopened(String accountabilityCase, String toleranceCase) implements AccountabilityCommand {}

    /** Concluded with a measure, or without one. */
    record ConcludeAccountability(String accountabilityCase, @Nullable MeasureKind measure, Sealed<String> reasons) implements AccountabilityCommand {}
}
