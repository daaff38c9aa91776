package cn.dandang.kit.standing;

import cn.dandang.contracts.Ground;
import cn.dandang.contracts.ToleranceFact;
import cn.dandang.contracts.ToleranceFact.ToleranceMitigated;
import cn.dandang.contracts.ToleranceFact.ToleranceRefused;
import cn.dandang.kit.decision.Command;
import cn.dandang.kit.publishing.FactReceived;
import cn.dandang.kit.reaction.Effect;
import cn.dandang.kit.reaction.Reaction;
import cn.dandang.kit.reaction.ReactionContext;
import cn.dandang.kit.standing.StandingCommand.LiftProtection;
import cn.dandang.policy.Acts;
import cn.dandang.policy.Message;
import java.util.ArrayList;
import java.util.List;

/**
 * a case that had exempted now ends otherwise, after an appeal or a new decision. That the protection falls is a detriment without a
 * clause of its own, so a person is asked; nothing that was undone comes back by itself.
 */
public final class WhenToleranceFallsThenAskToLift<A extends Adverse, F extends ToleranceFact> implements Reaction<F> {
    private final FactProtection<A> protection;
    private final String name;
    private final Class<F> on;
    private final Message question;

    private WhenToleranceFallsThenAskToLift(FactProtection<A> protection, String name, Class<F> on, Message question) {
        this.protection = protection;
        this.name = name;
        this.on = on;
        this.question = question;
    }

    /** @param question what the person is asked */
    public static <A extends Adverse> Reaction<ToleranceRefused> onRefusal(FactProtection<A> protection, Message question) {
        return new WhenToleranceFallsThenAskToLift<>(protection, "when-tolerance-refused-then-ask-to-lift", ToleranceRefused.class, question);
    }

    /** @param question what the person is asked */
    public static <A extends Adverse> Reaction<ToleranceMitigated> onMitigation(FactProtection<A> protection, Message question) {
        return new WhenToleranceFallsThenAskToLift<>(protection, "when-tolerance-mitigated-then-ask-to-lift", ToleranceMitigated.class, question);
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public Class<F> on() {
        return on;
    }

    @Override
    public String nothingToDo() {
        return "No exemption of this case had reached a fact here.";
    }

    @Override
    public List<Effect> effects(FactReceived<F> received, ReactionContext context) {
        return switch ((ToleranceFact) received.fact()) {
            case ToleranceRefused refused -> lift(refused.factId(), refused.toleranceCase(), refused.cadre(), refused.ground(), received.id(), context);
            case ToleranceMitigated mitigated -> lift(mitigated.factId(), mitigated.toleranceCase(), mitigated.cadre(), mitigated.ground(), received.id(), context);
            default -> List.of();
        };
    }

    private List<Effect> lift(String factId, String toleranceCase, String cadre, Ground ground, String cause, ReactionContext context) {
        List<Command> orders = new ArrayList<>();
        protection.same(context).all(factId).forEach((reached, standing) -> {
            if (standing.protection(toleranceCase, cadre).isPresent()) {
                orders.add(new LiftProtection(reached, toleranceCase, cadre, cause));
            }
        });
        return orders.isEmpty() ? List.of() : List.of(new Effect("lift/" + toleranceCase, ground, Acts.ASK_A_PERSON, null, orders,
                Message.of("是否解除对一项事实的保护", "Shall the protection of a fact be lifted"), question));
    }
}
