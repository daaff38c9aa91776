package cn.dandang.clarification.report;

import static cn.dandang.clarification.Given.actor;
import static cn.dandang.clarification.Given.CADRE;
import static cn.dandang.clarification.Given.ELSEWHERE;
import static cn.dandang.clarification.Given.FACT;
import static cn.dandang.clarification.Given.NOBODY;
import static cn.dandang.clarification.Given.OFFICER;
import static cn.dandang.clarification.Given.PROTECTION;
import static cn.dandang.clarification.Given.SELF;
import static cn.dandang.clarification.Given.SYSTEM;
import static cn.dandang.clarification.Given.TEXT;
import static cn.dandang.clarification.Given.TODAY;
import static cn.dandang.clarification.Given.WEIHAI;
import static cn.dandang.clarification.Given.accepted;
import static cn.dandang.clarification.Given.refused;
import static cn.dandang.kit.testing.Decisions.state;
import static org.assertj.core.api.Assertions.assertThat;

import cn.dandang.kit.decision.Role;
import cn.dandang.clarification.report.ReportCommand.ApproveIdentityOpening;
import cn.dandang.clarification.report.ReportCommand.AskIdentityOpening;
import cn.dandang.clarification.report.ReportCommand.CloseReport;
import cn.dandang.clarification.report.ReportCommand.DeclineIdentityOpening;
import cn.dandang.clarification.report.ReportCommand.LinkFact;
import cn.dandang.clarification.report.ReportCommand.NewAllegation;
import cn.dandang.clarification.report.ReportCommand.NoteDuty;
import cn.dandang.clarification.report.ReportCommand.NoteDutyDone;
import cn.dandang.clarification.report.ReportCommand.OpenIdentity;
import cn.dandang.clarification.report.ReportCommand.ReceiveReport;
import cn.dandang.clarification.report.ReportCommand.VerifyAllegation;
import cn.dandang.clarification.report.ReportCommand.VerifyName;
import cn.dandang.clarification.report.ReportEvent.AllegationLinked;
import cn.dandang.clarification.report.ReportEvent.AllegationVerified;
import cn.dandang.clarification.report.ReportEvent.DutyDone;
import cn.dandang.clarification.report.ReportEvent.DutyNoted;
import cn.dandang.clarification.report.ReportEvent.IdentityOpened;
import cn.dandang.clarification.report.ReportEvent.IdentityOpeningApproved;
import cn.dandang.clarification.report.ReportEvent.IdentityOpeningAsked;
import cn.dandang.clarification.report.ReportEvent.IdentityOpeningDeclined;
import cn.dandang.clarification.report.ReportEvent.ReportClosed;
import cn.dandang.clarification.report.ReportEvent.ReportReceived;
import cn.dandang.clarification.report.ReportEvent.ReporterNameVerified;
import cn.dandang.kit.personal.Sealed;
import cn.dandang.policy.feedback.FeedbackTrigger;
import cn.dandang.policy.feedback.ReporterMode;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class ReportDecisionsTest {
    private static final Reports DECIDE = new Reports();
    private static final String ID = "5f0c6a36-6f0d-4a5e-9a53-3f2f0f6f7a01";
    private static final Sealed<Reporter> REPORTER = new Sealed<>("reporter:" + ID, ID, "reporter", "AAAAAAAAAAAAAAAA", "AAAA");
    private static final List<NewAllegation> POINTS = List.of(new NewAllegation("a1", TEXT), new NewAllegation("a2", TEXT));
    private static final ReportReceived RECEIVED = new ReportReceived(ID, WEIHAI, ReporterMode.REAL_NAME, REPORTER, CADRE, POINTS, TODAY);
    private static final ReportReceived ANONYMOUS = new ReportReceived(ID, WEIHAI, ReporterMode.ANONYMOUS, null, CADRE, POINTS, TODAY);
    private static final AllegationVerified FIRST = new AllegationVerified(ID, "a1", Verification.UNFOUNDED, null, OFFICER.person(), TODAY);
    private static final AllegationVerified SECOND = new AllegationVerified(ID, "a2", Verification.SUBSTANTIATED, null, OFFICER.person(), TODAY);
    private static final DutyNoted DUTY = new DutyNoted(ID, "d1", "a1", FeedbackTrigger.UNFOUNDED);
    private static final ReportClosed CLOSED = new ReportClosed(ID, OFFICER.person(), TODAY);

    private static ReceiveReport receive(ReporterMode mode, Sealed<Reporter> reporter, List<NewAllegation> points) {
        return new ReceiveReport(ID, mode, reporter, CADRE, points);
    }

    @Test
    void a_report_is_received_allegation_by_allegation_with_the_identity_sealed() {
        assertThat(accepted(DECIDE, List.of(), receive(ReporterMode.REAL_NAME, REPORTER, POINTS), OFFICER)).containsExactly(RECEIVED);
        assertThat(accepted(DECIDE, List.of(), receive(ReporterMode.ANONYMOUS, null, POINTS), PROTECTION)).containsExactly(ANONYMOUS);
    }

    @Test
    void receiving_is_refused_to_outsiders_the_accused_and_twice() {
        assertThat(refused(DECIDE, List.of(), receive(ReporterMode.ANONYMOUS, null, POINTS), NOBODY).slug()).isEqualTo("forbidden-role");
        assertThat(refused(DECIDE, List.of(), receive(ReporterMode.ANONYMOUS, null, POINTS), SELF).slug()).isEqualTo("own-case");
        assertThat(refused(DECIDE, List.of(RECEIVED), receive(ReporterMode.REAL_NAME, REPORTER, POINTS), OFFICER).slug()).isEqualTo("wrong-state");
    }

    @Test
    void a_report_without_allegation_or_with_an_identity_that_does_not_fit_its_mode_is_refused() {
        assertThat(refused(DECIDE, List.of(), receive(ReporterMode.REAL_NAME, REPORTER, List.of()), OFFICER).slug()).isEqualTo("malformed-request");
        assertThat(refused(DECIDE, List.of(), receive(ReporterMode.REAL_NAME, null, POINTS), OFFICER).slug()).isEqualTo("malformed-request");
        assertThat(refused(DECIDE, List.of(), receive(ReporterMode.NAME_UNVERIFIED, null, POINTS), OFFICER).slug()).isEqualTo("malformed-request");
        assertThat(refused(DECIDE, List.of(), receive(ReporterMode.ANONYMOUS, REPORTER, POINTS), OFFICER).slug()).isEqualTo("malformed-request");
    }

    @Test
    @DisplayName("R-21: another place and the accused are answered as if there were no report")
    void another_place_and_the_accused_are_answered_as_if_there_were_no_report() {
        for (ReportCommand order : List.of(new LinkFact(ID, "a1", FACT), new VerifyAllegation(ID, "a1", Verification.UNFOUNDED, null), new CloseReport(ID, List.of()), new OpenIdentity(ID, TEXT), new VerifyName(ID))) {
            assertThat(refused(DECIDE, List.of(RECEIVED), order, ELSEWHERE)).isEqualTo(refused(DECIDE, List.of(), order, ELSEWHERE));
            assertThat(refused(DECIDE, List.of(RECEIVED), order, SELF)).isEqualTo(refused(DECIDE, List.of(), order, SELF));
            assertThat(refused(DECIDE, List.of(RECEIVED), order, NOBODY)).isEqualTo(refused(DECIDE, List.of(), order, NOBODY));
            assertThat(refused(DECIDE, List.of(), order, NOBODY).slug()).isEqualTo("forbidden-role");
            assertThat(refused(DECIDE, List.of(), order, ELSEWHERE).slug()).isEqualTo("not-found");
        }
    }

    @Test
    void an_allegation_is_linked_to_a_fact_once() {
        AllegationLinked linked = new AllegationLinked(ID, "a1", FACT, OFFICER.person(), TODAY);
        assertThat(accepted(DECIDE, List.of(RECEIVED), new LinkFact(ID, "a1", FACT), OFFICER)).containsExactly(linked);
        assertThat(linked.factIds()).containsExactly(FACT);
        assertThat(refused(DECIDE, List.of(RECEIVED, linked), new LinkFact(ID, "a1", "other"), OFFICER).slug()).isEqualTo("wrong-state");
        assertThat(refused(DECIDE, List.of(RECEIVED), new LinkFact(ID, "a9", FACT), OFFICER).slug()).isEqualTo("not-found");
        assertThat(state(DECIDE, List.of(RECEIVED, linked, FIRST)).allegations().get("a1")).isEqualTo(new Report.Allegation(FACT, Verification.UNFOUNDED));
    }

    @Test
    void each_allegation_is_verified_once_with_its_own_result() {
        assertThat(accepted(DECIDE, List.of(RECEIVED), new VerifyAllegation(ID, "a1", Verification.UNFOUNDED, null), OFFICER)).containsExactly(FIRST);
        assertThat(refused(DECIDE, List.of(RECEIVED, FIRST), new VerifyAllegation(ID, "a1", Verification.SUBSTANTIATED, null), OFFICER).slug()).isEqualTo("wrong-state");
        assertThat(refused(DECIDE, List.of(RECEIVED), new VerifyAllegation(ID, "a9", Verification.SUBSTANTIATED, null), OFFICER).slug()).isEqualTo("not-found");
        assertThat(Verification.UNFOUNDED.trigger()).contains(FeedbackTrigger.UNFOUNDED);
        assertThat(Verification.NO_EVIDENCE.trigger()).contains(FeedbackTrigger.NO_EVIDENCE);
        assertThat(Verification.SUBSTANTIATED.trigger()).isEmpty();
        assertThat(Verification.UNDETERMINED.trigger()).isEmpty();
    }

    @Test
    void a_name_that_waits_is_verified_and_makes_it_a_real_name_report() {
        ReportReceived unverified = new ReportReceived(ID, WEIHAI, ReporterMode.NAME_UNVERIFIED, REPORTER, CADRE, POINTS, TODAY);
        ReporterNameVerified verified = new ReporterNameVerified(ID, OFFICER.person(), TODAY);
        assertThat(accepted(DECIDE, List.of(unverified), new VerifyName(ID), OFFICER)).containsExactly(verified);
        assertThat(state(DECIDE, List.of(unverified, verified)).mode()).isEqualTo(ReporterMode.REAL_NAME);
        assertThat(refused(DECIDE, List.of(RECEIVED), new VerifyName(ID), OFFICER).slug()).isEqualTo("wrong-state");
    }

    @Test
    @DisplayName("T-19: a report is not closed before what is owed to the reporter is done")
    void a_report_is_not_closed_before_what_is_owed_to_the_reporter_is_done() {
        assertThat(refused(DECIDE, List.of(RECEIVED, FIRST), new CloseReport(ID, List.of()), OFFICER).slug()).isEqualTo("wrong-state");
        assertThat(refused(DECIDE, List.of(RECEIVED, FIRST, SECOND, DUTY), new CloseReport(ID, List.of()), OFFICER).slug()).isEqualTo("refused-by-rule");
        assertThat(accepted(DECIDE, List.of(RECEIVED, FIRST, SECOND, DUTY, new DutyDone(ID, "d1")), new CloseReport(ID, List.of()), OFFICER)).containsExactly(CLOSED);
        assertThat(refused(DECIDE, List.of(RECEIVED, FIRST, SECOND, CLOSED), new CloseReport(ID, List.of()), OFFICER).slug()).isEqualTo("wrong-state");
    }

    @Test
    void a_duty_hangs_on_one_end_of_one_allegation_once_and_opens_a_closed_report_again() {
        assertThat(accepted(DECIDE, List.of(RECEIVED), new NoteDuty(ID, "d1", "a1", FeedbackTrigger.UNFOUNDED), SYSTEM)).containsExactly(DUTY);
        assertThat(accepted(DECIDE, List.of(RECEIVED, DUTY), new NoteDuty(ID, "d2", "a1", FeedbackTrigger.UNFOUNDED), SYSTEM)).isEmpty();
        assertThat(accepted(DECIDE, List.of(RECEIVED, DUTY), new NoteDutyDone(ID, "d1"), OFFICER)).containsExactly(new DutyDone(ID, "d1"));
        assertThat(accepted(DECIDE, List.of(RECEIVED, DUTY, new DutyDone(ID, "d1")), new NoteDutyDone(ID, "d1"), OFFICER)).isEmpty();
        assertThat(accepted(DECIDE, List.of(RECEIVED), new NoteDutyDone(ID, "d9"), OFFICER)).isEmpty();
        assertThat(state(DECIDE, List.of(RECEIVED, CLOSED, DUTY)).closed()).isFalse();
        assertThat(DECIDE.closed(state(DECIDE, List.of(RECEIVED, CLOSED, DUTY)))).isFalse();
        assertThat(DECIDE.closed(state(DECIDE, List.of(RECEIVED, CLOSED)))).isTrue();
    }

    @Test
    @DisplayName("R-03: the protection officer asks with a reason, somebody else approves, and the officer who asked opens it once")
    void the_identity_is_opened_once_after_somebody_else_approved() {
        IdentityOpeningAsked asked = new IdentityOpeningAsked(ID, TEXT, PROTECTION.person(), TODAY);
        IdentityOpeningApproved approved = new IdentityOpeningApproved(ID, TEXT, OFFICER.person(), TODAY);
        IdentityOpened opened = new IdentityOpened(ID, TEXT, PROTECTION.person(), TODAY);
        assertThat(accepted(DECIDE, List.of(RECEIVED), new AskIdentityOpening(ID, TEXT), PROTECTION)).containsExactly(asked);
        assertThat(accepted(DECIDE, List.of(RECEIVED, asked), new ApproveIdentityOpening(ID, TEXT), OFFICER)).containsExactly(approved);
        assertThat(accepted(DECIDE, List.of(RECEIVED, asked, approved), new OpenIdentity(ID, TEXT), PROTECTION)).containsExactly(opened);
        assertThat(accepted(DECIDE, List.of(RECEIVED, asked), new DeclineIdentityOpening(ID, TEXT), OFFICER)).containsExactly(new IdentityOpeningDeclined(ID, TEXT, OFFICER.person(), TODAY));

        assertThat(refused(DECIDE, List.of(RECEIVED), new OpenIdentity(ID, TEXT), PROTECTION).slug()).isEqualTo("wrong-state");
        assertThat(refused(DECIDE, List.of(RECEIVED, asked), new OpenIdentity(ID, TEXT), PROTECTION).slug()).isEqualTo("wrong-state");
        assertThat(refused(DECIDE, List.of(RECEIVED, asked, approved, opened), new OpenIdentity(ID, TEXT), PROTECTION).slug()).isEqualTo("wrong-state");
        assertThat(refused(DECIDE, List.of(RECEIVED, asked, approved), new OpenIdentity(ID, TEXT), actor("protection-2", WEIHAI, Role.PROTECTION_OFFICER)).slug()).isEqualTo("wrong-state");
        assertThat(refused(DECIDE, List.of(RECEIVED, asked), new ApproveIdentityOpening(ID, TEXT), PROTECTION).slug()).isEqualTo("own-case");
        assertThat(refused(DECIDE, List.of(RECEIVED), new ApproveIdentityOpening(ID, TEXT), OFFICER).slug()).isEqualTo("wrong-state");
        assertThat(refused(DECIDE, List.of(RECEIVED), new AskIdentityOpening(ID, TEXT), OFFICER).slug()).isEqualTo("forbidden-role");
        assertThat(refused(DECIDE, List.of(RECEIVED, asked), new AskIdentityOpening(ID, TEXT), PROTECTION).slug()).isEqualTo("wrong-state");
        assertThat(refused(DECIDE, List.of(ANONYMOUS), new AskIdentityOpening(ID, TEXT), PROTECTION).slug()).isEqualTo("wrong-state");
        assertThat(refused(DECIDE, List.of(RECEIVED, asked, approved), new OpenIdentity(ID, TEXT), actor("investigator", WEIHAI, Role.DISCIPLINE_OFFICER)).slug()).isEqualTo("forbidden-role");
    }
}
