package cn.dandang.policy.feedback;

import static org.assertj.core.api.Assertions.assertThat;

import cn.dandang.policy.Answered;
import cn.dandang.policy.Jurisdictions;
import cn.dandang.policy.PolicyChange;
import cn.dandang.policy.PolicyRule;
import cn.dandang.policy.PolicySnapshot;
import cn.dandang.policy.RuleRevision;
import cn.dandang.policy.data.PolicyFiles;
import cn.dandang.policy.feedback.FeedbackAnswer.Duty;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class FeedbackTest {
    private static final LocalDate DAY = LocalDate.of(2024, 5, 10);
    // its own, so that no answer kept from another test is met
    private final PolicySnapshot policy = PolicySnapshot.of(PolicyFiles.load()).withEffectiveDate("鲁", LocalDate.of(2016, 1, 1), "示例", true)
            .withEffectiveDate("皖", LocalDate.of(2018, 9, 1), "示例", true).withEffectiveDate("黔", LocalDate.of(2018, 12, 1), "示例", true);

    private static FeedbackAnswer duty(PolicySnapshot policy, String place, ReporterMode mode) {
        return Feedback.duty(policy, place, DAY, mode, FeedbackTrigger.TOLERATED);
    }

    private PolicySnapshot revised(String ruleId, Answered answer, String... values) {
        PolicyRule rule = policy.rule(ruleId).orElseThrow();
        return policy.with(new PolicyChange.RuleRevised(new RuleRevision(ruleId, DAY, answer, rule.modal(), List.of(values), rule.says(), rule.clauses(), "示例")));
    }

    @Test
    @DisplayName("real-name and anonymous reporters are two clauses; a name not verified stands under the first and waits (鲁·四·1)")
    void each_reporter_has_his_clause() {
        assertThat(duty(policy, Jurisdictions.SHANDONG, ReporterMode.REAL_NAME).resolution().ruleKey()).isEqualTo("feedback.real-name");
        assertThat(duty(policy, Jurisdictions.SHANDONG, ReporterMode.ANONYMOUS).resolution().ruleKey()).isEqualTo("feedback.anonymous");
        FeedbackAnswer unverified = duty(policy, Jurisdictions.SHANDONG, ReporterMode.NAME_UNVERIFIED);
        assertThat(unverified.resolution().ruleKey()).isEqualTo("feedback.real-name");
        assertThat(unverified.says().zh()).contains("署名尚未核实");
    }

    @Test
    void silence_damage_and_a_missing_date_are_told_apart() {
        assertThat(duty(policy, Jurisdictions.ANHUI, ReporterMode.REAL_NAME).says().zh()).contains("检举控告工作规则");
        assertThat(duty(policy, Jurisdictions.GUIZHOU, ReporterMode.REAL_NAME).says().zh()).contains("缺损");
        assertThat(duty(PolicySnapshot.of(PolicyFiles.load()), Jurisdictions.SHANDONG, ReporterMode.REAL_NAME).says().zh()).contains("未载明施行日期");
    }

    @Test
    @DisplayName("an end that a later version leaves out owes nothing by itself, and an end alone owes nothing where the duty is gone")
    void a_duty_needs_both_its_clause_and_its_end() {
        PolicySnapshot fewer = revised("feedback.shandong.triggers", Answered.STATED, "UNFOUNDED");
        assertThat(Feedback.duty(fewer, Jurisdictions.SHANDONG, DAY, ReporterMode.REAL_NAME, FeedbackTrigger.UNFOUNDED).duty()).isEqualTo(Duty.FEEDBACK);
        FeedbackAnswer leftOut = duty(fewer, Jurisdictions.SHANDONG, ReporterMode.REAL_NAME);
        assertThat(leftOut.duty()).isEqualTo(Duty.ASKS_A_PERSON);
        assertThat(leftOut.opens()).isFalse();
        PolicySnapshot lost = revised("feedback.shandong.real-name", Answered.LOST);
        assertThat(duty(lost, Jurisdictions.SHANDONG, ReporterMode.REAL_NAME).duty()).isEqualTo(Duty.ASKS_A_PERSON);
        assertThat(duty(lost, Jurisdictions.SHANDONG, ReporterMode.ANONYMOUS).duty()).isEqualTo(Duty.RANGE_EXPLANATION);
    }
}
