package cn.dandang.tolerance.appeal;

import cn.dandang.kit.decision.Circumstances;
import cn.dandang.kit.decision.Decider;
import cn.dandang.kit.decision.Decision;
import cn.dandang.kit.decision.Refusal;
import cn.dandang.kit.decision.Role;
import cn.dandang.kit.ground.Grounds;
import cn.dandang.policy.Message;
import cn.dandang.policy.appeal.AppealAnswer;
import cn.dandang.policy.appeal.Appellant;
import cn.dandang.tolerance.Streams;
import cn.dandang.tolerance.appeal.Appeals.AppealCommand;
import cn.dandang.tolerance.appeal.Appeals.AppealCommand.AttachSupportingOpinion;
import cn.dandang.tolerance.appeal.Appeals.AppealCommand.DecideAppeal;
import cn.dandang.tolerance.appeal.Appeals.AppealCommand.LodgeAppeal;
import cn.dandang.tolerance.appeal.Appeals.AppealEvent;
import cn.dandang.tolerance.appeal.Appeals.AppealEvent.AppealDecided;
import cn.dandang.tolerance.appeal.Appeals.AppealEvent.AppealLodged;
import cn.dandang.tolerance.appeal.Appeals.AppealEvent.SupportingOpinionAttached;
import cn.dandang.tolerance.appeal.Appeals.AppealState;
import cn.dandang.tolerance.appeal.Appeals.AppealState.Ended;
import cn.dandang.tolerance.appeal.Appeals.AppealState.NotLodged;
import cn.dandang.tolerance.appeal.Appeals.AppealState.UnderReview;
import cn.dandang.tolerance.refusal.Access;
import cn.dandang.tolerance.refusal.ToleranceRefusal.NotFound;
import cn.dandang.tolerance.refusal.ToleranceRefusal.RefusedByRule;
import cn.dandang.tolerance.refusal.ToleranceRefusal.WrongState;

/** What an appeal answers to an order. That the reviewer is a third person is decided in the tolerance case, in the same append. */
public final class AppealDecider implements Decider<AppealCommand, AppealEvent, AppealState> {

    @Override
    public String kind() {
        return Streams.APPEAL;
    }

    @Override
    public Class<AppealCommand> commands() {
        return AppealCommand.class;
    }

    @Override
    public Class<AppealEvent> events() {
        return AppealEvent.class;
    }

    @Override
    public AppealState initial() {
        return new NotLodged();
    }

    @Override
    public Decision<AppealEvent> decide(AppealCommand order, AppealState state, Circumstances now) {
        return switch (order) {
            case LodgeAppeal it -> state instanceof NotLodged ? lodge(it, now) : wrong("该申诉已经提出。", "This appeal is lodged already.");
            case AttachSupportingOpinion it -> switch (state) {
                case UnderReview review -> attach(it, review, now);
                case NotLodged none -> none();
                case Ended ended -> wrong("该申诉已经决定。", "This appeal is decided.");
            };
            case DecideAppeal it -> switch (state) {
                case UnderReview review -> end(it, review, now);
                case NotLodged none -> none();
                case Ended ended -> wrong("该申诉已经决定。", "This appeal is decided.");
            };
        };
    }

    private static Decision<AppealEvent> lodge(LodgeAppeal order, Circumstances now) {
        Refusal refusal = Access.himself(now.actor(), order.matter().cadre());
        if (refusal != null) {
            return Decision.refuse(refusal);
        }
        AppealAnswer answer = cn.dandang.policy.appeal.Appeals.appeal(now.policy(), order.matter().jurisdiction(), now.today(), Appellant.CADRE);
        return answer.treatment() == AppealAnswer.Treatment.APPEAL
                ? Decision.accept(new AppealLodged(order.appeal(), order.matter(), order.text(), now.today(), Grounds.of(answer.resolution())))
                : Decision.refuse(new RefusedByRule(answer.says(), Grounds.clauses(answer.resolution().citations())));
    }

    private static Decision<AppealEvent> attach(AttachSupportingOpinion order, UnderReview state, Circumstances now) {
        Refusal refusal = Access.unitOrganisation(now.actor(), state.matter().unit());
        if (refusal != null) {
            return Decision.refuse(refusal);
        }
        AppealAnswer answer = cn.dandang.policy.appeal.Appeals.appeal(now.policy(), state.matter().jurisdiction(), now.today(), Appellant.UNIT);
        return Decision.accept(new SupportingOpinionAttached(order.appeal(), state.matter(), order.paper(), order.text(), now.actor().person(), answer.says(), now.today()));
    }

    private static Decision<AppealEvent> end(DecideAppeal order, UnderReview state, Circumstances now) {
        Refusal refusal = Access.firstOf(
                () -> Access.officeOf(now.actor(), state.matter().body(), state.matter().jurisdiction(), Role.APPEAL_REVIEWER),
                () -> Access.notOwnCase(now.actor(), state.matter().cadre()));
        return refusal != null ? Decision.refuse(refusal) : Decision.accept(new AppealDecided(order.appeal(), state.matter(), order.outcome(), order.reasons(),
                order.meeting(), now.actor().person(), now.today(), state.ground()));
    }

    private static Decision<AppealEvent> none() {
        return Decision.refuse(new NotFound(Message.of("没有这一申诉。", "There is no such appeal.")));
    }

    private static Decision<AppealEvent> wrong(String zh, String en) {
        return Decision.refuse(new WrongState(Message.of(zh, en)));
    }

    @Override
    public boolean closed(AppealState state) {
        return state instanceof Ended;
    }

    @Override
    public AppealState evolve(AppealState state, AppealEvent event) {
        return switch (event) {
            case AppealLodged it -> new UnderReview(it.matter(), it.ground());
            case SupportingOpinionAttached it -> state;
            case AppealDecided it -> new Ended(it.matter(), it.outcome());
        };
    }
}
