package cn.dandang.clarification.feedback;

import static cn.dandang.clarification.Given.CADRE;
import static cn.dandang.clarification.Given.ELSEWHERE;
import static cn.dandang.clarification.Given.NOBODY;
import static cn.dandang.clarification.Given.OFFICER;
import static cn.dandang.clarification.Given.SELF;
import static cn.dandang.clarification.Given.SHANDONG;
import static cn.dandang.clarification.Given.TEXT;
import static cn.dandang.clarification.Given.TODAY;
import static cn.dandang.clarification.Given.WEIHAI;
import static cn.dandang.clarification.Given.accepted;
import static cn.dandang.clarification.Given.confirmed;
import static cn.dandang.clarification.Given.now;
import static cn.dandang.clarification.Given.refused;
import static org.assertj.core.api.Assertions.assertThat;

import cn.dandang.clarification.feedback.DutyCommand.AnswerDuty;
import cn.dandang.clarification.feedback.DutyCommand.AskAgain;
import cn.dandang.clarification.feedback.DutyCommand.ConsultOtherRule;
import cn.dandang.clarification.feedback.DutyCommand.ExplainInRange;
import cn.dandang.clarification.feedback.DutyCommand.FulfilFeedback;
import cn.dandang.clarification.feedback.DutyCommand.OpenDuty;
import cn.dandang.clarification.feedback.DutyEvent.FeedbackAsked;
import cn.dandang.clarification.feedback.DutyEvent.FeedbackDeclined;
import cn.dandang.clarification.feedback.DutyEvent.FeedbackDue;
import cn.dandang.clarification.feedback.DutyEvent.FeedbackLeftToAPerson;
import cn.dandang.clarification.feedback.DutyEvent.OtherRuleConsulted;
import cn.dandang.clarification.feedback.DutyEvent.RangeExplanationGiven;
import cn.dandang.clarification.feedback.DutyEvent.ReporterFedBack;
import cn.dandang.contracts.Support;
import cn.dandang.kit.decision.Actor;
import cn.dandang.kit.decision.Decision;
import cn.dandang.policy.Answered;
import cn.dandang.policy.feedback.FeedbackTrigger;
import cn.dandang.policy.feedback.ReporterMode;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class FeedbackDutyDecisionsTest {
    private static final FeedbackDuties DECIDE = new FeedbackDuties();
    private static final String ID = "5f0c6a36-6f0d-4a5e-9a53-3f2f0f6f7a02";

    private static OpenDuty open(String jurisdiction, ReporterMode mode, FeedbackTrigger trigger, boolean accepted) {
        return new OpenDuty(ID, "r", "a1", CADRE, jurisdiction, mode, trigger, TODAY, accepted, null);
    }

    private static DutyEvent opened(String jurisdiction, ReporterMode mode, FeedbackTrigger trigger) {
        return accepted(DECIDE, List.of(), open(jurisdiction, mode, trigger, false), Actor.system("clarification")).getFirst();
    }

    @Test
    @DisplayName("T-19 鲁·四·1: a real-name reporter is owed feedback, an anonymous one an explanation within a range")
    void shandong_owes_feedback_or_an_explanation_by_its_own_clause() {
        assertThat(accepted(DECIDE, List.of(), open("370000", ReporterMode.REAL_NAME, FeedbackTrigger.NO_EVIDENCE, false), SHANDONG)).singleElement().isInstanceOfSatisfying(FeedbackDue.class, due -> {
            assertThat(due.kind()).isEqualTo(DutyEvent.Kind.FEEDBACK);
            assertThat(due.ground().support()).isEqualTo(Support.OWN);
            assertThat(due.ground().clauses()).anySatisfy(clause -> assertThat(clause.place()).isEqualTo("鲁·四·1"));
        });
        assertThat(opened("370000", ReporterMode.ANONYMOUS, FeedbackTrigger.UNFOUNDED)).isInstanceOfSatisfying(FeedbackDue.class, due -> assertThat(due.kind()).isEqualTo(DutyEvent.Kind.RANGE_EXPLANATION));
    }

    @Test
    @DisplayName("Weihai inherits the clause: before the reading is confirmed a person is asked")
    void weihai_asks_until_the_reading_is_confirmed() {
        assertThat(opened(WEIHAI, ReporterMode.REAL_NAME, FeedbackTrigger.UNFOUNDED)).isInstanceOfSatisfying(FeedbackAsked.class, asked -> {
            assertThat(asked.reading()).isEqualTo("weihai.feedback");
            assertThat(asked.ground().support()).isEqualTo(Support.INHERITED);
        });
        Decision<DutyEvent> confirmed = DECIDE.decide(open(WEIHAI, ReporterMode.REAL_NAME, FeedbackTrigger.TOLERATED, false), DECIDE.initial(), now(OFFICER, confirmed()));
        assertThat(confirmed).isInstanceOf(Decision.Accepted.class);
        assertThat(((Decision.Accepted<DutyEvent>) confirmed).events()).singleElement().isInstanceOfSatisfying(FeedbackDue.class, due -> assertThat(due.ground().reading()).isEqualTo("weihai.feedback"));
    }

    @Test
    void a_question_accepted_by_a_person_opens_the_duty() {
        assertThat(accepted(DECIDE, List.of(), open(WEIHAI, ReporterMode.REAL_NAME, FeedbackTrigger.TOLERATED, true), OFFICER)).singleElement().isInstanceOf(FeedbackDue.class);
    }

    @Test
    @DisplayName("T-19: Anhui's documents state no such duty; it is never shown as no duty")
    void in_anhui_a_person_is_left_with_the_question_and_the_names_of_other_rules() {
        assertThat(opened("340000", ReporterMode.REAL_NAME, FeedbackTrigger.NO_EVIDENCE)).isInstanceOfSatisfying(FeedbackLeftToAPerson.class, left -> {
            assertThat(left.value()).isEqualTo(Answered.NOT_STATED);
            assertThat(left.says().en()).contains("Not stated in these documents");
            assertThat(left.rules()).anySatisfy(rule -> assertThat(rule.name().zh()).contains("检举控告工作规则"));
        });
        assertThat(opened("520000", ReporterMode.REAL_NAME, FeedbackTrigger.NO_EVIDENCE)).isInstanceOfSatisfying(FeedbackLeftToAPerson.class, left -> assertThat(left.value()).isEqualTo(Answered.LOST));
    }

    @Test
    void opening_again_changes_nothing_and_outsiders_open_nothing() {
        DutyEvent due = opened("370000", ReporterMode.REAL_NAME, FeedbackTrigger.UNFOUNDED);
        assertThat(accepted(DECIDE, List.of(due), open("370000", ReporterMode.REAL_NAME, FeedbackTrigger.UNFOUNDED, false), SHANDONG)).isEmpty();
        assertThat(refused(DECIDE, List.of(), open(WEIHAI, ReporterMode.REAL_NAME, FeedbackTrigger.UNFOUNDED, false), NOBODY).slug()).isEqualTo("forbidden-role");
        assertThat(refused(DECIDE, List.of(), open(WEIHAI, ReporterMode.REAL_NAME, FeedbackTrigger.UNFOUNDED, false), ELSEWHERE).slug()).isEqualTo("not-found");
    }

    @Test
    void feedback_is_given_once_to_a_real_name_reporter() {
        DutyEvent due = opened("370000", ReporterMode.REAL_NAME, FeedbackTrigger.UNFOUNDED);
        ReporterFedBack done = new ReporterFedBack(ID, TEXT, SHANDONG.person(), TODAY);
        assertThat(accepted(DECIDE, List.of(due), new FulfilFeedback(ID, TEXT), SHANDONG)).containsExactly(done);
        assertThat(refused(DECIDE, List.of(due, done), new FulfilFeedback(ID, TEXT), SHANDONG).slug()).isEqualTo("wrong-state");
        DutyState open = DECIDE.evolve(DECIDE.initial(), due);
        assertThat(DECIDE.closed(open)).isFalse();
        assertThat(DECIDE.closed(DECIDE.evolve(open, done))).isTrue();
        assertThat(refused(DECIDE, List.of(due), new ExplainInRange(ID, TEXT), SHANDONG).slug()).isEqualTo("wrong-state");
    }

    @Test
    void an_anonymous_report_is_explained_within_a_range_and_nobody_is_fed_back() {
        DutyEvent due = opened("370000", ReporterMode.ANONYMOUS, FeedbackTrigger.UNFOUNDED);
        assertThat(accepted(DECIDE, List.of(due), new ExplainInRange(ID, TEXT), SHANDONG)).containsExactly(new RangeExplanationGiven(ID, TEXT, SHANDONG.person(), TODAY));
        assertThat(refused(DECIDE, List.of(due), new FulfilFeedback(ID, TEXT), SHANDONG).slug()).isEqualTo("wrong-state");
    }

    @Test
    void a_person_answers_the_question_either_way() {
        DutyEvent asked = opened(WEIHAI, ReporterMode.REAL_NAME, FeedbackTrigger.UNFOUNDED);
        assertThat(accepted(DECIDE, List.of(asked), new AnswerDuty(ID, true, TEXT), OFFICER)).singleElement().isInstanceOf(FeedbackDue.class);
        FeedbackDeclined declined = new FeedbackDeclined(ID, TEXT, OFFICER.person(), TODAY);
        assertThat(accepted(DECIDE, List.of(asked), new AnswerDuty(ID, false, TEXT), OFFICER)).containsExactly(declined);
        assertThat(refused(DECIDE, List.of(asked, declined), new AnswerDuty(ID, true, TEXT), OFFICER).slug()).isEqualTo("wrong-state");
        assertThat(refused(DECIDE, List.of(asked), new FulfilFeedback(ID, TEXT), OFFICER).slug()).isEqualTo("wrong-state");
    }

    @Test
    void silence_is_finished_only_by_naming_another_rule() {
        DutyEvent left = opened("340000", ReporterMode.REAL_NAME, FeedbackTrigger.UNFOUNDED);
        assertThat(accepted(DECIDE, List.of(left), new ConsultOtherRule(ID, "纪检监察机关处理检举控告工作规则", TEXT), ELSEWHERE))
                .containsExactly(new OtherRuleConsulted(ID, "纪检监察机关处理检举控告工作规则", TEXT, ELSEWHERE.person(), TODAY));
        assertThat(refused(DECIDE, List.of(left), new ConsultOtherRule(ID, " ", TEXT), ELSEWHERE).slug()).isEqualTo("malformed-request");
        assertThat(refused(DECIDE, List.of(left), new ExplainInRange(ID, TEXT), ELSEWHERE).slug()).isEqualTo("wrong-state");
        assertThat(refused(DECIDE, List.of(left), new FulfilFeedback(ID, TEXT), ELSEWHERE).slug()).isEqualTo("wrong-state");
    }

    @Test
    void an_unverified_name_is_explained_within_a_range_or_asked_again_once_verified() {
        DutyEvent left = opened("370000", ReporterMode.NAME_UNVERIFIED, FeedbackTrigger.UNFOUNDED);
        assertThat(left).isInstanceOf(FeedbackLeftToAPerson.class);
        assertThat(accepted(DECIDE, List.of(left), new ExplainInRange(ID, TEXT), SHANDONG)).hasSize(1);
        assertThat(accepted(DECIDE, List.of(left), new AskAgain(ID, ReporterMode.REAL_NAME), SHANDONG)).singleElement().isInstanceOf(FeedbackDue.class);
        assertThat(accepted(DECIDE, List.of(left), new AskAgain(ID, ReporterMode.NAME_UNVERIFIED), SHANDONG)).isEmpty();
    }

    @Test
    @DisplayName("R-21: who may not know of the duty is answered as if there were none")
    void who_may_not_know_of_the_duty_is_answered_as_if_there_were_none() {
        DutyEvent due = opened(WEIHAI, ReporterMode.REAL_NAME, FeedbackTrigger.UNFOUNDED);
        for (DutyCommand order : List.of(new FulfilFeedback(ID, TEXT), new ExplainInRange(ID, TEXT), new AnswerDuty(ID, true, TEXT), new ConsultOtherRule(ID, "x", TEXT))) {
            for (Actor outsider : List.of(NOBODY, ELSEWHERE, SELF)) {
                assertThat(refused(DECIDE, List.of(due), order, outsider)).isEqualTo(refused(DECIDE, List.of(), order, outsider));
            }
        }
    }
}
