package cn.dandang.clarification.report;

import cn.dandang.clarification.ClarificationRefusal;
import cn.dandang.clarification.Permission;
import cn.dandang.clarification.report.ReportCommand.ApproveIdentityOpening;
import cn.dandang.clarification.report.ReportCommand.AskIdentityOpening;
import cn.dandang.clarification.report.ReportCommand.CloseReport;
import cn.dandang.clarification.report.ReportCommand.DeclineIdentityOpening;
import cn.dandang.clarification.report.ReportCommand.LinkFact;
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
import cn.dandang.kit.decision.Circumstances;
import cn.dandang.kit.decision.Decider;
import cn.dandang.kit.decision.Decision;
import cn.dandang.kit.decision.Refusal;
import cn.dandang.kit.security.Require;
import cn.dandang.policy.feedback.ReporterMode;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** What a report answers to an order. Closed only when every allegation is verified and every duty to the reporter is done. */
@Component
public final class Reports implements Decider<ReportCommand, ReportEvent, Report> {

    public static String stream(String report) {
        return "report-" + report;
    }

    @Override
    public String kind() {
        return "report";
    }

    @Override
    public Class<ReportCommand> commands() {
        return ReportCommand.class;
    }

    @Override
    public Class<ReportEvent> events() {
        return ReportEvent.class;
    }

    @Override
    public Report initial() {
        return Report.NONE;
    }

    @Override
    public Decision<ReportEvent> decide(ReportCommand order, Report state, Circumstances now) {
        if (order instanceof ReceiveReport receive) {
            return receive(receive, state, now);
        }
        ReportReceived received = state.received();
        if (received == null) {
            return Permission.insider(now.actor()).<Decision<ReportEvent>>map(Decision::refuse).orElseGet(() -> Decision.refuse(new ClarificationRefusal.Unknown()));
        }
        Optional<Refusal> refusal = Permission.on(received.accused(), received.jurisdiction(), now.actor());
        return refusal.<Decision<ReportEvent>>map(Decision::refuse).orElseGet(() -> known(order, received, state, now));
    }

    private static Decision<ReportEvent> known(ReportCommand order, ReportReceived received, Report state, Circumstances now) {
        String by = now.actor().person();
        return switch (order) {
            case ReceiveReport receive -> Decision.refuse(ClarificationRefusal.WrongState.of("该举报已接收。", "This report is already received."));
            case VerifyName name -> state.mode() == ReporterMode.NAME_UNVERIFIED ? open(state, new ReporterNameVerified(received.report(), by, now.today()))
                    : Decision.refuse(ClarificationRefusal.WrongState.of("该举报没有待核实的署名。", "No name waits to be verified on this report."));
            case LinkFact link -> link(link, state, now);
            case VerifyAllegation verify -> verify(verify, state, now);
            case NoteDuty duty -> state.hasDuty(duty.allegation(), duty.trigger()) ? Decision.accept() : Decision.accept(new DutyNoted(duty.report(), duty.duty(), duty.allegation(), duty.trigger()));
            case NoteDutyDone done -> state.duties().containsKey(done.duty()) && !state.duties().get(done.duty()).done() ? Decision.accept(new DutyDone(done.report(), done.duty())) : Decision.accept();
            case CloseReport close -> close(close, state, now);
            case AskIdentityOpening ask -> IdentityOpenings.ask(ask, received, state, now);
            case ApproveIdentityOpening approve -> IdentityOpenings.approve(approve, state, now);
            case DeclineIdentityOpening decline -> IdentityOpenings.decline(decline, state, now);
            case OpenIdentity identity -> IdentityOpenings.open(identity, received, state, now);
        };
    }

    @Override
    public boolean closed(Report state) {
        return state.closed();
    }

    @Override
    public Report evolve(Report state, ReportEvent event) {
        return switch (event) {
            case ReportReceived received -> {
                Map<String, Report.Allegation> allegations = new LinkedHashMap<>();
                received.allegations().forEach(point -> allegations.put(point.id(), new Report.Allegation(null, null)));
                yield new Report(received, received.mode(), allegations, Map.of(), false, null);
            }
            case ReporterNameVerified verified -> new Report(state.received(), ReporterMode.REAL_NAME, state.allegations(), state.duties(), state.closed(), state.opening());
            case AllegationLinked linked -> new Report(state.received(), state.mode(),
                    with(state.allegations(), linked.allegation(), new Report.Allegation(linked.factId(), point(state, linked.allegation()).result())), state.duties(), state.closed(), state.opening());
            case AllegationVerified verified -> new Report(state.received(), state.mode(),
                    with(state.allegations(), verified.allegation(), new Report.Allegation(point(state, verified.allegation()).factId(), verified.result())), state.duties(), state.closed(), state.opening());
            // a duty that opens after closing opens the report again
            case DutyNoted noted -> new Report(state.received(), state.mode(), state.allegations(), with(state.duties(), noted.duty(), new Report.Duty(noted.allegation(), noted.trigger(), false)), false, state.opening());
            case DutyDone done -> new Report(state.received(), state.mode(), state.allegations(),
                    state.duties().containsKey(done.duty()) ? with(state.duties(), done.duty(), new Report.Duty(state.duties().get(done.duty()).allegation(), state.duties().get(done.duty()).trigger(), true)) : state.duties(),
                    state.closed(), state.opening());
            case ReportClosed closed -> new Report(state.received(), state.mode(), state.allegations(), state.duties(), true, state.opening());
            case IdentityOpeningAsked asked -> state.with(new Report.Opening(asked.by(), null));
            case IdentityOpeningApproved approved -> state.with(state.opening() == null ? null : new Report.Opening(state.opening().askedBy(), approved.by()));
            case IdentityOpeningDeclined declined -> state.with(null);
            case IdentityOpened opened -> state.with(null);
        };
    }

    private static Decision<ReportEvent> receive(ReceiveReport order, Report state, Circumstances now) {
        Optional<Refusal> refusal = Permission.insider(now.actor());
        if (refusal.isPresent()) {
            return Decision.refuse(refusal.get());
        }
        if (state.received() != null) {
            return Decision.refuse(ClarificationRefusal.WrongState.of("该举报已接收。", "This report is already received."));
        }
        if (now.actor().person().equals(order.accused())) {
            return Decision.refuse(Require.notOwnCase(now.actor(), order.accused()).orElseThrow());
        }
        if (order.allegations().isEmpty()) {
            return Decision.refuse(ClarificationRefusal.Malformed.of("举报须至少有一条反映的问题。", "A report has at least one allegation."));
        }
        if ((order.mode() == ReporterMode.ANONYMOUS) != (order.reporter() == null)) {
            return Decision.refuse(ClarificationRefusal.Malformed.of("署名举报须有举报人姓名，匿名举报不得录入举报人身份。", "A named report needs the reporter's name; an anonymous one takes no identity."));
        }
        return Decision.accept(new ReportReceived(order.report(), now.actor().jurisdiction(), order.mode(), order.reporter(), order.accused(), order.allegations(), now.today()));
    }

    private static Decision<ReportEvent> link(LinkFact order, Report state, Circumstances now) {
        Report.Allegation point = state.allegations().get(order.allegation());
        if (point == null) {
            return Decision.refuse(new ClarificationRefusal.Unknown());
        }
        if (point.factId() != null) {
            return Decision.refuse(ClarificationRefusal.WrongState.of("该问题已关联事实。", "This allegation is already linked to a fact."));
        }
        return open(state, new AllegationLinked(order.report(), order.allegation(), order.factId(), now.actor().person(), now.today()));
    }

    private static Decision<ReportEvent> verify(VerifyAllegation order, Report state, Circumstances now) {
        Report.Allegation point = state.allegations().get(order.allegation());
        if (point == null) {
            return Decision.refuse(new ClarificationRefusal.Unknown());
        }
        if (point.result() != null) {
            return Decision.refuse(ClarificationRefusal.WrongState.of("该问题已有核查结果。", "This allegation is already verified."));
        }
        return open(state, new AllegationVerified(order.report(), order.allegation(), order.result(), order.reasons(), now.actor().person(), now.today()));
    }

    private static Decision<ReportEvent> close(CloseReport order, Report state, Circumstances now) {
        if (state.allegations().values().stream().anyMatch(point -> point.result() == null)) {
            return Decision.refuse(ClarificationRefusal.WrongState.of("尚有问题未核查完毕。", "Not every allegation is verified yet."));
        }
        if (state.duties().values().stream().anyMatch(duty -> !duty.done())) {
            return Decision.refuse(new ClarificationRefusal.DutyOpen(order.owed()));
        }
        return open(state, new ReportClosed(order.report(), now.actor().person(), now.today()));
    }

    private static Decision<ReportEvent> open(Report state, ReportEvent event) {
        return state.closed() ? Decision.refuse(ClarificationRefusal.WrongState.of("该举报已办结。", "The report is closed.")) : Decision.accept(event);
    }

    private static Report.Allegation point(Report state, String allegation) {
        return state.allegations().getOrDefault(allegation, new Report.Allegation(null, null));
    }

    private static <T> Map<String, T> with(Map<String, T> held, String key, T value) {
        Map<String, T> next = new LinkedHashMap<>(held);
        next.put(key, value);
        return next;
    }
}
