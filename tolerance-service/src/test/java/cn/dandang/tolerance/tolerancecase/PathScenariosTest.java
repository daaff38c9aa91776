package cn.dandang.tolerance.tolerancecase;

import static org.assertj.core.api.Assertions.assertThat;

import cn.dandang.contracts.Citation;
import cn.dandang.contracts.Support;
import cn.dandang.kit.decision.Refusal;
import cn.dandang.policy.ConfirmedReading;
import cn.dandang.policy.opening.Applicant;
import cn.dandang.policy.tolerance.FieldOfError;
import cn.dandang.policy.tolerance.FindingResult;
import cn.dandang.policy.tolerance.Subject;
import cn.dandang.policy.tolerance.ToleranceOutcome;
import cn.dandang.tolerance.Given;
import cn.dandang.tolerance.Given.Place;
import cn.dandang.tolerance.accountability.MeasureKind;
import cn.dandang.tolerance.refusal.ToleranceRefusal.ReadingRequired;
import cn.dandang.tolerance.tolerancecase.ToleranceCommand.*;
import cn.dandang.tolerance.tolerancecase.ToleranceEvent.*;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class PathScenariosTest {

    @Test
    @DisplayName("T-01 威·四·12「可以免除相关单位及当事人的责任」: situation and all four conditions, bureau and person exempted with correction")
    void weihai_exempts_bureau_and_person_when_both_tiers_are_met() {
        Case flood = Case.in(Place.WEIHAI, Given.confirmed()).ready();

        List<ToleranceEvent> events = flood.decides(flood.exempts(Subject.PERSON, Subject.UNIT));

        ToleranceGranted granted = (ToleranceGranted) events.getFirst();
        assertThat(granted.ground().support()).isEqualTo(Support.OWN);
        assertThat(granted.ground().clauses()).extracting(Citation::place).contains("威·四·12");
        assertThat(granted.decided().subjects()).extracting(SubjectDecided::id).containsExactly(Place.WEIHAI.cadre(), Place.WEIHAI.bureau());
        assertThat(granted.rectificationTask()).isEqualTo(Case.TASK);
        assertThat(granted.decided().postLevel()).isEqualTo("COUNTY_DEPUTY");
        assertThat(granted.effects()).filteredOn(effect -> effect.kind().equals("OBJECTIVE_EVALUATION")).allSatisfy(effect -> {
            assertThat(effect.ground().support()).isEqualTo(Support.OWN);
            assertThat(effect.acts()).isEqualTo("BY_ITSELF");
        });
        assertThat(granted.effects()).filteredOn(effect -> effect.kind().equals("ANNUL_NEGATIVE_EVALUATION")).isNotEmpty().allSatisfy(effect -> {
            assertThat(effect.ground().support()).isEqualTo(Support.INHERITED);
            assertThat(effect.ground().demonstration()).isTrue();
        });
        assertThat(granted.effects()).noneMatch(effect -> effect.kind().contains("REPORTER"));
        assertThat(events).anySatisfy(event -> assertThat(event).isInstanceOfSatisfying(DutyOpened.class, duty -> assertThat(duty.duty()).isEqualTo(DutyKind.EXPLAIN_CORRECTION)));
        assertThat(flood.stateName()).isEqualTo("GRANTED");
    }

    @Test
    @DisplayName("T-01 without a confirmed reading: exemption and correction still work on Weihai's own clauses, inherited effects are asked")
    void weihai_without_confirmations_exempts_on_its_own_clauses() {
        Case flood = Case.in(Place.WEIHAI, Given.dated());
        flood.openedBecause(Because.SITUATION_FOUND).allFound(Map.of()).heard();

        List<ToleranceEvent> events = flood.decides(flood.exempts(Subject.PERSON));

        ToleranceGranted granted = (ToleranceGranted) events.getFirst();
        assertThat(granted.ground().support()).isEqualTo(Support.OWN);
        assertThat(granted.effects()).filteredOn(effect -> effect.kind().equals("ANNUL_NEGATIVE_EVALUATION")).isNotEmpty()
                .allSatisfy(effect -> assertThat(effect.acts()).isEqualTo("ASK_A_PERSON"));
        assertThat(events).noneSatisfy(event -> assertThat(event).isInstanceOfSatisfying(DutyOpened.class, duty -> assertThat(duty.duty()).isEqualTo(DutyKind.EXPLAIN_CORRECTION)));
    }

    @Test
    @DisplayName("T-02 威·四·12「应当从轻、减轻处理或予以免责」: a major loss; exemption waits for the reading, lighter and reduced are open")
    void weihai_with_a_major_loss_offers_lighter_and_reduced() {
        Case flood = Case.in(Place.WEIHAI, Given.confirmed()).opened().allFound(Map.of("weihai.condition.3", FindingResult.NOT_MET)).heard();

        Refusal unit = flood.decisionRefused(flood.exempts(Subject.UNIT));
        assertThat(unit.slug()).isEqualTo("refused-by-rule");
        Refusal person = flood.decisionRefused(flood.exempts(Subject.PERSON));
        assertThat(person).isInstanceOfSatisfying(ReadingRequired.class, asked -> assertThat(asked.reading()).isEqualTo("weihai.exemption-without-all-conditions"));
        assertThat(person.clauses()).extracting(Citation::place).contains("威·四·12");

        flood.policy = flood.policy.withConfirmedReading(new ConfirmedReading("weihai.exemption-without-all-conditions", "371000", "b", "office-policy", "理由", Given.TODAY, true));
        assertThat(flood.decisionRefused(flood.exempts(Subject.PERSON)).slug()).isEqualTo("refused-by-rule");

        ToleranceMitigated lighter = (ToleranceMitigated) flood.decides(flood.mitigates(ToleranceOutcome.LIGHTER, MeasureKind.ADMONITION, MeasureKind.CRITICISM)).getFirst();
        assertThat(lighter.decided().proposedMeasure()).isEqualTo(MeasureKind.ADMONITION);
        assertThat(lighter.decided().decidedMeasure()).isEqualTo(MeasureKind.CRITICISM);
        assertThat(flood.stateName()).isEqualTo("MITIGATED");
    }

    @Test
    @DisplayName("T-02 under reading (a) exemption of the person remains, reasoned")
    void weihai_under_the_wide_reading_may_exempt_the_person() {
        Case flood = Case.in(Place.WEIHAI, Given.confirmed().withConfirmedReading(
                new ConfirmedReading("weihai.exemption-without-all-conditions", "371000", "a", "office-policy", "理由", Given.TODAY, true)));
        flood.opened().allFound(Map.of("weihai.condition.3", FindingResult.NOT_MET)).heard();

        assertThat(flood.decides(flood.exempts(Subject.PERSON)).getFirst()).isInstanceOf(ToleranceGranted.class);
    }

    @Test
    @DisplayName("T-03 威·四·11「向容错实施主体提出容错申请」 is an application; in Shandong none is stated and the paper is attached")
    void an_application_is_one_in_weihai_and_a_paper_in_shandong() {
        Case weihai = Case.in(Place.WEIHAI, Given.confirmed());
        ToleranceApplied applied = (ToleranceApplied) weihai.when(new ApplyForTolerance(Case.ID, weihai.matter(), Applicant.CADRE, "paper-1", Given.sealed("grounds")), Place.WEIHAI.himself()).getFirst();
        assertThat(applied.ground().support()).isEqualTo(Support.OWN);
        assertThat(weihai.stateName()).isEqualTo("OPENED");

        Case shandong = Case.in(Place.SHANDONG, Given.dated());
        Refusal none = shandong.refused(new ApplyForTolerance(Case.ID, shandong.matter(), Applicant.CADRE, "paper-1", Given.sealed("grounds")), Place.SHANDONG.himself());
        assertThat(none.message().zh()).doesNotContain("无权").contains("未载明");
        shandong.opened();
        PaperAttached attached = (PaperAttached) shandong.when(new AttachPaper(Case.ID, "paper-1", PaperKind.APPLICATION, Applicant.CADRE, Given.sealed("text"), null, null), Place.SHANDONG.himself()).getFirst();
        assertThat(attached.note().zh()).contains("未载明");
        assertThat(((ToleranceOpenedExOfficio) shandong.stream.history().getFirst()).ground().clauses()).extracting(Citation::place).contains("鲁·三·2");
    }

    @Test
    @DisplayName("T-04 皖·四·11: Anhui's field of error is put to a person, refused with explanation, appealed by the cadre, reviewed by a third person")
    void anhui_refuses_explains_and_hears_an_appeal() {
        Case anhui = Case.in(Place.ANHUI, Given.dated());
        anhui.when(new ApplyForTolerance(Case.ID, anhui.matter(), Applicant.CADRE, "paper-1", Given.sealed("grounds")), Place.ANHUI.himself());
        anhui.allFound(Map.of("anhui.element.5", FindingResult.BAD_POLE)).heard();
        anhui.when(new RecordField(Case.ID, FieldOfError.OTHER_WORK), Place.ANHUI.investigator());
        assertThat(anhui.decisionRefused(anhui.exempts(Subject.PERSON))).isInstanceOfSatisfying(ReadingRequired.class, asked -> assertThat(asked.reading()).isEqualTo("anhui.field-of-error"));
        anhui.when(new ChooseReading(Case.ID, "anhui.field-of-error", "a", Given.sealed("reasons")), Place.ANHUI.decider2());

        List<ToleranceEvent> events = anhui.decides(anhui.refuses());
        assertThat(events).anySatisfy(event -> assertThat(event).isInstanceOfSatisfying(DutyOpened.class, duty -> {
            assertThat(duty.duty()).isEqualTo(DutyKind.EXPLAIN_REFUSAL);
            assertThat(duty.ground().clauses()).extracting(Citation::place).contains("皖·四·11");
        }));
        RemediesListed remedies = events.stream().filter(RemediesListed.class::isInstance).map(RemediesListed.class::cast).findFirst().orElseThrow();
        assertThat(remedies.appeal()).isEqualTo("STATED");
        assertThat(remedies.statutory()).contains("P10", "P13", "P16");

        assertThat(anhui.refused(new CloseTolerance(Case.ID), Place.ANHUI.decider()).slug()).isEqualTo("refused-by-rule");
        anhui.when(new ExplainRefusal(Case.ID, Given.sealed("explanation")), Place.ANHUI.investigator());
        assertThat(anhui.stateName()).isEqualTo("EXPLAINED");
        assertThat(anhui.refused(new AskForRemedies(Case.ID, Given.sealed("text")), Place.ANHUI.himself()).slug()).isEqualTo("wrong-state");
        anhui.when(new NoteAppealLodged(Case.ID, "appeal-1"), Place.ANHUI.himself());
        assertThat(anhui.stateName()).isEqualTo("UNDER_APPEAL");
        assertThat(anhui.refused(new UpholdOnAppeal(Case.ID, "appeal-1"), Place.ANHUI.decider()).slug()).isEqualTo("forbidden-role");
        anhui.when(new RemitOnAppeal(Case.ID, "appeal-1"), Place.ANHUI.reviewer());
        assertThat(anhui.stateName()).isEqualTo("REMITTED");
        assertThat(anhui.file().decision()).isNull();
    }

    @Test
    @DisplayName("T-05 a refusal in Weihai: no appeal is stated, never \"none\"; the question ends with OtherRuleConsulted only")
    void weihai_refusal_asks_about_remedies() {
        Case flood = Case.in(Place.WEIHAI, Given.confirmed()).opened().allFound(Map.of("weihai.situation.6", FindingResult.NOT_MET)).heard();
        List<ToleranceEvent> events = flood.decides(flood.refuses());
        assertThat(events.stream().filter(RemediesListed.class::isInstance).map(RemediesListed.class::cast).findFirst().orElseThrow().appeal()).isEqualTo("UNDEFINED");
        flood.when(new ExplainRefusal(Case.ID, Given.sealed("explanation")), Place.WEIHAI.decider());
        flood.when(new NotifySubject(Case.ID), Place.WEIHAI.decider());

        RemedyQuestionRaised raised = (RemedyQuestionRaised) flood.when(new AskForRemedies(Case.ID, Given.sealed("text")), Place.WEIHAI.himself()).getFirst();
        assertThat(raised.ground().clauses()).noneMatch(clause -> clause.doc().equals("皖"));
        assertThat(flood.refused(new CloseTolerance(Case.ID), Place.WEIHAI.decider()).slug()).isEqualTo("refused-by-rule");
        flood.when(new ConsultOtherRule(Case.ID, null, "公务员法 第九十五条", Given.sealed("reasons")), Place.WEIHAI.decider());
        flood.when(new CloseTolerance(Case.ID), Place.WEIHAI.decider());
        assertThat(flood.stateName()).isEqualTo("CLOSED");
    }

    @Test
    @DisplayName("T-06 黔·五·13: Guizhou's outcomes are LOST; a person decides with a reason on 中·四, effects are INFERRED")
    void guizhou_outcomes_are_lost() {
        Case guizhou = Case.in(Place.GUIZHOU, Given.dated()).ready();

        ToleranceGranted granted = (ToleranceGranted) guizhou.decides(guizhou.exempts(Subject.PERSON)).getFirst();

        assertThat(granted.ground().clauses()).extracting(Citation::doc).contains("中").doesNotContain("皖");
        assertThat(granted.effects()).filteredOn(effect -> effect.kind().equals("OBJECTIVE_EVALUATION")).allSatisfy(effect -> {
            assertThat(effect.ground().support()).isEqualTo(Support.INFERRED);
            assertThat(effect.acts()).isEqualTo("ASK_A_PERSON");
        });
        TestEvaluated evaluated = guizhou.stream.history().stream().filter(TestEvaluated.class::isInstance).map(TestEvaluated.class::cast).reduce((first, last) -> last).orElseThrow();
        assertThat(evaluated.outcomes()).filteredOn(open -> open.outcome() == ToleranceOutcome.EXEMPT && open.subject() == Subject.PERSON)
                .allSatisfy(open -> assertThat(open.permission()).isEqualTo("LOST"));
    }
}
