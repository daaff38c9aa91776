package cn.dandang.clarification.report;

import cn.dandang.clarification.assessment.ClarificationAssessments.OpenAssessment;
import cn.dandang.clarification.automation.ToleratedReports;
import cn.dandang.clarification.feedback.DutyCommand.AskAgain;
import cn.dandang.clarification.feedback.DutyCommand.ConsultOtherRule;
import cn.dandang.clarification.feedback.DutyCommand.OpenDuty;
import cn.dandang.clarification.feedback.DutyState;
import cn.dandang.clarification.feedback.FeedbackDuties;
import cn.dandang.clarification.report.ReportCommand.LinkFact;
import cn.dandang.clarification.report.ReportCommand.NoteDuty;
import cn.dandang.clarification.report.ReportCommand.NoteDutyDone;
import cn.dandang.clarification.report.ReportCommand.VerifyAllegation;
import cn.dandang.clarification.report.ReportCommand.VerifyName;
import cn.dandang.clarification.report.ReportEvent.ReportReceived;
import cn.dandang.clarification.reported.ReportedCommand.NoteReport;
import cn.dandang.clarification.reported.ReportedFact;
import cn.dandang.clarification.reported.ReportedFacts;
import cn.dandang.contracts.Citation;
import cn.dandang.kit.decision.Command;
import cn.dandang.kit.ids.Ids;
import cn.dandang.kit.orders.Orders;
import cn.dandang.kit.personal.Sealed;
import cn.dandang.policy.feedback.ReporterMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What an order on a report takes along: all of it is one append, or nothing is. */
@Component
final class ReportOrders {
    private final Orders orders;
    private final Ids ids;
    private final Reports reports;
    private final ReportedFacts facts;
    private final FeedbackDuties duties;

    ReportOrders(Orders orders, Ids ids, Reports reports, ReportedFacts facts, FeedbackDuties duties) {
        this.orders = orders;
        this.ids = ids;
        this.reports = reports;
        this.facts = facts;
        this.duties = duties;
    }

    Report state(String report) {
        return orders.state(Reports.stream(report), reports);
    }

    /** Links an allegation; where the fact was tolerated already, what is owed opens with it. */
    List<Command> link(Report report, String id, String allegation, String factId) {
        ReportedFact known = orders.state(ReportedFacts.stream(factId), facts);
        ReportedFact.Source source = new ReportedFact.Source(id, allegation);
        List<Command> commands = new ArrayList<>(List.of(new LinkFact(id, allegation, factId), new NoteReport(factId, source, known.decisionCases())));
        known.decisions().stream().findFirst().flatMap(decided -> ToleratedReports.orders(report, source, decided, false)).ifPresent(commands::addAll);
        return commands;
    }

    /** Records a result; an end that a clause on feedback names opens what is owed, an unfounded allegation also the assessment whether to clarify. */
    List<Command> verify(ReportReceived received, ReporterMode mode, String allegation, Verification result, @Nullable Sealed<String> reasons, LocalDate today) {
        List<Command> commands = new ArrayList<>(List.of(new VerifyAllegation(received.report(), allegation, result, reasons)));
        result.trigger().ifPresent(trigger -> {
            String duty = ids.next();
            commands.add(new OpenDuty(duty, received.report(), allegation, received.accused(), received.jurisdiction(), mode, trigger, today, false, null));
            commands.add(new NoteDuty(received.report(), duty, allegation, trigger));
        });
        if (result == Verification.UNFOUNDED) {
            commands.add(new OpenAssessment(ids.next(), received.report(), allegation, received.accused(), received.jurisdiction()));
        }
        return commands;
    }

    /** Verifies the name; what was left open because of it is asked again. */
    List<Command> verifyName(Report report, String id) {
        List<Command> commands = new ArrayList<>(List.of(new VerifyName(id)));
        open(report).forEach((duty, state) -> commands.add(new AskAgain(duty, ReporterMode.REAL_NAME)));
        return commands;
    }

    /** Finishes every question of the report that the documents leave silent; empty where there is none. */
    List<Command> consult(Report report, String id, String rule, Sealed<String> result) {
        List<Command> commands = new ArrayList<>();
        open(report).forEach((duty, state) -> {
            if (state instanceof DutyState.LeftToAPerson) {
                commands.add(new NoteDutyDone(id, duty));
                commands.add(new ConsultOtherRule(duty, rule, result));
            }
        });
        return commands;
    }

    /** The clauses that bear what is still owed. */
    List<Citation> owed(Report report) {
        return open(report).values().stream().flatMap(state -> (switch (state) {
            case DutyState.Due(var due) -> due.ground().clauses();
            case DutyState.Asked(var asked) -> asked.ground().clauses();
            case DutyState.LeftToAPerson(var left) -> left.clauses();
            case DutyState.NotOpened none -> List.<Citation>of();
            case DutyState.Done done -> List.<Citation>of();
        }).stream()).distinct().toList();
    }

    private Map<String, DutyState> open(Report report) {
        Map<String, DutyState> open = new LinkedHashMap<>();
        report.duties().forEach((duty, held) -> {
            if (!held.done()) {
                open.put(duty, orders.state(FeedbackDuties.stream(duty), duties));
            }
        });
        return open;
    }
}
