package cn.dandang.policy;

import java.util.LinkedHashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one document says to one question: a cell of the side-by-side tables.
 *
 * @param id      {@code tolerance.weihai.situations}
 * @param key     {@code tolerance.situations}: the question, the same for every document
 * @param answer  STATED, NOT_STATED, LOST or UNSET
 * @param values  tokens a function reads; empty unless STATED
 * @param support OWN, or INFERRED where even the place's own text needs a reading
 * @param reading the reading an INFERRED cell rests on
 */
public record PolicyRule(String id, String key, String document, List<String> mechanisms, RuleKind kind, Modal modal, Merge merge,
                         Answered answer, List<String> values, Message says, List<Citation> clauses, Support support,
                         @Nullable String reading, @Nullable Message note) {

    /** The same words beside a number that was published after them, with the clause that gives it. */
    PolicyRule beside(Parameter published) {
        Message number = published.says();
        Message both = Message.of(says.zh() + "（已公布的新值：" + number.zh() + "）", says.en() + " (new value published: " + number.en() + ")");
        var cited = new LinkedHashSet<>(clauses);
        cited.add(published.printed());
        return new PolicyRule(id, key, document, mechanisms, kind, modal, merge, answer, values, both, List.copyOf(cited), support, reading, note);
    }

    /** The same cell, answered by the numbers that were published where it had words only. */
    PolicyRule settled() {
        return new PolicyRule(id, key, document, mechanisms, kind, modal, merge, Answered.STATED, values, says, clauses, support, reading, note);
    }
}
