package cn.dandang.assessment.candidate;

import static cn.dandang.assessment.Given.CADRE;
import static cn.dandang.assessment.Given.DECIDER;
import static cn.dandang.assessment.Given.ELSEWHERE;
import static cn.dandang.assessment.Given.FACT;
import static cn.dandang.assessment.Given.GROUND;
import static cn.dandang.assessment.Given.NOBODY;
import static cn.dandang.assessment.Given.OFFICER;
import static cn.dandang.assessment.Given.SELF;
import static cn.dandang.assessment.Given.SYSTEM;
import static cn.dandang.assessment.Given.TEXT;
import static cn.dandang.assessment.Given.TODAY;
import static cn.dandang.assessment.Given.WEIHAI;
import static cn.dandang.assessment.Given.accepted;
import static cn.dandang.assessment.Given.refused;
import static org.assertj.core.api.Assertions.assertThat;

import cn.dandang.assessment.candidate.CandidacyChecks.ConsultOtherRule;
import cn.dandang.assessment.candidate.CandidacyChecks.OtherRuleConsulted;
import cn.dandang.assessment.candidate.CandidacyCommand.ClearFlag;
import cn.dandang.assessment.candidate.CandidacyCommand.RaiseFlag;
import cn.dandang.assessment.candidate.CandidacyCommand.WithdrawFlag;
import cn.dandang.assessment.candidate.CandidacyEvent.CandidacyFlagCleared;
import cn.dandang.assessment.candidate.CandidacyEvent.CandidacyFlagRaised;
import java.util.List;
import org.junit.jupiter.api.Test;

class CandidacyDecisionsTest {
    private static final CandidacyFlags FLAGS = new CandidacyFlags();
    private static final CandidacyChecks CHECKS = new CandidacyChecks();
    private static final String ID = "0195d3a0-0002-7d00-8000-000000000001";
    private static final RaiseFlag RAISE = new RaiseFlag(ID, CADRE, FACT, TEXT);
    private static final CandidacyFlagRaised RAISED = new CandidacyFlagRaised(ID, WEIHAI, CADRE, FACT, TEXT, OFFICER.person(), TODAY);
    private static final CandidacyFlagCleared CLEARED = new CandidacyFlagCleared(ID, WEIHAI, CADRE, FACT, TODAY, GROUND, "c", null);

    @Test
    void an_officer_raises_a_flag_that_rests_on_a_fact() {
        assertThat(accepted(FLAGS, List.of(), RAISE, OFFICER)).containsExactly(RAISED);
        assertThat(refused(FLAGS, List.of(RAISED), RAISE, OFFICER).slug()).isEqualTo("wrong-state");
        assertThat(refused(FLAGS, List.of(), RAISE, NOBODY).slug()).isEqualTo("forbidden-role");
        assertThat(refused(FLAGS, List.of(), RAISE, ELSEWHERE).slug()).isEqualTo("wrong-jurisdiction");
        assertThat(refused(FLAGS, List.of(), RAISE, SELF).slug()).isEqualTo("own-case");
        assertThat(refused(FLAGS, List.of(), new RaiseFlag(ID, "somebody", FACT, TEXT), OFFICER).slug()).isEqualTo("not-found");
    }

    @Test
    void a_decision_elsewhere_clears_it_once() {
        assertThat(accepted(FLAGS, List.of(RAISED), new ClearFlag(ID, GROUND, "c"), SYSTEM)).containsExactly(CLEARED);
        assertThat(accepted(FLAGS, List.of(RAISED, CLEARED), new ClearFlag(ID, GROUND, "c"), SYSTEM)).isEmpty();
        assertThat(refused(FLAGS, List.of(), new ClearFlag(ID, GROUND, "c"), SYSTEM).slug()).isEqualTo("not-found");
        assertThat(refused(FLAGS, List.of(RAISED), new ClearFlag(ID, GROUND, "c"), SELF).slug()).isEqualTo("own-case");
    }

    @Test
    void a_person_takes_it_back_with_a_reason() {
        assertThat(accepted(FLAGS, List.of(RAISED), new WithdrawFlag(ID, TEXT), DECIDER)).containsExactly(new CandidacyFlagCleared(ID, WEIHAI, CADRE, FACT, TODAY, null, null, TEXT));
        assertThat(refused(FLAGS, List.of(RAISED, CLEARED), new WithdrawFlag(ID, TEXT), DECIDER).slug()).isEqualTo("not-found");
        assertThat(refused(FLAGS, List.of(RAISED), new WithdrawFlag(ID, TEXT), ELSEWHERE).slug()).isEqualTo("wrong-jurisdiction");
    }

    @Test
    void a_person_records_which_other_rule_he_looked_at() {
        assertThat(accepted(CHECKS, List.of(), new ConsultOtherRule(CADRE, "党政领导干部选拔任用工作条例 第二十四条", TEXT), DECIDER))
                .containsExactly(new OtherRuleConsulted(CADRE, WEIHAI, "党政领导干部选拔任用工作条例 第二十四条", TEXT, DECIDER.person(), TODAY));
        assertThat(refused(CHECKS, List.of(), new ConsultOtherRule(CADRE, " ", TEXT), DECIDER).slug()).isEqualTo("malformed-request");
        assertThat(refused(CHECKS, List.of(), new ConsultOtherRule("somebody", "x", TEXT), DECIDER).slug()).isEqualTo("not-found");
        assertThat(refused(CHECKS, List.of(), new ConsultOtherRule(CADRE, "x", TEXT), SELF).slug()).isEqualTo("own-case");
        assertThat(refused(CHECKS, List.of(), new ConsultOtherRule(CADRE, "x", TEXT), ELSEWHERE).slug()).isEqualTo("wrong-jurisdiction");
        assertThat(refused(CHECKS, List.of(), new ConsultOtherRule(CADRE, "x", TEXT), NOBODY).slug()).isEqualTo("forbidden-role");
    }
}
