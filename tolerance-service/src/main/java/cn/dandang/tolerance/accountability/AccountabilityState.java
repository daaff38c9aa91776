package cn.dandang.tolerance.accountability;

import cn.dandang.contracts.Ground;
import cn.dandang.policy.tolerance.ToleranceOutcome;
import org.jspecify.annotations.Nullable;

/** How an accountability case stands. */
public sealed interface AccountabilityState {

    record NotOpened() implements AccountabilityState {}

    /** A case that was opened, whatever became of it. */
    sealed interface Existing extends AccountabilityState {
        Details details();
    }

    /** Open. */
    record Open(Details details) implements Existing {}

    record Concluded(Details details, @Nullable MeasureKind measure) implements Existing {}

    /** What never changes, and the check. */
    record Details(String id, String factId, String jurisdiction, String body, String cadre, String unit, @Nullable MeasureKind proposedMeasure, String openedBy,
                   AccountabilityEvent.Screening screening, Ground checkGround, Check check) {
        Details with(Check next) {
            return new Details(id, factId, jurisdiction, body, cadre, unit, proposedMeasure, openedBy, screening, checkGround, next);
        }
    }

    /** The tolerance check of the case. */
    sealed interface Check {
        record None() implements Check {}

        record Running(String toleranceCase) implements Check {}

        record Decided(String toleranceCase, ToleranceOutcome outcome, @Nullable MeasureKind decidedMeasure) implements Check {}

        /** The tolerance case of this check, or null. */
        default @Nullable String toleranceCase() {
            return switch (this) {
                case None none -> null;
                case Running running -> running.toleranceCase;
                case Decided decided -> decided.toleranceCase;
            };
        }
    }
}
