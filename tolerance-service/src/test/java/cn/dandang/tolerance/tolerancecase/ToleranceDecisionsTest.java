package cn.dandang.tolerance.tolerancecase;

import static org.assertj.core.api.Assertions.assertThat;

import cn.dandang.contracts.Citation;
import cn.dandang.contracts.EffectGroup;
import cn.dandang.contracts.Support;
import cn.dandang.kit.decision.Actor;
import cn.dandang.kit.decision.Refusal;
import cn.dandang.policy.opening.Applicant;
import cn.dandang.policy.tolerance.FieldOfError;
import cn.dandang.policy.tolerance.FindingResult;
import cn.dandang.policy.tolerance.Subject;
import cn.dandang.policy.tolerance.ToleranceOutcome;
import cn.dandang.tolerance.Given;
import cn.dandang.tolerance.Given.Place;
import cn.dandang.tolerance.accountability.MeasureKind;
import cn.dandang.tolerance.tolerancecase.ToleranceCommand.*;
import cn.dandang.tolerance.tolerancecase.ToleranceEvent.*;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.jspecify.annotations.Nullable;

class ToleranceDecisionsTest {
    private final Case flood = Case.in(Place.WEIHAI, Given.confirmed());
    private final Place weihai = Place.WEIHAI;

    // opening

    @Test
    @DisplayName("X-01 鲁·三·2 in Weihai: without the confirmed reading the check does not open with accountability")
    void the_check_waits_for_the_confirmed_reading() {
        flood.policy = Given.dated();
        Refusal refusal = flood.refused(new OpenToleranceExOfficio(Case.ID, flood.matter(), Because.ACCOUNTABILITY_OPENED, "x"), weihai.investigator());
        assertThat(refusal.slug()).isEqualTo("reading-required");
        assertThat(refusal.clauses()).extracting(Citation::place).contains("鲁·三·2");
    }

    @Test
    void a_named_person_may_open_the_check_that_is_asked() {
        flood.policy = Given.dated();
        flood.when(new OpenToleranceExOfficio(Case.ID, flood.matter(), Because.PERSON_DECIDED, weihai.investigator().person()), weihai.decider());
        assertThat(flood.stateName()).isEqualTo("SCREENING");
        assertThat(Case.in(weihai, Given.dated()).refused(new OpenToleranceExOfficio(Case.ID, flood.matter(), Because.PERSON_DECIDED, "x"), Actor.system("tolerance")).slug())
                .isEqualTo("reading-required");
    }

    @Test
    @DisplayName("威·四·11「在责任追究调查过程中发现具有容错情形的」: the screening becomes a case when a situation is found, OWN")
    void a_situation_found_makes_the_screening_a_case() {
        flood.opened();
        flood.finds("distinction.1", FindingResult.MET);
        assertThat(flood.stateName()).isEqualTo("SCREENING");
        List<ToleranceEvent> events = flood.finds("weihai.situation.6", FindingResult.MET);
        assertThat(events).anySatisfy(event -> assertThat(event).isInstanceOfSatisfying(VerificationStarted.class, started -> {
            assertThat(started.ground().support()).isEqualTo(Support.OWN);
            assertThat(started.ground().clauses()).extracting(Citation::place).contains("威·四·11");
        }));
        assertThat(flood.stateName()).isEqualTo("VERIFYING");
    }

    @Test
    void a_case_opens_once() {
        flood.opened();
        assertThat(flood.refused(new OpenToleranceExOfficio(Case.ID, flood.matter(), Because.ACCOUNTABILITY_OPENED, "x"), weihai.investigator()).slug()).isEqualTo("wrong-state");
    }

    @Test
    void orders_to_nothing_are_not_found() {
        assertThat(flood.refused(new CloseTolerance(Case.ID), weihai.decider()).slug()).isEqualTo("not-found");
    }

    @Test
    void the_unit_applies_through_its_own_party_organisation_only() {
        ApplyForTolerance order = new ApplyForTolerance(Case.ID, flood.matter(), Applicant.UNIT_PARTY_ORGANISATION, "paper-1", Given.sealed("grounds"));
        assertThat(flood.refused(order, weihai.investigator()).slug()).isEqualTo("forbidden-role");
        assertThat(flood.refused(order, Place.ANHUI.party()).slug()).isEqualTo("wrong-jurisdiction");
        assertThat(flood.when(order, weihai.party()).getFirst()).isInstanceOf(ToleranceApplied.class);
        assertThat(flood.when(new ApplyForTolerance(Case.ID, flood.matter(), Applicant.CADRE, "paper-2", Given.sealed("grounds")), weihai.himself()).getFirst())
                .isInstanceOfSatisfying(ToleranceApplied.class, joined -> assertThat(joined.opens()).isFalse());
    }

    @Test
    void a_first_finding_takes_an_application_up() {
        flood.when(new ApplyForTolerance(Case.ID, flood.matter(), Applicant.CADRE, "paper-1", Given.sealed("grounds")), weihai.himself());
        assertThat(flood.finds("weihai.situation.6", FindingResult.MET).getFirst()).isInstanceOf(ApplicationAccepted.class);
        assertThat(flood.stateName()).isEqualTo("VERIFYING");
    }

    @Test
    @DisplayName("B-10: that an application is not taken up is to be explained; in Weihai the clause is Shandong's and not confirmed, so it is a reminder and no duty")
    void an_application_not_taken_up_is_explained() {
        flood.when(new ApplyForTolerance(Case.ID, flood.matter(), Applicant.CADRE, "paper-1", Given.sealed("grounds")), weihai.himself());
        flood.when(new RefuseApplication(Case.ID, Given.sealed("reasons")), weihai.decider());
        assertThat(flood.stateName()).isEqualTo("REFUSED");
        assertThat(flood.file().openDuties()).isEmpty();
        assertThat(flood.file().reminders()).containsExactly(DutyKind.EXPLAIN_REFUSAL);
        assertThat(flood.when(new ExplainRefusal(Case.ID, Given.sealed("text")), weihai.decider()).getFirst()).isInstanceOf(RefusalExplained.class);
        assertThat(flood.file().reminders()).isEmpty();
        assertThat(flood.refused(new RefuseApplication(Case.ID, Given.sealed("reasons")), weihai.decider()).slug()).isEqualTo("wrong-state");
    }

    @Test
    void a_paper_is_taken_from_the_cadre_his_unit_and_the_investigators_only() {
        flood.opened();
        AttachPaper paper = new AttachPaper(Case.ID, "paper-1", PaperKind.EVIDENCE, null, Given.sealed("text"), null, null);
        assertThat(flood.when(paper, weihai.party())).hasSize(1);
        assertThat(flood.when(paper, weihai.himself())).hasSize(1);
        assertThat(flood.when(paper, weihai.investigator())).hasSize(1);
        assertThat(flood.refused(paper, weihai.selector()).slug()).isEqualTo("forbidden-role");
        assertThat(flood.refused(paper, Place.ANHUI.investigator()).slug()).isEqualTo("wrong-jurisdiction");
    }

    // investigation

    @Test
    void findings_need_an_item_of_the_place_and_evidence() {
        flood.opened();
        assertThat(flood.refused(Case.finding("anhui.element.1", FindingResult.GOOD_POLE), weihai.investigator()).slug()).isEqualTo("malformed-request");
        assertThat(flood.refused(new RecordFinding(Case.ID, "distinction.1", FindingResult.MET, List.of(), null), weihai.investigator()).slug()).isEqualTo("malformed-request");
    }

    @Test
    void findings_come_from_investigators_of_the_body() {
        flood.opened();
        RecordFinding finding = Case.finding("distinction.1", FindingResult.MET);
        assertThat(flood.refused(finding, weihai.decider()).slug()).isEqualTo("forbidden-role");
        assertThat(flood.refused(finding, Place.ANHUI.investigator()).slug()).isEqualTo("wrong-jurisdiction");
        Actor otherBody = new Actor("p", "o", "another-body", "371000", Set.of(cn.dandang.kit.decision.Role.DISCIPLINE_OFFICER));
        assertThat(flood.refused(finding, otherBody).slug()).isEqualTo("wrong-jurisdiction");
        Actor himself = new Actor(weihai.cadre(), "o", weihai.body(), "371000", Set.of(cn.dandang.kit.decision.Role.DISCIPLINE_OFFICER));
        assertThat(flood.refused(finding, himself).slug()).isEqualTo("own-case");
    }

    @Test
    void a_withdrawn_finding_is_missing_again() {
        flood.ready();
        flood.when(new RecordFinding(Case.ID, "weihai.condition.4", FindingResult.NOT_RECORDED, List.of(), null), weihai.investigator());
        assertThat(flood.decisionRefused(flood.exempts(Subject.PERSON)).message().zh()).contains("尚未录入");
    }

    @Test
    @DisplayName("B-21: a recusal asked for is decided by somebody else before the next step")
    void a_recusal_stops_the_next_step_until_somebody_else_decides() {
        flood.ready();
        flood.when(new AskRecusal(Case.ID, "r1", weihai.decider().person(), Given.sealed("grounds")), weihai.himself());
        assertThat(flood.decisionRefused(flood.exempts(Subject.PERSON)).slug()).isEqualTo("refused-by-rule");
        assertThat(flood.refused(Case.finding("distinction.1", FindingResult.MET), weihai.investigator()).slug()).isEqualTo("refused-by-rule");
        DecideRecusal granted = new DecideRecusal(Case.ID, "r1", true, Given.sealed("reasons"));
        assertThat(flood.refused(granted, weihai.decider()).slug()).isEqualTo("refused-by-rule");
        assertThat(flood.refused(granted, weihai.investigator()).slug()).isEqualTo("forbidden-role");
        flood.when(granted, weihai.decider2());
        assertThat(flood.decisionRefused(flood.exempts(Subject.PERSON)).slug()).isEqualTo("recused");
        assertThat(flood.refused(granted, weihai.decider2()).slug()).isEqualTo("wrong-state");
        // the other member cannot bring the recused one into the meeting
        assertThat(flood.refused(new DecideTolerance(Case.ID, flood.exempts(Subject.PERSON)), weihai.decider2()).message().zh()).contains("回避");
    }

    @Test
    void a_recusal_refused_leaves_the_officer_in_place() {
        flood.ready();
        flood.when(new AskRecusal(Case.ID, "r1", weihai.decider().person(), Given.sealed("grounds")), weihai.party());
        flood.when(new DecideRecusal(Case.ID, "r1", false, Given.sealed("reasons")), weihai.decider2());
        assertThat(flood.decides(flood.exempts(Subject.PERSON)).getFirst()).isInstanceOf(ToleranceGranted.class);
    }

    @Test
    void nobody_else_asks_for_a_recusal_and_not_twice() {
        flood.opened();
        AskRecusal order = new AskRecusal(Case.ID, "r1", weihai.decider().person(), Given.sealed("grounds"));
        assertThat(flood.refused(order, weihai.selector()).slug()).isEqualTo("forbidden-role");
        assertThat(flood.refused(new AskRecusal(Case.ID, "r1", weihai.cadre(), Given.sealed("grounds")), weihai.himself()).slug()).isEqualTo("malformed-request");
        flood.when(order, weihai.decider());
        assertThat(flood.refused(new AskRecusal(Case.ID, "r2", weihai.decider().person(), Given.sealed("grounds")), weihai.himself()).slug()).isEqualTo("wrong-state");
    }

    @Test
    void a_reading_for_the_whole_place_is_not_chosen_in_one_case() {
        flood.opened();
        assertThat(flood.refused(new ChooseReading(Case.ID, "weihai.exemption-without-all-conditions", "a", Given.sealed("reasons")), weihai.decider()).slug()).isEqualTo("refused-by-rule");
        assertThat(flood.refused(new ChooseReading(Case.ID, "anhui.field-of-error", "a", Given.sealed("reasons")), weihai.decider()).slug()).isEqualTo("malformed-request");
        Case anhui = Case.in(Place.ANHUI, Given.dated()).opened();
        assertThat(anhui.refused(new ChooseReading(Case.ID, "anhui.field-of-error", "z", Given.sealed("reasons")), Place.ANHUI.decider()).slug()).isEqualTo("malformed-request");
        anhui.when(new RecordField(Case.ID, FieldOfError.OTHER_WORK), Place.ANHUI.investigator());
        anhui.when(new ChooseReading(Case.ID, "anhui.field-of-error", "b", Given.sealed("reasons")), Place.ANHUI.decider());
        assertThat(anhui.file().readingChoices()).containsEntry("anhui.field-of-error", "b");
    }

    @Test
    @DisplayName("鲁·三·1「符合以下条件的」: how Shandong's six conditions combine is asked and chosen in the case")
    void shandong_asks_how_the_conditions_combine() {
        Case shandong = Case.in(Place.SHANDONG, Given.dated()).opened().allFound(Map.of("shandong.condition.3", FindingResult.NOT_MET)).heard();
        shandong.when(new ChooseReading(Case.ID, "shandong.six-conditions-combination", "all", Given.sealed("reasons")), Place.SHANDONG.decider());
        Refusal all = shandong.decisionRefused(shandong.exempts(Subject.PERSON));
        assertThat(all.slug()).isEqualTo("refused-by-rule");
        assertThat(all.clauses()).extracting(Citation::place).contains("鲁·三·1");
        shandong.when(new ChooseReading(Case.ID, "shandong.six-conditions-combination", "all-that-apply", Given.sealed("reasons")), Place.SHANDONG.decider());
        ToleranceGranted granted = (ToleranceGranted) shandong.decides(shandong.exempts(Subject.PERSON)).getFirst();
        assertThat(granted.decided().readingChoices()).containsExactly(new ReadingChoice("shandong.six-conditions-combination", "all-that-apply"));
        assertThat(shandong.stateName()).isEqualTo("GRANTED");
    }

    @Test
    @DisplayName("鲁·三·1「只要出发点是为了」: Shandong's purpose gate blocks an exemption with its clause")
    void shandong_purpose_gate_blocks() {
        Case shandong = Case.in(Place.SHANDONG, Given.dated()).opened().allFound(Map.of("shandong.purpose", FindingResult.NOT_MET)).heard();
        Refusal refusal = shandong.decisionRefused(shandong.exempts(Subject.PERSON));
        assertThat(refusal.slug()).isEqualTo("refused-by-rule");
        assertThat(refusal.clauses()).extracting(Citation::doc).contains("鲁");
    }

    @Test
    @DisplayName("T-06 黔·五·12「事后履行报告程序的」: without the later report situation 5 does not hold")
    void guizhou_emergency_turns_on_the_later_report() {
        Case guizhou = Case.in(Place.GUIZHOU, Given.dated()).opened();
        var without = new java.util.HashMap<String, FindingResult>();
        for (int other : new int[] {1, 2, 3, 4, 6}) {
            without.put("guizhou.situation." + other, FindingResult.NOT_MET);
        }
        without.put("guizhou.situation.5.report", FindingResult.NOT_MET);
        guizhou.allFound(without).heard();
        var assessment = cn.dandang.policy.tolerance.ToleranceTest.evaluate(guizhou.policy, Place.GUIZHOU.code, Given.TODAY, guizhou.file().input());
        assertThat(assessment.items()).filteredOn(result -> result.item().id().equals("guizhou.situation.5"))
                .allSatisfy(result -> assertThat(result.holds()).isNotEqualTo(cn.dandang.policy.tolerance.ItemResult.Holds.HOLDS));
    }

    // red lines

    private FindRedLine redLine(@Nullable Prohibition clause, @Nullable Gain gain, @Nullable LocalDate shown, String... signed) {
        return new FindRedLine(Case.ID, "red-1", clause != null ? RedLineKind.EXPRESS_PROHIBITION : RedLineKind.GAIN, clause, gain,
                List.of(new Evidence("evidence-1", Given.sealed("evidence"))), shown, List.of(signed));
    }

    private static final Prohibition CLAUSE = new Prohibition("中华人民共和国防洪法", "第二十二条", "禁止", "主席令第88号", LocalDate.of(1997, 8, 29));
    private static final Gain GAIN = new Gain(Beneficiary.SELF, Given.sealed("gain"));

    @Test
    @DisplayName("B-23: a red-line finding is signed by two investigators, follows the statement, rests on evidence shown")
    void a_red_line_finding_is_made_with_care() {
        flood.opened();
        String first = weihai.investigator().person();
        String second = weihai.investigator2().person();
        assertThat(flood.refused(redLine(CLAUSE, null, Given.TODAY, first, second), weihai.investigator()).message().zh()).contains("陈述");
        flood.heard();
        assertThat(flood.refused(redLine(CLAUSE, null, Given.TODAY, first), weihai.investigator()).slug()).isEqualTo("refused-by-rule");
        assertThat(flood.refused(redLine(CLAUSE, null, Given.TODAY, first, first), weihai.investigator()).slug()).isEqualTo("refused-by-rule");
        assertThat(flood.refused(redLine(CLAUSE, null, Given.TODAY, second, "another"), weihai.investigator()).slug()).isEqualTo("refused-by-rule");
        assertThat(flood.refused(redLine(CLAUSE, null, Given.TODAY, first, weihai.cadre()), weihai.investigator()).slug()).isEqualTo("own-case");
        assertThat(flood.refused(redLine(CLAUSE, null, null, first, second), weihai.investigator()).message().zh()).contains("出示");
        assertThat(flood.refused(redLine(null, null, Given.TODAY, first, second), weihai.investigator()).slug()).isEqualTo("malformed-request");
        Prohibition duty = new Prohibition("某办法", "第三条", "应当", "", null);
        assertThat(flood.refused(redLine(duty, null, Given.TODAY, first, second), weihai.investigator()).slug()).isEqualTo("refused-by-rule");
        flood.when(redLine(CLAUSE, null, Given.TODAY, first, second), weihai.investigator());
        assertThat(flood.stateName()).isEqualTo("RED_LINE");
    }

    @Test
    @DisplayName("R-10: while a red-line finding stands there is no exemption; withdrawn, the case is evaluated again")
    void no_exemption_while_a_red_line_stands() {
        flood.ready();
        flood.when(redLine(null, GAIN, Given.TODAY, weihai.investigator().person(), weihai.investigator2().person()), weihai.investigator2());
        assertThat(flood.decisionRefused(flood.exempts(Subject.PERSON)).slug()).isEqualTo("refused-by-rule");
        flood.when(new WithdrawRedLine(Case.ID, "red-1", WithdrawalBasis.NEW_EVIDENCE, Given.sealed("reasons"), List.of()), weihai.investigator());
        assertThat(flood.stateName()).isEqualTo("EVALUATING");
        assertThat(flood.decides(flood.exempts(Subject.PERSON)).getFirst()).isInstanceOf(ToleranceGranted.class);
    }

    @Test
    @DisplayName("X-35: a refusal that rested on the finding falls with it")
    void a_refusal_falls_with_its_red_line() {
        flood.opened().heard();
        flood.when(redLine(null, GAIN, Given.TODAY, weihai.investigator().person(), weihai.investigator2().person()), weihai.investigator());
        flood.decides(flood.refuses());
        assertThat(flood.stateName()).isEqualTo("REFUSED");
        List<ToleranceEvent> events = flood.when(new WithdrawRedLine(Case.ID, "red-1", WithdrawalBasis.NEW_EVIDENCE, Given.sealed("reasons"), List.of()), weihai.decider());
        assertThat(events).hasAtLeastOneElementOfType(DecisionSetAside.class);
        assertThat(flood.stateName()).isEqualTo("EVALUATING");
        assertThat(flood.file().decision()).isNull();
        assertThat(flood.refused(new WithdrawRedLine(Case.ID, "red-1", WithdrawalBasis.NEW_EVIDENCE, Given.sealed("reasons"), List.of()), weihai.decider()).slug()).isEqualTo("wrong-state");
    }

    // decision

    @Test
    @DisplayName("B-22: no decision before the person has been heard")
    void the_person_is_heard_first() {
        flood.opened().allFound(Map.of());
        assertThat(flood.decisionRefused(flood.exempts(Subject.PERSON)).message().zh()).contains("陈述");
    }

    @Test
    @DisplayName("B-20: the decision is the body's, in a meeting without the investigators")
    void the_meeting_is_complete_and_without_the_investigators() {
        flood.ready();
        assertThat(decidedWith(new Meeting(Given.TODAY, List.of(weihai.decider().person()), List.of(), "5号")).message().zh()).contains("两名");
        assertThat(decidedWith(new Meeting(Given.TODAY, List.of(weihai.decider2().person(), "x"), List.of(), "5号")).message().zh()).contains("成员");
        assertThat(decidedWith(flood.meeting(weihai.investigator().person())).message().zh()).contains("调查");
        assertThat(decidedWith(flood.meeting(weihai.cadre())).message().zh()).contains("当事人");
        assertThat(decidedWith(new Meeting(Given.TODAY.plusDays(1), List.of(weihai.decider().person(), weihai.decider2().person()), List.of(), "5号")).slug()).isEqualTo("malformed-request");
        assertThat(decidedWith(new Meeting(Given.TODAY.minusDays(1), List.of(weihai.decider().person(), weihai.decider2().person()), List.of(), "5号")).slug()).isEqualTo("malformed-request");
        assertThat(decidedWith(new Meeting(Given.TODAY, List.of(weihai.decider().person(), weihai.decider2().person()), List.of(), " ")).slug()).isEqualTo("malformed-request");
        assertThat(decidedWith(new Meeting(Given.TODAY, List.of(weihai.decider().person(), weihai.decider2().person()), List.of(weihai.decider2().person()), "5号")).message().zh()).contains("回避");
    }

    private Refusal decidedWith(Meeting meeting) {
        Verdict usual = flood.exempts(Subject.PERSON);
        return flood.decisionRefused(new Verdict(usual.outcome(), usual.subjects(), meeting, usual.effectGroups(), usual.leftOut(), usual.reasons(), null, null, usual.correction(), null));
    }

    @Test
    void an_investigator_does_not_decide_even_with_the_role() {
        flood.ready();
        Actor both = new Actor(weihai.investigator().person(), "o", weihai.body(), "371000", Set.of(cn.dandang.kit.decision.Role.DISCIPLINE_DECIDER));
        assertThat(flood.refused(new DecideTolerance(Case.ID, flood.exempts(Subject.PERSON)), both).slug()).isEqualTo("recused");
        assertThat(flood.refused(new DecideTolerance(Case.ID, flood.exempts(Subject.PERSON)), weihai.selector()).slug()).isEqualTo("forbidden-role");
        assertThat(flood.refused(new DecideTolerance(Case.ID, flood.exempts(Subject.PERSON)), Place.ANHUI.decider()).slug()).isEqualTo("wrong-jurisdiction");
    }

    @Test
    void nothing_is_decided_on_a_half_recorded_test() {
        flood.opened().heard();
        flood.finds("weihai.situation.6", FindingResult.MET);
        Refusal refusal = flood.decisionRefused(flood.exempts(Subject.PERSON));
        assertThat(refusal.slug()).isEqualTo("refused-by-rule");
        assertThat(refusal.clauses()).isNotEmpty();
    }

    @Test
    @DisplayName("B-16 鲁·三·3「可以在以下方面免责」: a group left out needs a reason")
    void a_group_left_out_needs_a_reason() {
        flood.ready();
        assertThat(flood.decisionRefused(groups(EnumSet.of(EffectGroup.ASSESSMENT_AND_AWARDS), List.of())).slug()).isEqualTo("refused-by-rule");
        assertThat(flood.decisionRefused(groups(EnumSet.allOf(EffectGroup.class), List.of(new LeftOut(EffectGroup.ASSESSMENT_AND_AWARDS, Given.sealed("why"))))).slug()).isEqualTo("malformed-request");
        ToleranceGranted granted = (ToleranceGranted) flood.decides(groups(EnumSet.complementOf(EnumSet.of(EffectGroup.DELEGATE_AND_RESERVE)),
                List.of(new LeftOut(EffectGroup.DELEGATE_AND_RESERVE, Given.sealed("why"))))).getFirst();
        assertThat(granted.effectGroups()).doesNotContain(EffectGroup.DELEGATE_AND_RESERVE);
        assertThat(granted.leftOut()).extracting(LeftOut::group).containsExactly(EffectGroup.DELEGATE_AND_RESERVE);
    }

    private Verdict groups(Set<EffectGroup> named, List<LeftOut> left) {
        Verdict usual = flood.exempts(Subject.PERSON);
        return new Verdict(usual.outcome(), usual.subjects(), usual.meeting(), named, left, usual.reasons(), null, null, usual.correction(), null);
    }

    @Test
    @DisplayName("B-11 威·四·13「立即启动纠错程序」: an exemption without its correction is refused with the clause")
    void an_exemption_carries_its_correction() {
        flood.ready();
        Verdict usual = flood.exempts(Subject.PERSON);
        Refusal none = flood.decisionRefused(corrected(usual, null));
        assertThat(none.clauses()).extracting(Citation::place).contains("威·四·13");
        assertThat(flood.decisionRefused(corrected(usual, new Correction(Case.TASK, List.of(), Given.sealed("demands"), Given.TODAY))).slug()).isEqualTo("malformed-request");
        assertThat(flood.decisionRefused(corrected(usual, new Correction(Case.TASK, List.of(Given.sealed("item")), Given.sealed("demands"), Given.TODAY.minusDays(1)))).slug()).isEqualTo("malformed-request");
    }

    private static Verdict corrected(Verdict usual, @Nullable Correction correction) {
        return new Verdict(usual.outcome(), usual.subjects(), usual.meeting(), usual.effectGroups(), usual.leftOut(), usual.reasons(), null, null, correction, null);
    }

    @Test
    @DisplayName("B-17: a mitigation names the measure proposed and the measure decided")
    void a_mitigation_names_both_measures() {
        flood.opened().allFound(Map.of("weihai.condition.3", FindingResult.NOT_MET)).heard();
        assertThat(flood.decisionRefused(flood.mitigates(ToleranceOutcome.REDUCED, MeasureKind.ADMONITION, null)).slug()).isEqualTo("refused-by-rule");
        assertThat(flood.decisionRefused(flood.mitigates(ToleranceOutcome.REDUCED, null, MeasureKind.CRITICISM)).slug()).isEqualTo("refused-by-rule");
        ToleranceMitigated reduced = (ToleranceMitigated) flood.decides(flood.mitigates(ToleranceOutcome.REDUCED, MeasureKind.ADMONITION, MeasureKind.REMINDER_TALK)).getFirst();
        assertThat(reduced.outcome()).isEqualTo(ToleranceOutcome.REDUCED);
    }

    @Test
    void an_exemption_carries_no_measure_and_a_refusal_no_effects() {
        flood.ready();
        Verdict usual = flood.exempts(Subject.PERSON);
        assertThat(flood.decisionRefused(new Verdict(usual.outcome(), usual.subjects(), usual.meeting(), usual.effectGroups(), List.of(), usual.reasons(), null, MeasureKind.CRITICISM,
                usual.correction(), null)).slug()).isEqualTo("refused-by-rule");
        assertThat(flood.decisionRefused(new Verdict(usual.outcome(), Set.of(), usual.meeting(), usual.effectGroups(), List.of(), usual.reasons(), null, null, usual.correction(), null)).slug())
                .isEqualTo("malformed-request");
        Case unfit = Case.in(weihai, Given.confirmed()).opened().allFound(Map.of("weihai.situation.6", FindingResult.NOT_MET)).heard();
        Verdict refuse = unfit.refuses();
        assertThat(unfit.decisionRefused(new Verdict(refuse.outcome(), refuse.subjects(), refuse.meeting(), EnumSet.allOf(EffectGroup.class), List.of(), refuse.reasons(), null, null, null, null))
                .slug()).isEqualTo("malformed-request");
        assertThat(unfit.decisionRefused(new Verdict(refuse.outcome(), Set.of(Subject.UNIT), refuse.meeting(), Set.of(), List.of(), refuse.reasons(), null, null, null, null)).slug())
                .isEqualTo("malformed-request");
    }

    @Test
    @DisplayName("Anhui, unit: an outcome not stated is left to a person who names the rule he looked at")
    void an_outcome_not_stated_needs_the_other_rule() {
        Case anhui = Case.in(Place.ANHUI, Given.dated()).ready();
        anhui.when(new RecordField(Case.ID, FieldOfError.REFORM_AND_INNOVATION), Place.ANHUI.investigator());
        Verdict both = anhui.exempts(Subject.PERSON, Subject.UNIT);
        assertThat(anhui.decisionRefused(both).message().zh()).contains("otherRule");
        anhui.decides(new Verdict(both.outcome(), both.subjects(), both.meeting(), both.effectGroups(), both.leftOut(), both.reasons(), null, null, both.correction(), "问责条例 第十七条"));
        assertThat(anhui.stateName()).isEqualTo("GRANTED");
    }

    @Test
    void a_decided_case_takes_no_second_decision_and_no_findings() {
        flood.ready();
        flood.decides(flood.exempts(Subject.PERSON));
        assertThat(flood.decisionRefused(flood.exempts(Subject.PERSON)).slug()).isEqualTo("wrong-state");
        assertThat(flood.refused(Case.finding("distinction.1", FindingResult.MET), weihai.investigator()).slug()).isEqualTo("wrong-state");
        assertThat(flood.refused(redLine(CLAUSE, null, Given.TODAY, weihai.investigator().person(), weihai.investigator2().person()), weihai.investigator()).slug()).isEqualTo("wrong-state");
        assertThat(flood.refused(Case.finding("distinction.1", FindingResult.MET), new Actor(weihai.decider().person(), "o", weihai.body(), "371000",
                Set.of(cn.dandang.kit.decision.Role.DISCIPLINE_OFFICER))).slug()).isEqualTo("recused");
    }

    // after the decision

    @Test
    @DisplayName("B-24 鲁·三·3「以适当方式向容错免责对象说明纠错事由」: the exempted is told what to correct, once")
    void the_correction_is_explained() {
        flood.ready();
        flood.decides(flood.exempts(Subject.PERSON));
        assertThat(flood.refused(new CloseTolerance(Case.ID), weihai.decider()).slug()).isEqualTo("refused-by-rule");
        CorrectionExplained told = (CorrectionExplained) flood.when(new ExplainCorrection(Case.ID, Given.sealed("text")), weihai.decider()).getFirst();
        assertThat(told.ground().support()).isEqualTo(Support.INHERITED);
        flood.when(new NotifySubject(Case.ID), weihai.decider());
        assertThat(flood.refused(new NotifySubject(Case.ID), weihai.decider()).slug()).isEqualTo("wrong-state");
        assertThat(new ToleranceDecider().closed(flood.stream.state())).isFalse();
        flood.when(new CloseTolerance(Case.ID), weihai.decider());
        assertThat(flood.stateName()).isEqualTo("CLOSED");
        assertThat(new ToleranceDecider().closed(flood.stream.state())).isTrue();
        assertThat(flood.refused(new CloseTolerance(Case.ID), weihai.decider()).slug()).isEqualTo("wrong-state");
        assertThat(flood.refused(new AttachPaper(Case.ID, "p", PaperKind.EVIDENCE, null, Given.sealed("text"), null, null), weihai.himself()).slug()).isEqualTo("wrong-state");
    }

    @Test
    void a_person_opens_the_duty_to_explain_where_it_is_asked() {
        flood.policy = Given.dated();
        flood.openedBecause(Because.SITUATION_FOUND).allFound(Map.of()).heard();
        assertThat(flood.refused(new OpenCorrectionDuty(Case.ID), weihai.decider()).slug()).isEqualTo("wrong-state");
        flood.decides(flood.exempts(Subject.PERSON));
        flood.when(new OpenCorrectionDuty(Case.ID), weihai.decider());
        assertThat(flood.file().openDuties()).contains(DutyKind.EXPLAIN_CORRECTION);
        assertThat(flood.when(new OpenCorrectionDuty(Case.ID), weihai.decider())).isEmpty();
    }

    @Test
    @DisplayName("B-13: the reviewer neither investigated nor decided; a changed decision replaces the first")
    void an_appeal_is_decided_by_a_third_person() {
        Case anhui = Case.in(Place.ANHUI, Given.dated()).opened().allFound(Map.of("anhui.element.5", FindingResult.BAD_POLE)).heard();
        anhui.when(new RecordField(Case.ID, FieldOfError.REFORM_AND_INNOVATION), Place.ANHUI.investigator());
        anhui.decides(anhui.refuses());
        assertThat(anhui.refused(new NoteAppealLodged(Case.ID, "appeal-1"), Place.ANHUI.party()).slug()).isEqualTo("forbidden-role");
        anhui.when(new NoteAppealLodged(Case.ID, "appeal-1"), Place.ANHUI.himself());
        assertThat(anhui.refused(new NoteAppealLodged(Case.ID, "appeal-2"), Place.ANHUI.himself()).slug()).isEqualTo("wrong-state");
        Verdict exempts = anhui.exempts(Subject.PERSON);
        Verdict changed = new Verdict(exempts.outcome(), exempts.subjects(), new Meeting(Given.TODAY, List.of(Place.ANHUI.reviewer().person(), "another"), List.of(), "6号"), exempts.effectGroups(),
                exempts.leftOut(), exempts.reasons(), null, null, exempts.correction(), null);
        Actor firstDecider = new Actor(Place.ANHUI.decider2().person(), "o", Place.ANHUI.body(), "340000", Set.of(cn.dandang.kit.decision.Role.APPEAL_REVIEWER));
        assertThat(anhui.refused(new ChangeOnAppeal(Case.ID, "appeal-1", changed), firstDecider).slug()).isEqualTo("recused");
        assertThat(anhui.refused(new UpholdOnAppeal(Case.ID, "appeal-2"), Place.ANHUI.reviewer()).slug()).isEqualTo("wrong-state");
        List<ToleranceEvent> events = anhui.when(new ChangeOnAppeal(Case.ID, "appeal-1", changed), Place.ANHUI.reviewer());
        assertThat(events.getFirst()).isInstanceOf(DecisionSetAside.class);
        assertThat(events.get(1)).isInstanceOfSatisfying(ToleranceGranted.class, granted -> assertThat(granted.decided().onAppeal()).isEqualTo("appeal-1"));
        assertThat(anhui.stateName()).isEqualTo("GRANTED");
    }

    @Test
    void an_upheld_refusal_closes_the_case() {
        Case anhui = Case.in(Place.ANHUI, Given.dated()).opened().allFound(Map.of("anhui.element.5", FindingResult.BAD_POLE)).heard();
        anhui.decides(anhui.refuses());
        anhui.when(new NoteAppealLodged(Case.ID, "appeal-1"), Place.ANHUI.himself());
        anhui.when(new UpholdOnAppeal(Case.ID, "appeal-1"), Place.ANHUI.reviewer());
        assertThat(anhui.stateName()).isEqualTo("CLOSED");
    }

    @Test
    void nobody_objects_to_an_exemption_and_the_question_is_asked_once() {
        flood.ready();
        flood.decides(flood.exempts(Subject.PERSON));
        assertThat(flood.refused(new AskForRemedies(Case.ID, Given.sealed("text")), weihai.himself()).slug()).isEqualTo("wrong-state");
        Case refused = Case.in(weihai, Given.confirmed()).opened().allFound(Map.of("weihai.situation.6", FindingResult.NOT_MET)).heard();
        refused.decides(refused.refuses());
        refused.when(new AskForRemedies(Case.ID, Given.sealed("text")), weihai.himself());
        assertThat(refused.refused(new AskForRemedies(Case.ID, Given.sealed("text")), weihai.himself()).slug()).isEqualTo("wrong-state");
        assertThat(refused.refused(new ConsultOtherRule(Case.ID, null, " ", Given.sealed("reasons")), weihai.decider()).slug()).isEqualTo("malformed-request");
    }
}
