package cn.dandang.policy;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The answer to one question for one jurisdiction and date.
 *
 * @param ruleId        the rule that answers; null when no level does
 * @param support       null unless the outcome is STATED
 * @param values        tokens of the rule; empty unless STATED
 * @param citations     the clauses the answer rests on; for an inherited answer the own side first, then the upper side
 * @param path          every level asked, own first
 * @param reading       the reading the answer rests on, or null
 * @param nationalRules rules outside the five documents to consult; filled when the documents are silent, damaged or undated
 */
public record Resolution(String ruleKey, @Nullable String ruleId, String jurisdiction, LocalDate asOf, Answered outcome,
                         @Nullable Support support, Modal modal, List<String> values, Message says, List<Citation> citations,
                         List<LevelAnswer> path, @Nullable ReadingNeed reading, Acts acts, List<NationalRule> nationalRules,
                         Trace trace) {

    /** True when the documents state it and it acts without asking a person. */
    public boolean actsByItself() {
        return outcome == Answered.STATED && acts == Acts.BY_ITSELF;
    }

    /** True when the outcome is STATED and the rule carries this token. */
    public boolean states(String token) {
        return outcome == Answered.STATED && values.contains(token);
    }

    /** The same answer on another day on which nothing else is in force. */
    Resolution on(LocalDate day) {
        return day.equals(asOf) ? this : new Resolution(ruleKey, ruleId, jurisdiction, day, outcome, support, modal, values, says, citations, path,
                reading, acts, nationalRules, trace.on(day));
    }
}
