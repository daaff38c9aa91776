package cn.dandang.policy.rectification;

import static org.assertj.core.api.Assertions.assertThat;

import cn.dandang.policy.Answered;
import cn.dandang.policy.ConfirmedReading;
import cn.dandang.policy.Jurisdictions;
import cn.dandang.policy.Modal;
import cn.dandang.policy.PolicyChange;
import cn.dandang.policy.PolicyRule;
import cn.dandang.policy.PolicySnapshot;
import cn.dandang.policy.RuleRevision;
import cn.dandang.policy.data.PolicyFiles;
import cn.dandang.policy.rectification.Consequence.Escalation;
import cn.dandang.policy.rectification.Consequence.Trigger;
import cn.dandang.policy.tolerance.ToleranceOutcome;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class RectificationTest {
    private static final LocalDate DAY = LocalDate.of(2024, 5, 10);
    /** A city below Weihai, without a document of its own. */
    private static final String BELOW_WEIHAI = "371082";
    private final PolicySnapshot undated = PolicySnapshot.of(PolicyFiles.load());
    private final PolicySnapshot policy = undated.withEffectiveDate("鲁", LocalDate.of(2016, 1, 1), "示例", true).withEffectiveDate("皖", LocalDate.of(2018, 9, 1), "示例", true);

    private static PolicySnapshot confirmed(PolicySnapshot policy, String reading) {
        return policy.withConfirmedReading(new ConfirmedReading(reading, BELOW_WEIHAI, "applies", "office", "示例", DAY, true));
    }

    private PolicySnapshot revised(String ruleId, String... values) {
        PolicyRule rule = policy.rule(ruleId).orElseThrow();
        return policy.with(new PolicyChange.RuleRevised(new RuleRevision(ruleId, DAY, Answered.STATED, Modal.MUST, List.of(values), rule.says(), rule.clauses(), "示例")));
    }

    @Test
    @DisplayName("an inherited order binds only after the place confirmed the reading, the start likewise (威·四·13)")
    void an_inherited_correction_waits_for_its_readings() {
        RectificationAnswer open = Rectification.withExemption(policy, BELOW_WEIHAI, DAY);
        assertThat(open.required()).isFalse();
        assertThat(open.immediately()).isFalse();
        RectificationAnswer order = Rectification.withExemption(confirmed(policy, "inherit.rectification.order"), BELOW_WEIHAI, DAY);
        assertThat(order.required()).isTrue();
        assertThat(order.immediately()).isFalse();
        assertThat(Rectification.withExemption(confirmed(policy, "inherit.rectification.start"), BELOW_WEIHAI, DAY).immediately()).isTrue();
    }

    @Test
    @DisplayName("at once only where the text says so: Weihai's 立即, not Anhui's or Shandong's (威·四·13, 皖·四·12)")
    void only_weihai_starts_at_once() {
        assertThat(Rectification.withExemption(policy, Jurisdictions.WEIHAI, DAY).immediately()).isTrue();
        assertThat(Rectification.withExemption(policy, Jurisdictions.ANHUI, DAY).immediately()).isFalse();
        assertThat(Rectification.withExemption(policy, Jurisdictions.SHANDONG, DAY).immediately()).isFalse();
        assertThat(Rectification.withExemption(policy, Jurisdictions.ANHUI, DAY).required()).isTrue();
    }

    @Test
    void a_correction_goes_with_the_decisions_that_the_clause_ties_it_to() {
        PolicySnapshot mitigation = revised("rectification.weihai.order", "WITH_MITIGATION");
        assertThat(Rectification.withDecision(mitigation, Jurisdictions.WEIHAI, DAY, ToleranceOutcome.EXEMPT).required()).isFalse();
        assertThat(Rectification.withDecision(mitigation, Jurisdictions.WEIHAI, DAY, ToleranceOutcome.LIGHTER).required()).isTrue();
        assertThat(Rectification.withDecision(mitigation, Jurisdictions.WEIHAI, DAY, ToleranceOutcome.REDUCED).required()).isTrue();
        PolicySnapshot exemption = revised("rectification.weihai.order", "WITH_EXEMPTION");
        assertThat(Rectification.withDecision(exemption, Jurisdictions.WEIHAI, DAY, ToleranceOutcome.EXEMPT).required()).isTrue();
        assertThat(Rectification.withDecision(exemption, Jurisdictions.WEIHAI, DAY, ToleranceOutcome.LIGHTER).required()).isFalse();
        PolicySnapshot any = revised("rectification.weihai.order", "ANY_FAULT");
        for (ToleranceOutcome outcome : ToleranceOutcome.values()) {
            assertThat(Rectification.withDecision(any, Jurisdictions.WEIHAI, DAY, outcome).required()).isTrue();
            assertThat(Rectification.withDecision(exemption, Jurisdictions.WEIHAI, DAY, outcome).required()).isEqualTo(outcome == ToleranceOutcome.EXEMPT);
        }
    }

    @Test
    @DisplayName("lateness in Anhui is flagged until a person finds the correction weak; the clause on weak correction stands beside it (皖·四·12)")
    void lateness_is_not_weakness() {
        Consequence late = Rectification.consequence(policy, Jurisdictions.ANHUI, DAY, Trigger.OVERDUE);
        assertThat(late.escalation()).isEqualTo(Escalation.FLAG_ONLY);
        assertThat(late.says().zh()).contains("逾期本身只作提示");
        assertThat(late.resolution().ruleId()).isEqualTo("rectification.anhui.inadequate-or-refused");
        Consequence shandong = Rectification.consequence(policy, Jurisdictions.SHANDONG, DAY, Trigger.OVERDUE);
        assertThat(shandong.says().zh()).contains("未载明").doesNotContain("逾期本身只作提示");
        assertThat(shandong.resolution().ruleKey()).isEqualTo("rectification.overdue");
    }

    @Test
    void a_clause_that_names_no_consequence_is_flagged_in_its_own_words() {
        PolicySnapshot silent = revised("rectification.anhui.inadequate-or-refused");
        Consequence weak = Rectification.consequence(silent, Jurisdictions.ANHUI, DAY, Trigger.INADEQUATE);
        assertThat(weak.escalation()).isEqualTo(Escalation.FLAG_ONLY);
        assertThat(weak.says()).isEqualTo(policy.rule("rectification.anhui.inadequate-or-refused").orElseThrow().says());
        Consequence noDate = Rectification.consequence(undated, Jurisdictions.ANHUI, DAY, Trigger.REFUSED);
        assertThat(noDate.says().zh()).contains("施行日期");
        assertThat(Rectification.consequence(policy, Jurisdictions.WEIHAI, DAY, Trigger.REFUSED).says().zh()).contains("未载明整改不力、拒不整改或逾期在此的后果");
    }
}
