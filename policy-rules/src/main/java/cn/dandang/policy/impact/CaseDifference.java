package cn.dandang.policy.impact;

import cn.dandang.policy.Acts;
import cn.dandang.policy.Answered;
import cn.dandang.policy.Message;
import cn.dandang.policy.Parameter;
import cn.dandang.policy.tolerance.OutcomePermission.Permission;
import cn.dandang.policy.tolerance.Subject;
import cn.dandang.policy.tolerance.ToleranceOutcome;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How one case differs under the changed rules.
 *
 * @param day     the day by which both versions were asked
 * @param open    whether the case is still open
 * @param couldStillBeDecided for a decided case, whether the same decision could be taken under the changed rules; null while it is open
 */
public record CaseDifference(String caseId, String jurisdiction, LocalDate day, boolean open, @Nullable Boolean couldStillBeDecided,
                             List<OutcomeChange> outcomes, List<AnswerChange> answers) {

    /** An outcome that may be decided differently, and why after the change. */
    public record OutcomeChange(ToleranceOutcome outcome, Subject subject, Permission before, Permission after, String ruleId, Message why) {
    }

    /** A question of the case that is answered differently, in its words or in a number it goes by. */
    public record AnswerChange(String ruleKey, Answered before, Answered after, Acts actsBefore, Acts actsAfter, Message says, List<AmountChange> amounts) {
    }

    /**
     * A parameter of a document on the day by which both versions were asked.
     *
     * @param told whether the words of the question tell it already
     */
    public record AmountChange(Parameter before, Parameter after, boolean told) {
    }
}
