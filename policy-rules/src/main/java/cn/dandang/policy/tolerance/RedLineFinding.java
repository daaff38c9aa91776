package cn.dandang.policy.tolerance;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A finding that a fact crosses a red line. It names the prohibiting clause, or the gain and who got it (B-23).
 *
 * @param findingId reference to the recorded finding
 * @param clause    for EXPRESS_PROHIBITION; null otherwise
 * @param gain      for GAIN; null otherwise
 */
public record RedLineFinding(String findingId, RedLine line, @Nullable ProhibitingClause clause, @Nullable Gain gain,
                             List<String> evidence) {

    public enum RedLine { EXPRESS_PROHIBITION, GAIN }

    /** The clause that prohibits: rule, place in it, its prohibiting words (不得, 禁止, 严禁), number and date of the rule. */
    public record ProhibitingClause(String rule, String place, String words, String number, @Nullable LocalDate date) {
    }

    /** What was gained, by reference, and for whom. */
    public record Gain(Beneficiary beneficiary, String reference) {
    }

    public enum Beneficiary { SELF, OTHERS, UNIT }
}
