package cn.dandang.clarification.feedback;

import cn.dandang.contracts.Citation;
import cn.dandang.contracts.Ground;
import cn.dandang.contracts.Support;
import cn.dandang.policy.Resolution;
import java.util.List;

/** An answer of policy-rules as the ground of a duty. */
public final class Grounds {
    private Grounds() {}

    public static Ground of(Resolution answer) {
        // without a stated value nothing bears the effect but the question itself
        Support support = answer.support() == null ? Support.DESIGN : Support.valueOf(answer.support().name());
        String reading = answer.reading() != null && answer.reading().isConfirmed() ? answer.reading().readingId() : null;
        boolean demonstration = answer.trace().dates().stream().anyMatch(date -> date.demonstration()) || answer.trace().readings().stream().anyMatch(held -> held.demonstration());
        return new Ground(answer.ruleId() == null ? answer.ruleKey() : answer.ruleId(), support, clauses(answer), reading, demonstration, answer.trace().rulesVersion());
    }

    static List<Citation> clauses(Resolution answer) {
        return answer.citations().stream().map(clause -> new Citation(clause.document(), clause.place(), clause.quote())).toList();
    }

    static List<DutyEvent.OtherRule> otherRules(Resolution answer) {
        return answer.nationalRules().stream().map(rule -> new DutyEvent.OtherRule(rule.pack(), rule.name(), rule.articles())).toList();
    }

    /** The reading that would have to be confirmed; the rule's own key where none is registered. */
    public static String readingOf(Resolution answer) {
        return answer.reading() == null ? answer.ruleKey() : answer.reading().readingId();
    }
}
