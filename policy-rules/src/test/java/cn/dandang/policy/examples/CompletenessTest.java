package cn.dandang.policy.examples;

import static org.assertj.core.api.Assertions.assertThat;

import cn.dandang.policy.Answered;
import cn.dandang.policy.Bound;
import cn.dandang.policy.CatalogueEntry;
import cn.dandang.policy.Form;
import cn.dandang.policy.Parameter;
import cn.dandang.policy.PolicyRule;
import cn.dandang.policy.PolicySnapshot;
import cn.dandang.policy.RuleKind;
import cn.dandang.policy.catalogue.CoverageFiles;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class CompletenessTest {
    private static final PolicySnapshot POLICY = PolicySnapshot.base();
    /** For every rule that an example reached, the verdicts it gave; empty for a rule that was only resolved. */
    private static final Map<String, Set<String>> REACHED = reached();

    @Test
    @DisplayName("every decidable clause has an example: the list of rules and parameters that none asks is empty")
    void every_decidable_clause_has_an_example() {
        var without = new TreeSet<String>();
        for (CatalogueEntry entry : POLICY.catalogue().entries()) {
            if (entry.kind() == RuleKind.RULE || entry.kind() == RuleKind.PARAMETER) {
                for (String question : entry.questions()) {
                    POLICY.documents().forEach(document -> {
                        PolicyRule rule = POLICY.rule(question, document.code());
                        if (rule.answer() != Answered.NOT_STATED && rule.mechanisms().contains(entry.id()) && !REACHED.containsKey(rule.id())) {
                            without.add(entry.id() + " " + rule.id());
                        }
                    });
                }
            }
        }
        assertThat(without).isEmpty();
    }

    @Test
    @DisplayName("every form has examples on both sides of its boundary; one whose parameter is UNSET or LOST stays open")
    void every_form_has_examples_on_both_sides() {
        var without = new ArrayList<String>();
        for (CatalogueEntry entry : POLICY.catalogue().entries()) {
            entry.forms().forEach((ruleId, form) -> {
                PolicyRule rule = POLICY.rule(ruleId).orElseThrow();
                Set<String> expected = open(entry, rule, form) ? Set.of("OPEN") : about(entry, rule, form) ? Set.of("MET", "OPEN") : Set.of("MET", "NOT_MET");
                if (!REACHED.getOrDefault(ruleId, Set.of()).containsAll(expected)) {
                    without.add(entry.id() + " " + ruleId + " " + REACHED.get(ruleId));
                }
            });
        }
        assertThat(without).isEmpty();
    }

    @Test
    @DisplayName("the list of rules with an example, which the coverage report reads, is the one of the examples")
    void the_list_of_rules_with_examples_is_true() {
        Set<String> asked = new TreeSet<>(REACHED.keySet());
        asked.retainAll(POLICY.rules().stream().filter(rule -> rule.answer() != Answered.NOT_STATED).map(PolicyRule::id).toList());
        assertThat(CoverageFiles.rulesWithExamples()).containsExactlyInAnyOrderElementsOf(asked);
    }

    @Test
    void every_rule_that_states_something_has_a_clause() {
        assertThat(POLICY.rules()).filteredOn(rule -> rule.answer() != Answered.NOT_STATED)
                .allSatisfy(rule -> assertThat(rule.clauses()).as(rule.id()).isNotEmpty());
    }

    private static boolean open(CatalogueEntry entry, PolicyRule rule, Form form) {
        return parameter(entry, rule, form).filter(parameter -> !parameter.isStated()).isPresent();
    }

    /** 左右 is never refused: what is not exactly the number is a person's to judge. */
    private static boolean about(CatalogueEntry entry, PolicyRule rule, Form form) {
        return parameter(entry, rule, form).filter(parameter -> parameter.bound() == Bound.ABOUT).isPresent();
    }

    private static Optional<Parameter> parameter(CatalogueEntry entry, PolicyRule rule, Form form) {
        return switch (form) {
            case Form.Share share -> entry.parameter(rule.document(), share.parameter());
            case Form.Count count -> entry.parameter(rule.document(), count.parameter());
            case Form.Since since -> entry.parameter(rule.document(), since.parameter());
            default -> Optional.empty();
        };
    }

    private static Map<String, Set<String>> reached() {
        var reached = new HashMap<String, Set<String>>();
        for (Example example : Examples.all()) {
            Map<String, String> answer = Answers.of(example);
            answer.forEach((key, value) -> {
                if (key.equals("rule") || key.endsWith(" rule")) {
                    Set<String> verdicts = reached.computeIfAbsent(value, rule -> new HashSet<>());
                    if (answer.containsKey("verdict")) {
                        verdicts.add(answer.get("verdict"));
                    }
                }
            });
        }
        return reached;
    }
}
