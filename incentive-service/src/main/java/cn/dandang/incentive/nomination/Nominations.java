package cn.dandang.incentive.nomination;

import cn.dandang.incentive.IncentiveRefusal;
import cn.dandang.incentive.Permission;
import cn.dandang.incentive.nomination.NominationCommand.ConferAward;
import cn.dandang.incentive.nomination.NominationCommand.ProposeNomination;
import cn.dandang.incentive.nomination.NominationCommand.RequireOpen;
import cn.dandang.incentive.nomination.NominationEvent.AwardConferred;
import cn.dandang.incentive.nomination.NominationEvent.NominationProposed;
import cn.dandang.kit.decision.Circumstances;
import cn.dandang.kit.decision.Decider;
import cn.dandang.kit.decision.Decision;
import cn.dandang.kit.decision.Refusal;
import cn.dandang.kit.decision.Role;
import cn.dandang.policy.Message;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What a nomination answers to an order. The award is always a person's decision (D-21). */
@Component
public final class Nominations implements Decider<NominationCommand, NominationEvent, Nominations.Nomination> {

    /** @param proposed null before it was proposed */
    public record Nomination(@Nullable NominationProposed proposed, boolean conferred) {}

    public static String stream(String nomination) {
        return "award-nomination-" + nomination;
    }

    @Override
    public String kind() {
        return "award-nomination";
    }

    @Override
    public Class<NominationCommand> commands() {
        return NominationCommand.class;
    }

    @Override
    public Class<NominationEvent> events() {
        return NominationEvent.class;
    }

    @Override
    public Nomination initial() {
        return new Nomination(null, false);
    }

    @Override
    public Decision<NominationEvent> decide(NominationCommand order, Nomination state, Circumstances now) {
        return switch (order) {
            case ProposeNomination propose -> propose(propose, state, now);
            case RequireOpen require -> notOpen(state).<Decision<NominationEvent>>map(Decision::refuse).orElseGet(Decision::accept);
            case ConferAward confer -> confer(state, now);
        };
    }

    @Override
    public Nomination evolve(Nomination state, NominationEvent event) {
        return switch (event) {
            case NominationProposed proposed -> new Nomination(proposed, false);
            case AwardConferred conferred -> new Nomination(state.proposed(), true);
        };
    }

    private static Decision<NominationEvent> propose(ProposeNomination order, Nomination state, Circumstances now) {
        if (state.proposed() != null) {
            return Decision.refuse(IncentiveRefusal.WrongState.of("该提名已提出。", "This nomination is already proposed."));
        }
        Optional<Refusal> refusal = now.register().person(order.cadre())
                .map(cadre -> Permission.about(order.cadre(), now.actor(), cadre.jurisdiction(), Role.BENEFITS_OFFICER, Role.ORG_OFFICER))
                .orElseGet(() -> Optional.of(IncentiveRefusal.Unknown.person()));
        if (refusal.isPresent()) {
            return Decision.refuse(refusal.get());
        }
        if (order.award().isBlank()) {
            return Decision.refuse(new IncentiveRefusal.Malformed(Message.of("须写明表彰名称。", "Name the award.")));
        }
        return Decision.accept(new NominationProposed(order.nomination(), now.actor().jurisdiction(), order.cadre(), order.award(), now.actor().person(), now.today()));
    }

    private static Decision<NominationEvent> confer(Nomination state, Circumstances now) {
        NominationProposed proposed = state.proposed();
        if (proposed == null) {
            return Decision.refuse(IncentiveRefusal.Unknown.nomination());
        }
        return Permission.about(proposed.cadre(), now.actor(), proposed.jurisdiction(), Role.ORG_DECIDER).or(() -> notOpen(state)).<Decision<NominationEvent>>map(Decision::refuse)
                .orElseGet(() -> Decision.accept(new AwardConferred(proposed.nomination(), proposed.jurisdiction(), proposed.cadre(), proposed.award(), now.actor().person(), now.today())));
    }

    private static Optional<Refusal> notOpen(Nomination state) {
        if (state.proposed() == null) {
            return Optional.of(IncentiveRefusal.Unknown.nomination());
        }
        return state.conferred() ? Optional.of(IncentiveRefusal.WrongState.of("该提名已表彰。", "The award is already conferred.")) : Optional.empty();
    }
}
