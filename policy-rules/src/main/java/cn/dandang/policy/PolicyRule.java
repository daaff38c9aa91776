package cn.dandang.policy;

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
}
