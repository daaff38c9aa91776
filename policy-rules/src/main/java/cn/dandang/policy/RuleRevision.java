package cn.dandang.policy;

import java.time.LocalDate;
import java.util.List;

/**
 * What a cell says from a date on, by a published new version of its document. What it said before stays what it said before.
 *
 * @param source where the new version was taken from
 */
public record RuleRevision(String ruleId, LocalDate from, Answered answer, Modal modal, List<String> values, Message says, List<Citation> clauses,
                           String source) {

    PolicyRule of(PolicyRule rule) {
        return new PolicyRule(rule.id(), rule.key(), rule.document(), rule.mechanisms(), rule.kind(), modal, rule.merge(), answer, values, says, clauses,
                rule.support(), rule.reading(), rule.note());
    }
}
