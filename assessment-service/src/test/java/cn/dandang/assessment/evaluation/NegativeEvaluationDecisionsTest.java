package cn.dandang.assessment.evaluation;

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
import static cn.dandang.kit.testing.Decisions.state;
import static org.assertj.core.api.Assertions.assertThat;

import cn.dandang.assessment.evaluation.EvaluationCommand.AnnulNegativeEvaluation;
import cn.dandang.assessment.evaluation.EvaluationCommand.EnterNegativeEvaluation;
import cn.dandang.assessment.evaluation.EvaluationCommand.WithdrawNegativeEvaluation;
import cn.dandang.assessment.evaluation.EvaluationEvent.NegativeEvaluationAnnulled;
import cn.dandang.assessment.evaluation.EvaluationEvent.NegativeEvaluationEntered;
import cn.dandang.contracts.AssessmentFact.AssessmentKind;
import cn.dandang.contracts.Support;
import java.util.List;
import org.junit.jupiter.api.Test;

class NegativeEvaluationDecisionsTest {
    private static final NegativeEvaluations DECIDE = new NegativeEvaluations();
    private static final String ID = "0195d3a0-0002-7e00-8000-000000000001";
    private static final EnterNegativeEvaluation ENTER = new EnterNegativeEvaluation(ID, CADRE, FACT, AssessmentKind.ANNUAL, TEXT, TEXT);
    private static final NegativeEvaluationEntered ENTERED = new NegativeEvaluationEntered(ID, WEIHAI, CADRE, FACT, AssessmentKind.ANNUAL, TEXT, TEXT, OFFICER.person(), TODAY);
    private static final AnnulNegativeEvaluation ANNUL = new AnnulNegativeEvaluation(ID, "root", GROUND, "tolerance/7/0");
    private static final NegativeEvaluationAnnulled ANNULLED = new NegativeEvaluationAnnulled(ID, "root", WEIHAI, CADRE, FACT, TODAY, GROUND, "tolerance/7/0", null);

    @Test
    void an_assessment_officer_enters_a_judgement_that_cites_a_fact_and_names_its_source() {
        assertThat(accepted(DECIDE, List.of(), ENTER, OFFICER)).containsExactly(ENTERED);
        assertThat(ENTERED.factIds()).containsExactly(FACT);
    }

    @Test
    void entering_is_refused_for_another_role_place_oneself_an_unknown_cadre_and_twice() {
        assertThat(refused(DECIDE, List.of(), ENTER, NOBODY).slug()).isEqualTo("forbidden-role");
        assertThat(refused(DECIDE, List.of(), ENTER, DECIDER).slug()).isEqualTo("forbidden-role");
        assertThat(refused(DECIDE, List.of(), ENTER, ELSEWHERE).slug()).isEqualTo("wrong-jurisdiction");
        assertThat(refused(DECIDE, List.of(), ENTER, SELF).slug()).isEqualTo("own-case");
        assertThat(refused(DECIDE, List.of(), new EnterNegativeEvaluation(ID, "somebody", FACT, AssessmentKind.ANNUAL, TEXT, TEXT), OFFICER).slug()).isEqualTo("not-found");
        assertThat(refused(DECIDE, List.of(ENTERED), ENTER, OFFICER).slug()).isEqualTo("wrong-state");
    }

    @Test
    void a_decision_elsewhere_annuls_it_with_ground_and_cause() {
        assertThat(accepted(DECIDE, List.of(ENTERED), ANNUL, SYSTEM)).containsExactly(ANNULLED);
        assertThat(accepted(DECIDE, List.of(ENTERED), ANNUL, DECIDER)).containsExactly(ANNULLED);
    }

    @Test
    void annulling_again_changes_nothing() {
        assertThat(accepted(DECIDE, List.of(ENTERED, ANNULLED), ANNUL, SYSTEM)).isEmpty();
    }

    @Test
    void annulling_is_refused_to_the_cadre_another_place_and_for_what_was_never_entered() {
        assertThat(refused(DECIDE, List.of(ENTERED), ANNUL, SELF).slug()).isEqualTo("own-case");
        assertThat(refused(DECIDE, List.of(ENTERED), ANNUL, ELSEWHERE).slug()).isEqualTo("wrong-jurisdiction");
        assertThat(refused(DECIDE, List.of(ENTERED), ANNUL, NOBODY).slug()).isEqualTo("forbidden-role");
        assertThat(refused(DECIDE, List.of(), ANNUL, SYSTEM).slug()).isEqualTo("not-found");
    }

    @Test
    void a_person_may_withdraw_it_with_a_reason() {
        assertThat(accepted(DECIDE, List.of(ENTERED), new WithdrawNegativeEvaluation(ID, TEXT), OFFICER)).singleElement().isInstanceOfSatisfying(NegativeEvaluationAnnulled.class, annulled -> {
            assertThat(annulled.cause()).isNull();
            assertThat(annulled.reason()).isEqualTo(TEXT);
            assertThat(annulled.ground().support()).isEqualTo(Support.DESIGN);
        });
    }

    @Test
    void who_tries_to_withdraw_an_annulled_one_learns_nothing_of_it() {
        assertThat(refused(DECIDE, List.of(ENTERED, ANNULLED), new WithdrawNegativeEvaluation(ID, TEXT), OFFICER))
                .isEqualTo(refused(DECIDE, List.of(), new WithdrawNegativeEvaluation(ID, TEXT), OFFICER));
        assertThat(refused(DECIDE, List.of(ENTERED), new WithdrawNegativeEvaluation(ID, TEXT), ELSEWHERE).slug()).isEqualTo("wrong-jurisdiction");
    }

    @Test
    void evolving_never_refuses() {
        assertThat(state(DECIDE, List.of(ANNULLED))).isEqualTo(new EvaluationState.NotEntered());
        assertThat(state(DECIDE, List.of(ENTERED, ANNULLED))).isEqualTo(new EvaluationState.Annulled(ENTERED, ANNULLED));
    }
}
