package cn.dandang.clarification.clarification;

import static cn.dandang.clarification.Given.CADRE;
import static cn.dandang.clarification.Given.ELSEWHERE;
import static cn.dandang.clarification.Given.FACT;
import static cn.dandang.clarification.Given.NOBODY;
import static cn.dandang.clarification.Given.OFFICER;
import static cn.dandang.clarification.Given.OTHER_OFFICER;
import static cn.dandang.clarification.Given.SELF;
import static cn.dandang.clarification.Given.TEXT;
import static cn.dandang.clarification.Given.TODAY;
import static cn.dandang.clarification.Given.WEIHAI;
import static cn.dandang.clarification.Given.accepted;
import static cn.dandang.clarification.Given.refused;
import static org.assertj.core.api.Assertions.assertThat;

import cn.dandang.clarification.assessment.ClarificationAssessments;
import cn.dandang.clarification.assessment.ClarificationAssessments.AssessClarification;
import cn.dandang.clarification.assessment.ClarificationAssessments.AssessmentOpened;
import cn.dandang.clarification.assessment.ClarificationAssessments.ClarificationAssessed;
import cn.dandang.clarification.assessment.ClarificationAssessments.ClarificationDeclined;
import cn.dandang.clarification.assessment.ClarificationAssessments.DeclineClarification;
import cn.dandang.clarification.assessment.ClarificationAssessments.DeclineCode;
import cn.dandang.clarification.assessment.ClarificationAssessments.OpenAssessment;
import cn.dandang.clarification.clarification.ClarificationCases.ApproveClarification;
import cn.dandang.clarification.clarification.ClarificationCases.ClarificationApproved;
import cn.dandang.clarification.clarification.ClarificationCases.ClarificationIssued;
import cn.dandang.clarification.clarification.ClarificationCases.ClarificationProposed;
import cn.dandang.clarification.clarification.ClarificationCases.IssueClarification;
import cn.dandang.clarification.clarification.ClarificationCases.ProposeClarification;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class ClarificationDecisionsTest {
    private static final ClarificationAssessments ASSESS = new ClarificationAssessments();
    private static final ClarificationCases CASES = new ClarificationCases();
    private static final String ID = "5f0c6a36-6f0d-4a5e-9a53-3f2f0f6f7a03";
    private static final OpenAssessment OPEN = new OpenAssessment(ID, "r", "a1", CADRE, WEIHAI);
    private static final AssessmentOpened OPENED = new AssessmentOpened(ID, "r", "a1", CADRE, WEIHAI, TODAY);
    private static final ProposeClarification PROPOSE = new ProposeClarification(ID, "as", CADRE, WEIHAI, List.of(FACT));
    private static final ClarificationProposed PROPOSED = new ClarificationProposed(ID, "as", CADRE, WEIHAI, List.of(FACT), OFFICER.person(), TODAY);
    private static final ClarificationApproved APPROVED = new ClarificationApproved(ID, TEXT, TEXT, OTHER_OFFICER.person(), TODAY);

    @Test
    @DisplayName("C-15: an unfounded allegation opens the assessment whether to clarify")
    void an_assessment_is_opened_made_or_declined_once() {
        ClarificationAssessed assessed = new ClarificationAssessed(ID, TEXT, OFFICER.person(), TODAY);
        assertThat(accepted(ASSESS, List.of(), OPEN, OFFICER)).containsExactly(OPENED);
        assertThat(accepted(ASSESS, List.of(OPENED), OPEN, OFFICER)).isEmpty();
        assertThat(accepted(ASSESS, List.of(OPENED), new AssessClarification(ID, TEXT), OFFICER)).containsExactly(assessed);
        assertThat(accepted(ASSESS, List.of(OPENED), new DeclineClarification(ID, DeclineCode.CADRE_DOES_NOT_WISH, TEXT), OFFICER))
                .containsExactly(new ClarificationDeclined(ID, DeclineCode.CADRE_DOES_NOT_WISH, TEXT, OFFICER.person(), TODAY));
        assertThat(refused(ASSESS, List.of(OPENED, assessed), new AssessClarification(ID, TEXT), OFFICER).slug()).isEqualTo("wrong-state");
    }

    @Test
    void outsiders_other_places_and_the_accused_learn_nothing_of_an_assessment() {
        assertThat(refused(ASSESS, List.of(OPENED), new AssessClarification(ID, TEXT), NOBODY).slug()).isEqualTo("forbidden-role");
        assertThat(refused(ASSESS, List.of(OPENED), new AssessClarification(ID, TEXT), ELSEWHERE)).isEqualTo(refused(ASSESS, List.of(), new AssessClarification(ID, TEXT), ELSEWHERE));
        assertThat(refused(ASSESS, List.of(OPENED), new AssessClarification(ID, TEXT), SELF)).isEqualTo(refused(ASSESS, List.of(), new AssessClarification(ID, TEXT), SELF));
        assertThat(refused(ASSESS, List.of(), OPEN, ELSEWHERE).slug()).isEqualTo("not-found");
    }

    @Test
    @DisplayName("C-6: range and manner are set, by somebody other than the proposer, before a clarification is issued")
    void a_clarification_is_proposed_approved_by_another_and_issued_once() {
        assertThat(accepted(CASES, List.of(), PROPOSE, OFFICER)).containsExactly(PROPOSED);
        assertThat(refused(CASES, List.of(PROPOSED), PROPOSE, OFFICER).slug()).isEqualTo("wrong-state");
        assertThat(refused(CASES, List.of(PROPOSED), new ApproveClarification(ID, TEXT, TEXT), OFFICER).slug()).isEqualTo("own-case");
        assertThat(accepted(CASES, List.of(PROPOSED), new ApproveClarification(ID, TEXT, TEXT), OTHER_OFFICER)).containsExactly(APPROVED);
        assertThat(refused(CASES, List.of(PROPOSED, APPROVED), new ApproveClarification(ID, TEXT, TEXT), OTHER_OFFICER).slug()).isEqualTo("wrong-state");
        assertThat(refused(CASES, List.of(PROPOSED), new IssueClarification(ID), OFFICER).slug()).isEqualTo("wrong-state");
        assertThat(accepted(CASES, List.of(PROPOSED, APPROVED), new IssueClarification(ID), OFFICER)).singleElement().isInstanceOfSatisfying(ClarificationIssued.class, issued -> {
            assertThat(issued.factIds()).containsExactly(FACT);
            assertThat(issued.ground().clauses()).anySatisfy(clause -> assertThat(clause.place()).isEqualTo("威·四·14"));
        });
    }

    @Test
    void outsiders_other_places_and_the_accused_learn_nothing_of_a_case() {
        assertThat(refused(CASES, List.of(PROPOSED), new IssueClarification(ID), NOBODY)).isEqualTo(refused(CASES, List.of(), new IssueClarification(ID), NOBODY));
        assertThat(refused(CASES, List.of(PROPOSED), new IssueClarification(ID), ELSEWHERE)).isEqualTo(refused(CASES, List.of(), new IssueClarification(ID), ELSEWHERE));
        assertThat(refused(CASES, List.of(PROPOSED), new IssueClarification(ID), SELF)).isEqualTo(refused(CASES, List.of(), new IssueClarification(ID), SELF));
        assertThat(refused(CASES, List.of(), PROPOSE, ELSEWHERE).slug()).isEqualTo("not-found");
    }
}
