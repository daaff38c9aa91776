package cn.dandang.tolerance;

import cn.dandang.kit.decision.DomainEvent;
import cn.dandang.policy.opening.Applicant;
import cn.dandang.policy.tolerance.FieldOfError;
import cn.dandang.policy.tolerance.FindingResult;
import cn.dandang.policy.tolerance.Subject;
import cn.dandang.policy.tolerance.ToleranceOutcome;
import cn.dandang.tolerance.Given.Place;
import cn.dandang.tolerance.accountability.MeasureKind;
import cn.dandang.tolerance.tolerancecase.Case;
import cn.dandang.tolerance.tolerancecase.ToleranceCommand.*;
import cn.dandang.tolerance.tolerancecase.ToleranceEvent;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/** Whole lives of tolerance cases, told by the orders that made them. */
public final class Histories {
    private Histories() {}

    /** The flood night: opened, found, heard, exempted, explained, notified, closed. */
    public static List<ToleranceEvent> exemptedInWeihai() {
        Case flood = Case.in(Place.WEIHAI, Given.confirmed()).ready();
        flood.when(new AttachPaper(Case.ID, "paper-1", PaperKind.MINUTES, null, Given.sealed("text"), Given.sealed("from"), Given.TODAY), Place.WEIHAI.party());
        flood.when(new AskRecusal(Case.ID, "r1", Place.WEIHAI.decider2().person(), Given.sealed("ground")), Place.WEIHAI.himself());
        flood.when(new DecideRecusal(Case.ID, "r1", false, Given.sealed("reasons")), Place.WEIHAI.decider());
        flood.decides(flood.exempts(Subject.PERSON, Subject.UNIT));
        flood.when(new ExplainCorrection(Case.ID, Given.sealed("text")), Place.WEIHAI.decider());
        flood.when(new NotifySubject(Case.ID), Place.WEIHAI.decider());
        flood.when(new CloseTolerance(Case.ID), Place.WEIHAI.decider());
        return flood.stream.history();
    }

    /** A red line found, refused, withdrawn, mitigated. */
    public static List<ToleranceEvent> redLineWithdrawnInWeihai() {
        Case flood = Case.in(Place.WEIHAI, Given.confirmed()).opened().allFound(Map.of("weihai.condition.3", FindingResult.NOT_MET)).heard();
        flood.when(new FindRedLine(Case.ID, "red-1", RedLineKind.EXPRESS_PROHIBITION, new Prohibition("防洪法", "第二十二条", "禁止", "主席令第88号", LocalDate.of(1997, 8, 29)), null,
                List.of(new Evidence("evidence-1", Given.sealed("evidence"))), Given.TODAY, List.of(Place.WEIHAI.investigator().person(), Place.WEIHAI.investigator2().person())), Place.WEIHAI.investigator());
        flood.decides(flood.refuses());
        flood.when(new ExplainRefusal(Case.ID, Given.sealed("text")), Place.WEIHAI.investigator());
        flood.when(new AskForRemedies(Case.ID, Given.sealed("text")), Place.WEIHAI.himself());
        flood.when(new ConsultOtherRule(Case.ID, Given.sealed("question"), "公务员法 第九十五条", Given.sealed("reasons")), Place.WEIHAI.decider());
        flood.when(new WithdrawRedLine(Case.ID, "red-1", WithdrawalBasis.NEW_EVIDENCE, Given.sealed("reasons"), List.of()), Place.WEIHAI.investigator());
        flood.decides(flood.mitigates(ToleranceOutcome.LIGHTER, MeasureKind.ADMONITION, MeasureKind.CRITICISM));
        return flood.stream.history();
    }

    /** Anhui: applied for, refused, explained, appealed, remitted. */
    public static List<ToleranceEvent> appealedInAnhui() {
        Case anhui = Case.in(Place.ANHUI, Given.dated());
        anhui.when(new ApplyForTolerance(Case.ID, anhui.matter(), Applicant.CADRE, "paper-1", Given.sealed("grounds")), Place.ANHUI.himself());
        anhui.allFound(Map.of("anhui.element.5", FindingResult.BAD_POLE)).heard();
        anhui.when(new RecordField(Case.ID, FieldOfError.OTHER_WORK), Place.ANHUI.investigator());
        anhui.when(new ChooseReading(Case.ID, "anhui.field-of-error", "a", Given.sealed("reasons")), Place.ANHUI.decider2());
        anhui.decides(anhui.refuses());
        anhui.when(new ExplainRefusal(Case.ID, Given.sealed("text")), Place.ANHUI.investigator());
        anhui.when(new NoteAppealLodged(Case.ID, "0195d3a0-0000-7000-8000-00000000e001"), Place.ANHUI.himself());
        anhui.when(new RemitOnAppeal(Case.ID, "0195d3a0-0000-7000-8000-00000000e001"), Place.ANHUI.reviewer());
        return anhui.stream.history();
    }

    /** An application that is not taken up. */
    public static List<ToleranceEvent> notAdmittedInWeihai() {
        Case weihai = Case.in(Place.WEIHAI, Given.confirmed());
        weihai.when(new ApplyForTolerance(Case.ID, weihai.matter(), Applicant.UNIT_PARTY_ORGANISATION, "paper-1", Given.sealed("grounds")), Place.WEIHAI.party());
        weihai.when(new RefuseApplication(Case.ID, Given.sealed("reasons")), Place.WEIHAI.decider());
        weihai.when(new ExplainRefusal(Case.ID, Given.sealed("text")), Place.WEIHAI.decider());
        return weihai.stream.history();
    }

    /** All of them by name. */
    public static Map<String, List<? extends DomainEvent>> all() {
        return Map.of("exempted-in-weihai", exemptedInWeihai(), "red-line-withdrawn-in-weihai", redLineWithdrawnInWeihai(), "appealed-in-anhui", appealedInAnhui(),
                "not-admitted-in-weihai", notAdmittedInWeihai());
    }
}
