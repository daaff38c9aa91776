package cn.dandang.policy.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import cn.dandang.policy.ConfirmedReading;
import cn.dandang.policy.DocumentDate;
import cn.dandang.policy.Form;
import cn.dandang.policy.Merge;
import cn.dandang.policy.Parameter;
import cn.dandang.policy.PolicyRule;
import cn.dandang.policy.PolicySnapshot;
import cn.dandang.policy.Trace;
import cn.dandang.policy.Trace.Check;
import cn.dandang.policy.Trace.Verdict;
import cn.dandang.policy.data.PolicyFiles;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("every evaluation says by which rule, version and clauses, from which inputs and values since when, what was met, not met, near, and what a person still judges")
class DecisionTraceTest {
    private static final LocalDate DAY = LocalDate.of(2024, 5, 10);
    private static final String WEIHAI = "371000";
    private final PolicySnapshot policy = PolicySnapshot.of(PolicyFiles.load());

    private static Given numbers(String... pairs) {
        var numbers = new java.util.HashMap<String, BigDecimal>();
        for (int i = 0; i < pairs.length; i += 2) {
            numbers.put(pairs[i], new BigDecimal(pairs[i + 1]));
        }
        return Given.numbers(numbers);
    }

    @Test
    void the_trace_of_a_decision_holds_all_it_rests_on() {
        Decision decision = Decisions.decide(policy, "assessment.township-excellent-share", WEIHAI, DAY, numbers("part", "21", "whole", "100"));
        Trace trace = decision.trace();
        assertThat(trace.rulesVersion()).isEqualTo(policy.rulesVersion());
        assertThat(trace.ruleIds()).contains(decision.resolution().ruleId());
        assertThat(trace.citations()).extracting(clause -> clause.place()).contains("威·七·24");
        assertThat(trace.inputs()).containsExactly("part = 21", "whole = 100");
        assertThat(trace.dates()).extracting(DocumentDate::document).contains("威");
        assertThat(trace.checks()).extracting(Check::verdict).containsExactly(Verdict.NOT_MET);
        assertThat(trace.leftToPerson()).isEqualTo(decision.leftToPerson());
        assertThat(decision.parameters()).extracting(Parameter::id).containsExactly("ASM-52.weihai.max-share");
        assertThat(policy.effectiveDate(decision.parameters().getFirst().document())).isPresent();
    }

    @Test
    void what_was_given_is_named_in_one_order() {
        var given = new Given(Map.of("b", BigDecimal.ONE, "a", new BigDecimal("2.50")), Map.of("since", DAY), Set.of("H"), Set.of("F"), Set.of("M"));
        assertThat(given.references()).containsExactly("a = 2.50", "b = 1", "since = 2024-05-10", "H = MET", "F = NOT_MET", "chosen = M");
    }

    @Test
    @DisplayName("a confirmed reading that the form turned on is in the trace, with the one that lets a higher clause act")
    void readings_are_in_the_trace() {
        var confirmed = policy.withConfirmedReading(new ConfirmedReading("weihai.indicator-cap", WEIHAI, "a", "office", "示例", DAY, true));
        Trace trace = Decisions.decide(confirmed, "assessment.indicator-cap", WEIHAI, DAY, numbers("counted", "1", "reference", "100")).trace();
        assertThat(trace.readings()).extracting(ConfirmedReading::readingId).containsExactly("weihai.indicator-cap");
        assertThat(trace.restsOnDemonstration()).isTrue();
    }

    @Test
    void an_inherited_clause_asks_its_reading_beside_what_the_form_leaves_open_until_it_is_confirmed() {
        String below = "371082";
        PolicyRule rule = policy.catalogue().entries().stream().flatMap(entry -> entry.forms().keySet().stream()).flatMap(id -> policy.rule(id).stream())
                .filter(one -> one.document().equals("威") && one.merge() == Merge.OWN_THEN_PARENT && one.reading() == null).findFirst().orElseThrow();
        Decision asks = Decisions.decide(policy, rule.key(), below, DAY, Given.NOTHING);
        int open = Decisions.decide(policy, rule.key(), WEIHAI, DAY, Given.NOTHING).leftToPerson().size();
        assertThat(asks.actsByItself()).isFalse();
        String reading = Objects.requireNonNull(asks.resolution().reading()).readingId();
        assertThat(asks.leftToPerson()).hasSize(open + 1).contains(policy.reading(reading).orElseThrow().question());
        var confirmed = policy.withConfirmedReading(new ConfirmedReading(reading, below, "applies", "office", "示例", DAY, true));
        assertThat(Decisions.decide(confirmed, rule.key(), below, DAY, Given.NOTHING).leftToPerson()).hasSize(open);
    }

    @Test
    @DisplayName("an exception with a reason is possible only where the clause says 一般 or 原则上, and only to a NOT_MET")
    void exceptions_only_where_the_clause_says_generally() {
        policy.catalogue().entries().forEach(entry -> entry.forms().forEach((ruleId, form) -> {
            if (form instanceof Form.Conditions conditions && !conditions.all().isEmpty()) {
                var rule = policy.rule(ruleId).orElseThrow();
                String place = policy.document(rule.document()).jurisdiction();
                PolicySnapshot dated = policy.effectiveDate(rule.document()).isPresent() ? policy : policy.withEffectiveDate(rule.document(), LocalDate.of(2018, 12, 1), "示例", true);
                Decision failed = Decisions.decide(dated, rule.key(), place, DAY, Given.findings(Set.of(), Set.of(conditions.all().keySet().iterator().next())));
                assertThat(failed.verdict()).as(ruleId).isIn(Verdict.NOT_MET, Verdict.OPEN);
                assertThat(failed.exceptionAllowed()).as(ruleId).isEqualTo(failed.verdict() == Verdict.NOT_MET && conditions.generally());
            }
        }));
    }

    @Test
    @DisplayName("every form of the catalogue, asked with nothing known, leaves something to a person and cites clause and version; nothing is decided from silence")
    void nothing_known_decides_nothing() {
        var asked = new ArrayList<String>();
        policy.catalogue().entries().forEach(entry -> entry.forms().keySet().forEach(ruleId -> {
            var rule = policy.rule(ruleId).orElseThrow();
            PolicySnapshot dated = policy.effectiveDate(rule.document()).isPresent() ? policy : policy.withEffectiveDate(rule.document(), LocalDate.of(2018, 12, 1), "示例", true);
            Decision decision = Decisions.decide(dated, rule.key(), dated.document(rule.document()).jurisdiction(), DAY, Given.NOTHING);
            assertThat(decision.verdict()).as(ruleId).isEqualTo(Verdict.OPEN);
            assertThat(decision.trace().leftToPerson()).as(ruleId).isNotEmpty();
            assertThat(decision.trace().citations()).as(ruleId).isNotEmpty();
            assertThat(decision.trace().rulesVersion()).isEqualTo(dated.rulesVersion());
            asked.add(ruleId);
        }));
        assertThat(asked).hasSizeGreaterThan(150);
    }

    @Test
    void an_answer_on_another_day_of_the_same_stretch_has_a_trace_of_its_own_day() {
        policy.resolve("rectification.overdue", WEIHAI, DAY);
        assertThat(policy.resolve("rectification.overdue", WEIHAI, DAY.plusDays(1)).trace().asOf()).isEqualTo(DAY.plusDays(1));
        assertThat(List.of(policy.resolve("rectification.overdue", WEIHAI, DAY).trace().asOf())).containsExactly(DAY);
    }
}
