package cn.dandang.policy.tolerance;

import cn.dandang.policy.Citation;
import cn.dandang.policy.Message;
import cn.dandang.policy.Support;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Whether a body may decide this outcome for this subject here. Never a proposal.
 *
 * @param ruleId         the rule that decides it
 * @param support        null where no rule decides
 * @param reading        the reading asked or relied on, or null
 * @param reasonRequired whether the decision has to give its reason for this outcome in particular
 */
public record OutcomePermission(ToleranceOutcome outcome, Subject subject, Permission permission, String ruleId,
                                @Nullable Support support, List<Citation> citations, @Nullable String reading,
                                boolean reasonRequired, Message why) {

    public enum Permission {
        ALLOWED,
        /** A rule forbids it: the order is not taken. */
        REFUSED_BY_RULE,
        /** It turns on a reading that nobody has confirmed for this place: held back until then. */
        ASKS_READING,
        /** The place in the document is damaged: a person decides, relying on the clauses named, with a reason. */
        LOST,
        /** The documents do not state this outcome for this subject here: a person decides, with a reason and the rule he looked at. */
        NOT_STATED,
        /** Items of the test are not recorded yet. */
        NOT_YET_RECORDED,
        /** The document has no effective date entered: nothing decides automatically before it is. */
        DATE_UNSET
    }

    /** Whether a decision with this outcome can be taken now: allowed, or left to a person with a reason. */
    public boolean canBeDecided() {
        return permission == Permission.ALLOWED || permission == Permission.LOST || permission == Permission.NOT_STATED;
    }
}
