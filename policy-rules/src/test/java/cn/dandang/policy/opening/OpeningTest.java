package cn.dandang.policy.opening;

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
import cn.dandang.policy.opening.ApplicationAnswer.Treatment;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class OpeningTest {
    private static final LocalDate DAY = LocalDate.of(2024, 5, 10);
    private static final String WEIHAI = Jurisdictions.WEIHAI;
    private final PolicySnapshot undated = PolicySnapshot.of(PolicyFiles.load());
    // its own, so that no answer kept from another test is met
    private final PolicySnapshot policy = undated.withEffectiveDate("鲁", LocalDate.of(2016, 1, 1), "示例", true)
            .withEffectiveDate("皖", LocalDate.of(2018, 9, 1), "示例", true).withEffectiveDate("黔", LocalDate.of(2018, 12, 1), "示例", true);

    private String application(String place) {
        return Opening.application(policy, place, DAY, Applicant.CADRE).says().zh();
    }

    @Test
    @DisplayName("what opens by itself says so, what waits for a reading asks, and silence or a missing date is told as what it is (鲁·三·2, 威·四·11)")
    void an_opening_is_told_as_what_it_is() {
        assertThat(Opening.withAccountability(policy, Jurisdictions.SHANDONG, DAY).says().zh()).isEqualTo("容错核实与问责同时启动。");
        assertThat(Opening.withAccountability(policy, WEIHAI, DAY).says().zh()).contains("由人确认");
        assertThat(Opening.withAccountability(policy, Jurisdictions.CENTRE, DAY).says().zh()).contains("未载明");
        assertThat(Opening.withAccountability(undated, Jurisdictions.SHANDONG, DAY).says().zh()).contains("未载明施行日期");
        assertThat(Opening.onSituationFound(policy, WEIHAI, DAY).says().zh()).isEqualTo("发现具有容错情形，容错案启动。");
    }

    @Test
    @DisplayName("an application is told in the words of its clause, of the damage, or as a paper that is attached (皖·四·11, 黔·五·13)")
    void an_application_is_told_as_what_it_is() {
        assertThat(application(Jurisdictions.ANHUI)).isEqualTo("本人可以按干部管理权限提出免责申请。");
        assertThat(application(Jurisdictions.SHANDONG)).contains("材料附入案卷");
        assertThat(application(Jurisdictions.GUIZHOU)).contains("缺损");
        assertThat(Opening.application(policy, Jurisdictions.SHANDONG, DAY, Applicant.CADRE).addressee().zh()).contains("未载明受理机关");
    }

    @Test
    @DisplayName("applying jointly binds the cadre and the Party organisation of which the clause speaks, no unit that a later version adds (威·四·11)")
    void jointly_binds_those_of_whom_the_clause_speaks() {
        PolicyRule rule = policy.rule("opening.application-unit", "威");
        PolicySnapshot later = policy.with(new PolicyChange.RuleRevised(new RuleRevision(rule.id(), DAY, Answered.STATED, Modal.MAY, List.of("UNIT"), rule.says(),
                        policy.rule("opening.application-cadre", "威").clauses(), "示例")))
                .withConfirmedReading(new ConfirmedReading("weihai.applicant", WEIHAI, "jointly", "office", "示例", DAY, true));
        assertThat(Opening.application(later, WEIHAI, DAY, Applicant.UNIT).treatment()).isEqualTo(Treatment.APPLICATION);
        for (Applicant bound : List.of(Applicant.CADRE, Applicant.UNIT_PARTY_ORGANISATION)) {
            assertThat(Opening.application(later, WEIHAI, DAY, bound).treatment()).isEqualTo(Treatment.ASKS_A_PERSON);
        }
    }
}
