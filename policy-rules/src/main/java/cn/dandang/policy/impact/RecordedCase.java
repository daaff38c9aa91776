package cn.dandang.policy.impact;

import cn.dandang.policy.tolerance.Subject;
import cn.dandang.policy.tolerance.ToleranceInput;
import cn.dandang.policy.tolerance.ToleranceOutcome;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A tolerance case as its ledger holds it: references and findings, no personal text.
 *
 * @param day      the day by which its rules are taken: of the decision, or the day of the report for an open case
 * @param decided  what was decided, or null while the case is open
 * @param ruleKeys the questions its record says were asked besides the test; empty when none were
 */
public record RecordedCase(String id, String jurisdiction, LocalDate day, @Nullable Decided decided, ToleranceInput input, List<String> ruleKeys) {

    public record Decided(ToleranceOutcome outcome, Subject subject) {
    }
}
