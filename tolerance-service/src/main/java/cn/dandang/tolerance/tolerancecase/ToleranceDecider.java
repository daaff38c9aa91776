package cn.dandang.tolerance.tolerancecase;

import cn.dandang.kit.decision.Circumstances;
import cn.dandang.kit.decision.Decider;
import cn.dandang.kit.decision.Decision;
import cn.dandang.policy.Message;
import cn.dandang.tolerance.Streams;
import cn.dandang.tolerance.refusal.ToleranceRefusal.NotFound;
import cn.dandang.tolerance.refusal.ToleranceRefusal.WrongState;
import cn.dandang.tolerance.tolerancecase.ToleranceCommand.*;
import cn.dandang.tolerance.tolerancecase.ToleranceState.Existing;
import cn.dandang.tolerance.tolerancecase.ToleranceState.NotOpened;

/** What a tolerance case answers to an order. Each part of the work is in its own class; this one routes. */
public final class ToleranceDecider implements Decider<ToleranceCommand, ToleranceEvent, ToleranceState> {

    @Override
    public String kind() {
        return Streams.TOLERANCE_CASE;
    }

    @Override
    public Class<ToleranceCommand> commands() {
        return ToleranceCommand.class;
    }

    @Override
    public Class<ToleranceEvent> events() {
        return ToleranceEvent.class;
    }

    @Override
    public ToleranceState initial() {
        return new NotOpened();
    }

    @Override
    public Decision<ToleranceEvent> decide(ToleranceCommand order, ToleranceState state, Circumstances now) {
        return switch (state) {
            case NotOpened none -> switch (order) {
                case OpenToleranceExOfficio it -> CaseOpening.exOfficio(it, now);
                case ApplyForTolerance it -> CaseOpening.apply(it, null, now);
                default -> Decision.refuse(new NotFound(Message.of("没有这一容错案。", "There is no such tolerance case.")));
            };
            case Existing existing -> decide(order, existing, now);
        };
    }

    private static Decision<ToleranceEvent> decide(ToleranceCommand order, Existing state, Circumstances now) {
        return switch (order) {
            case OpenToleranceExOfficio it -> Decision.refuse(new WrongState(Message.of("容错核实已经启动。", "The tolerance check is open already.")));
            case ApplyForTolerance it -> CaseOpening.apply(it, state, now);
            case RefuseApplication it -> CaseOpening.refuseApplication(it, state, now);
            case AttachPaper it -> CaseOpening.attach(it, state, now);
            case RecordFinding it -> Investigation.record(it, state, now);
            case RecordField it -> Investigation.field(it, state, now);
            case TakeStatement it -> Investigation.statement(it, state, now);
            case FindRedLine it -> RedLines.find(it, state, now);
            case WithdrawRedLine it -> RedLines.withdraw(it, state, now);
            case AskRecusal it -> Investigation.askRecusal(it, state, now);
            case DecideRecusal it -> Investigation.decideRecusal(it, state, now);
            case ChooseReading it -> Investigation.chooseReading(it, state, now);
            case DecideTolerance it -> Deciding.decide(it, state, now);
            case ExplainRefusal it -> AfterDecision.explainRefusal(it, state, now);
            case ExplainCorrection it -> AfterDecision.explainCorrection(it, state, now);
            case OpenCorrectionDuty it -> AfterDecision.openCorrectionDuty(state, now);
            case NotifySubject it -> AfterDecision.notifySubject(state, now);
            case AskForRemedies it -> AfterDecision.askForRemedies(it, state, now);
            case ConsultOtherRule it -> AfterDecision.consultOtherRule(it, state, now);
            case NoteAppealLodged it -> AfterDecision.noteAppeal(it, state, now);
            case UpholdOnAppeal it -> AfterDecision.uphold(it, state, now);
            case RemitOnAppeal it -> AfterDecision.remit(it, state, now);
            case ChangeOnAppeal it -> Deciding.change(it, state, now);
            case CloseTolerance it -> AfterDecision.close(state, now);
        };
    }

    /** Whether withdrawing this red-line finding sets the decision aside, so that other streams have to be told in the same append. */
    public static boolean withdrawalSetsDecisionAside(ToleranceState state, String redLine) {
        return state instanceof Existing existing && RedLines.setsDecisionAside(existing, redLine);
    }

    @Override
    public boolean closed(ToleranceState state) {
        return state instanceof ToleranceState.Closed;
    }

    @Override
    public ToleranceState evolve(ToleranceState state, ToleranceEvent event) {
        return ToleranceEvolution.after(state, event);
    }
}
