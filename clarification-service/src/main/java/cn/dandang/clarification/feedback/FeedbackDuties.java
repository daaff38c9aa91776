package cn.dandang.clarification.feedback;

import cn.dandang.clarification.ClarificationRefusal;
import cn.dandang.clarification.Permission;
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
import cn.dandang.clarification.feedback.DutyEvent.Kind;
import cn.dandang.clarification.feedback.DutyEvent.OtherRuleConsulted;
import cn.dandang.clarification.feedback.DutyEvent.RangeExplanationGiven;
import cn.dandang.clarification.feedback.DutyEvent.ReporterFedBack;
import cn.dandang.clarification.feedback.DutyEvent.Subject;
import cn.dandang.clarification.feedback.DutyState.Asked;
import cn.dandang.clarification.feedback.DutyState.Done;
import cn.dandang.clarification.feedback.DutyState.Due;
import cn.dandang.clarification.feedback.DutyState.LeftToAPerson;
import cn.dandang.clarification.feedback.DutyState.NotOpened;
import cn.dandang.kit.decision.Circumstances;
import cn.dandang.kit.decision.Decider;
import cn.dandang.kit.decision.Decision;
import cn.dandang.kit.decision.Refusal;
import cn.dandang.kit.ground.Grounds;
import cn.dandang.policy.Answered;
import cn.dandang.policy.Resolution;
import cn.dandang.policy.feedback.Feedback;
import cn.dandang.policy.feedback.FeedbackAnswer;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/** What a duty towards a reporter answers to an order. What is owed is policy-rules' answer, stored with its clause. */
@Component
public final class FeedbackDuties implements Decider<DutyCommand, DutyEvent, DutyState> {

    public static String stream(String duty) {
        return "feedback-duty-" + duty;
    }

    @Override
    public String kind() {
        return "feedback-duty";
    }

    @Override
    public Class<DutyCommand> commands() {
        return DutyCommand.class;
    }

    @Override
    public Class<DutyEvent> events() {
        return DutyEvent.class;
    }

    @Override
    public DutyState initial() {
        return new NotOpened();
    }

    @Override
    public Decision<DutyEvent> decide(DutyCommand order, DutyState state, Circumstances now) {
        return switch (order) {
            case OpenDuty open -> state instanceof NotOpened ? allowed(open.accused(), open.jurisdiction(), now, () -> Decision.accept(owed(open, now))) : Decision.accept();
            case AnswerDuty answer -> state instanceof Asked(FeedbackAsked asked)
                    ? allowed(asked.subject().accused(), asked.jurisdiction(), now, () -> Decision.accept(answer.applies()
                            ? new FeedbackDue(asked.duty(), asked.jurisdiction(), asked.subject(), asked.kind(), asked.ground(), now.today())
                            : new FeedbackDeclined(answer.duty(), answer.reason(), now.actor().person(), now.today())))
                    : not(state, now, "没有待回答的问题。", "No question waits for an answer.");
            case AskAgain again -> state instanceof LeftToAPerson(FeedbackLeftToAPerson left) && left.subject().mode() != again.mode()
                    ? allowed(left.subject().accused(), left.jurisdiction(), now, () -> Decision.accept(owed(new OpenDuty(left.duty(), left.subject().report(), left.subject().allegation(),
                            left.subject().accused(), left.jurisdiction(), again.mode(), left.subject().trigger(), left.subject().asOf(), false, left.subject().cause()), now)))
                    : Decision.accept();
            case FulfilFeedback fulfil -> state instanceof Due(FeedbackDue due) && due.kind() == Kind.FEEDBACK
                    ? allowed(due.subject().accused(), due.jurisdiction(), now, () -> Decision.accept(new ReporterFedBack(due.duty(), fulfil.manner(), now.actor().person(), now.today())))
                    : not(state, now, "没有待完成的反馈义务。", "No feedback is due.");
            case ExplainInRange explain -> explain(explain, state, now);
            case ConsultOtherRule consult -> consult(consult, state, now);
        };
    }

    @Override
    public boolean closed(DutyState state) {
        return state instanceof Done;
    }

    @Override
    public DutyState evolve(DutyState state, DutyEvent event) {
        return switch (event) {
            case FeedbackDue due -> new Due(due);
            case FeedbackAsked asked -> new Asked(asked);
            case FeedbackLeftToAPerson left -> new LeftToAPerson(left);
            case FeedbackDeclined declined -> done(state);
            case ReporterFedBack fedBack -> done(state);
            case RangeExplanationGiven given -> done(state);
            case OtherRuleConsulted consulted -> done(state);
        };
    }

    private static DutyState done(DutyState state) {
        return switch (state) {
            case Due(FeedbackDue due) -> new Done(due.subject(), due.jurisdiction());
            case Asked(FeedbackAsked asked) -> new Done(asked.subject(), asked.jurisdiction());
            case LeftToAPerson(FeedbackLeftToAPerson left) -> new Done(left.subject(), left.jurisdiction());
            case NotOpened none -> state;
            case Done already -> state;
        };
    }

    private static DutyEvent owed(OpenDuty order, Circumstances now) {
        FeedbackAnswer answer = Feedback.duty(now.policy(), order.jurisdiction(), order.asOf(), order.mode(), order.trigger());
        Subject subject = new Subject(order.report(), order.allegation(), order.accused(), order.mode(), order.trigger(), order.asOf(), order.cause());
        if (answer.duty() == FeedbackAnswer.Duty.ASKS_A_PERSON) {
            // the five documents being silent is UNDEFINED along the lineage and NOT_STATED to whoever reads it
            Answered value = answer.resolution().outcome() == Answered.UNDEFINED ? Answered.NOT_STATED : answer.resolution().outcome();
            return new FeedbackLeftToAPerson(order.duty(), order.jurisdiction(), subject, value, answer.says(), Grounds.clauses(answer.resolution().citations()), otherRules(answer.resolution()), now.today());
        }
        Kind kind = answer.duty() == FeedbackAnswer.Duty.FEEDBACK ? Kind.FEEDBACK : Kind.RANGE_EXPLANATION;
        return answer.opens() || order.accepted()
                ? new FeedbackDue(order.duty(), order.jurisdiction(), subject, kind, Grounds.of(answer.resolution()), now.today())
                : new FeedbackAsked(order.duty(), order.jurisdiction(), subject, kind, Grounds.of(answer.resolution()), Grounds.openReading(answer.resolution()), now.today());
    }

    private static List<DutyEvent.OtherRule> otherRules(Resolution answer) {
        return answer.nationalRules().stream().map(rule -> new DutyEvent.OtherRule(rule.pack(), rule.name(), rule.articles())).toList();
    }

    private static Decision<DutyEvent> explain(ExplainInRange order, DutyState state, Circumstances now) {
        RangeExplanationGiven given = new RangeExplanationGiven(order.duty(), order.range(), now.actor().person(), now.today());
        return switch (state) {
            case Due(FeedbackDue due) when due.kind() == Kind.RANGE_EXPLANATION -> allowed(due.subject().accused(), due.jurisdiction(), now, () -> Decision.accept(given));
            // the clause is there, only the name is not verified: a person may explain within a range meanwhile
            case LeftToAPerson(FeedbackLeftToAPerson left) when left.value() == Answered.STATED -> allowed(left.subject().accused(), left.jurisdiction(), now, () -> Decision.accept(given));
            default -> not(state, now, "没有待作出的范围说明。", "No explanation within a range is due.");
        };
    }

    private static Decision<DutyEvent> consult(ConsultOtherRule order, DutyState state, Circumstances now) {
        if (!(state instanceof LeftToAPerson(FeedbackLeftToAPerson left))) {
            return not(state, now, "没有须查阅其他规定的问题。", "No question waits for another rule to be looked at.");
        }
        return allowed(left.subject().accused(), left.jurisdiction(), now, () -> order.rule().isBlank()
                ? Decision.refuse(ClarificationRefusal.Malformed.of("须写明查阅了哪一项规定。", "Name the rule that was looked at."))
                : Decision.accept(new OtherRuleConsulted(order.duty(), order.rule(), order.result(), now.actor().person(), now.today())));
    }

    private static Decision<DutyEvent> allowed(String accused, String jurisdiction, Circumstances now, Supplier<Decision<DutyEvent>> then) {
        Optional<Refusal> refusal = Permission.on(accused, jurisdiction, now.actor());
        return refusal.<Decision<DutyEvent>>map(Decision::refuse).orElseGet(then);
    }

    /** Who may not know of the duty learns nothing of its state. */
    private static Decision<DutyEvent> not(DutyState state, Circumstances now, String zh, String en) {
        return switch (state) {
            case NotOpened none -> Permission.insider(now.actor()).<Decision<DutyEvent>>map(Decision::refuse).orElseGet(() -> Decision.refuse(new ClarificationRefusal.Unknown()));
            case Due(FeedbackDue due) -> allowed(due.subject().accused(), due.jurisdiction(), now, () -> Decision.refuse(ClarificationRefusal.WrongState.of(zh, en)));
            case Asked(FeedbackAsked asked) -> allowed(asked.subject().accused(), asked.jurisdiction(), now, () -> Decision.refuse(ClarificationRefusal.WrongState.of(zh, en)));
            case LeftToAPerson(FeedbackLeftToAPerson left) -> allowed(left.subject().accused(), left.jurisdiction(), now, () -> Decision.refuse(ClarificationRefusal.WrongState.of(zh, en)));
            case Done done -> allowed(done.subject().accused(), done.jurisdiction(), now, () -> Decision.refuse(ClarificationRefusal.WrongState.of(zh, en)));
        };
    }
}
