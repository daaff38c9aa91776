package cn.dandang.kit.erasure;

import cn.dandang.kit.decision.Actor;
import cn.dandang.kit.decision.Circumstances;
import cn.dandang.kit.decision.Decider;
import cn.dandang.kit.decision.Decision;
import cn.dandang.kit.decision.Refusal;
import cn.dandang.kit.erasure.ErasureEvent.ErasureDeclined;
import cn.dandang.kit.erasure.ErasureEvent.ErasureEntered;
import cn.dandang.kit.erasure.ErasureEvent.ErasureOrdered;
import cn.dandang.kit.erasure.ErasureEvent.ErasureProposed;
import cn.dandang.kit.erasure.ErasureEvent.PersonalDataErased;
import cn.dandang.kit.erasure.ErasureOrder.ConcludeErasure;
import cn.dandang.kit.erasure.ErasureOrder.DeclineErasure;
import cn.dandang.kit.erasure.ErasureOrder.EnterErasure;
import cn.dandang.kit.erasure.ErasureOrder.ErasePersonalData;
import cn.dandang.kit.erasure.ErasureOrder.ProposeErasure;
import cn.dandang.kit.security.Require;
import cn.dandang.policy.Message;
import java.util.Optional;

/** Who may have personal data erased: one person proposes and another decides, both of the body concerned, neither about himself, on a law that they name. */
public final class ErasureDecider implements Decider<ErasureOrder, ErasureEvent, ErasureState> {
    static final String KIND = "erasure";
    /** What was ordered, in one stream: short to read at each start. */
    static final String LIST = KIND + "-00000000-0000-0000-0000-000000000000";
    private static final Message TWO_PERSONS = Message.of("提出删除的人不得自行决定，须由他人决定。", "Whoever proposed an erasure does not decide it; somebody else must.");

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Class<ErasureOrder> commands() {
        return ErasureOrder.class;
    }

    @Override
    public Class<ErasureEvent> events() {
        return ErasureEvent.class;
    }

    @Override
    public ErasureState initial() {
        return new ErasureState.None();
    }

    @Override
    public Decision<ErasureEvent> decide(ErasureOrder order, ErasureState state, Circumstances now) {
        return switch (order) {
            case ProposeErasure propose -> propose(propose, state, now);
            case ErasePersonalData erase -> decided(state, now, proposal -> new ErasureOrdered(proposal.key(), proposal.jurisdiction(), proposal.rule(), proposal.article(), erase.reason(),
                    erase.commitment(), now.actor().person(), now.today()));
            case DeclineErasure decline -> decided(state, now, proposal -> new ErasureDeclined(proposal.key(), proposal.jurisdiction(), decline.reason(), now.actor().person(), now.today()));
            // stands in the same append as the order of a person, who was asked for his role there
            case EnterErasure enter -> Decision.accept(new ErasureEntered(enter.erasure(), enter.key()));
            case ConcludeErasure conclude -> conclude(state, now);
        };
    }

    private static Decision<ErasureEvent> propose(ProposeErasure order, ErasureState state, Circumstances now) {
        Optional<ErasureKind> kind = ErasureKind.of(order.key());
        if (kind.isEmpty()) {
            return Decision.refuse(new ErasureRefusal.NoKey());
        }
        if (order.rule().isBlank() || order.article().isBlank()) {
            return Decision.refuse(new ErasureRefusal.NoLegalGround());
        }
        if (!(state instanceof ErasureState.None)) {
            return Decision.refuse(new ErasureRefusal.AlreadyDecided());
        }
        Actor actor = now.actor();
        return Require.first(Require.role(actor, kind.get().proposer()), Require.jurisdiction(actor, order.jurisdiction()), notAboutHimself(actor, order.key()))
                .<Decision<ErasureEvent>>map(Decision::refuse)
                .orElseGet(() -> Decision.accept(new ErasureProposed(order.key(), order.jurisdiction(), order.rule(), order.article(), order.reason(), actor.person(), now.today())));
    }

    private interface Outcome {
        ErasureEvent of(ErasureProposed proposal);
    }

    private static Decision<ErasureEvent> decided(ErasureState state, Circumstances now, Outcome outcome) {
        return switch (state) {
            case ErasureState.None none -> Decision.refuse(new ErasureRefusal.NoSuchErasure());
            case ErasureState.Proposed(ErasureProposed proposal) -> mayDecide(now.actor(), proposal)
                    .<Decision<ErasureEvent>>map(Decision::refuse).orElseGet(() -> Decision.accept(outcome.of(proposal)));
            case ErasureState.Ordered ordered -> Decision.refuse(new ErasureRefusal.AlreadyDecided());
            case ErasureState.Declined declined -> Decision.refuse(new ErasureRefusal.AlreadyDecided());
            case ErasureState.CarriedOut carriedOut -> Decision.refuse(new ErasureRefusal.AlreadyDecided());
        };
    }

    private static Optional<Refusal> mayDecide(Actor actor, ErasureProposed proposal) {
        return Require.first(Require.role(actor, ErasureKind.of(proposal.key()).orElseThrow().decider()), Require.jurisdiction(actor, proposal.jurisdiction()),
                notAboutHimself(actor, proposal.key()), Require.notSamePerson(actor, proposal.proposedBy(), TWO_PERSONS));
    }

    private static Optional<Refusal> notAboutHimself(Actor actor, String key) {
        return Require.notOwnCase(actor, ErasureKind.PERSON.key(actor.person()).equals(key) ? actor.person() : null);
    }

    private static Decision<ErasureEvent> conclude(ErasureState state, Circumstances now) {
        if (!now.actor().isSystem()) {
            return Decision.refuse(new ErasureRefusal.OnlyThePlatform());
        }
        return state instanceof ErasureState.Ordered(ErasureOrdered order)
                ? Decision.accept(new PersonalDataErased(order.key(), order.jurisdiction(), order.rule(), order.article(), order.commitment(), now.today()))
                : Decision.accept();
    }

    @Override
    public ErasureState evolve(ErasureState state, ErasureEvent event) {
        return switch (event) {
            case ErasureProposed proposed -> new ErasureState.Proposed(proposed);
            case ErasureOrdered ordered -> new ErasureState.Ordered(ordered);
            case ErasureDeclined declined -> new ErasureState.Declined(declined);
            case ErasureEntered entered -> state;
            case PersonalDataErased erased -> new ErasureState.CarriedOut(erased);
        };
    }
}
