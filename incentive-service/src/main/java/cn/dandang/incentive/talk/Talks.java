package cn.dandang.incentive.talk;

import cn.dandang.incentive.IncentiveRefusal;
import cn.dandang.incentive.Permission;
import cn.dandang.incentive.talk.TalkCommand.AcceptTalk;
import cn.dandang.incentive.talk.TalkCommand.DeclineTalk;
import cn.dandang.incentive.talk.TalkCommand.HoldTalk;
import cn.dandang.incentive.talk.TalkCommand.OweTalk;
import cn.dandang.incentive.talk.TalkCommand.ProposeTalk;
import cn.dandang.incentive.talk.TalkEvent.TalkDeclined;
import cn.dandang.incentive.talk.TalkEvent.TalkDue;
import cn.dandang.incentive.talk.TalkEvent.TalkHeld;
import cn.dandang.incentive.talk.TalkEvent.TalkPlanned;
import cn.dandang.incentive.talk.TalkEvent.TalkProposed;
import cn.dandang.incentive.talk.TalkState.Declined;
import cn.dandang.incentive.talk.TalkState.Due;
import cn.dandang.incentive.talk.TalkState.Held;
import cn.dandang.incentive.talk.TalkState.NotProposed;
import cn.dandang.incentive.talk.TalkState.Planned;
import cn.dandang.incentive.talk.TalkState.Proposed;
import cn.dandang.kit.decision.Circumstances;
import cn.dandang.kit.decision.Decider;
import cn.dandang.kit.decision.Decision;
import cn.dandang.kit.decision.Refusal;
import cn.dandang.kit.decision.Role;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/** What a talk answers to an order. The Party organisation of the cadre's place arranges it; nobody who assesses, selects or awards takes part. */
@Component
public final class Talks implements Decider<TalkCommand, TalkEvent, TalkState> {
    /** Who arranges talks. */
    public static final Role ARRANGES = Role.UNIT_PARTY_ORGANISATION;

    public static String stream(String talk) {
        return "talk-" + talk;
    }

    @Override
    public String kind() {
        return "talk";
    }

    @Override
    public Class<TalkCommand> commands() {
        return TalkCommand.class;
    }

    @Override
    public Class<TalkEvent> events() {
        return TalkEvent.class;
    }

    @Override
    public TalkState initial() {
        return new NotProposed();
    }

    @Override
    public Decision<TalkEvent> decide(TalkCommand order, TalkState state, Circumstances now) {
        return switch (order) {
            case ProposeTalk propose -> state instanceof NotProposed
                    ? Decision.accept(new TalkProposed(propose.talk(), propose.jurisdiction(), propose.cadre(), now.today(), propose.ground(), propose.cause()))
                    : Decision.accept();
            case OweTalk owe -> state instanceof NotProposed
                    ? Decision.accept(new TalkDue(owe.talk(), owe.jurisdiction(), owe.cadre(), now.today(), owe.ground(), owe.cause()))
                    : Decision.accept();
            case AcceptTalk accept -> switch (state) {
                case Proposed(TalkProposed proposed) -> planned(accept, proposed, now);
                case Due(TalkProposed owed) -> planned(accept, owed, now);
                default -> notIn(state, "该谈话不处于待安排状态。", "The talk does not wait to be arranged.");
            };
            case DeclineTalk decline -> switch (state) {
                case Proposed(TalkProposed proposed) -> by(proposed, now,
                        () -> Decision.accept(new TalkDeclined(decline.talk(), proposed.jurisdiction(), proposed.cadre(), decline.reason(), now.actor().person(), now.today())));
                case Due(TalkProposed owed) -> by(owed, now, () -> Decision.refuse(new IncentiveRefusal.TalkOrdered(owed.ground())));
                default -> notIn(state, "该谈话不处于待安排状态。", "The talk does not wait to be arranged.");
            };
            case HoldTalk hold -> state instanceof Planned(TalkProposed proposed)
                    ? by(proposed, now, () -> Decision.accept(new TalkHeld(hold.talk(), proposed.jurisdiction(), proposed.cadre(), hold.notes(), now.actor().person(), now.today())))
                    : notIn(state, "该谈话尚未安排或已结束。", "The talk is not planned, or it is over.");
        };
    }

    @Override
    public TalkState evolve(TalkState state, TalkEvent event) {
        return switch (event) {
            case TalkProposed proposed -> new Proposed(proposed);
            case TalkDue due -> new Due(new TalkProposed(due.talk(), due.jurisdiction(), due.cadre(), due.on(), due.ground(), due.cause()));
            case TalkPlanned planned -> proposed(state).<TalkState>map(Planned::new).orElse(state);
            case TalkDeclined declined -> proposed(state).<TalkState>map(Declined::new).orElse(state);
            case TalkHeld held -> proposed(state).<TalkState>map(Held::new).orElse(state);
        };
    }

    /** What was proposed, once it was. */
    public static Optional<TalkProposed> proposed(TalkState state) {
        return switch (state) {
            case NotProposed none -> Optional.empty();
            case Proposed held -> Optional.of(held.proposed());
            case Due held -> Optional.of(held.proposed());
            case Planned held -> Optional.of(held.proposed());
            case Declined held -> Optional.of(held.proposed());
            case Held held -> Optional.of(held.proposed());
        };
    }

    private static Decision<TalkEvent> planned(AcceptTalk order, TalkProposed proposed, Circumstances now) {
        return by(proposed, now, () -> Decision.accept(new TalkPlanned(order.talk(), proposed.jurisdiction(), proposed.cadre(), order.reason(), now.actor().person(), now.today())));
    }

    private static Decision<TalkEvent> by(TalkProposed proposed, Circumstances now, Supplier<Decision<TalkEvent>> then) {
        Optional<Refusal> refusal = Permission.about(proposed.cadre(), now.actor(), proposed.jurisdiction(), ARRANGES);
        return refusal.<Decision<TalkEvent>>map(Decision::refuse).orElseGet(then);
    }

    private static Decision<TalkEvent> notIn(TalkState state, String zh, String en) {
        return Decision.refuse(state instanceof NotProposed ? IncentiveRefusal.Unknown.talk() : IncentiveRefusal.WrongState.of(zh, en));
    }
}
