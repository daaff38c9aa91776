package cn.dandang.incentive.automation;

import cn.dandang.incentive.standing.FactStandings;
import cn.dandang.incentive.standing.StandingCommand.LiftToleration;
import cn.dandang.contracts.Ground;
import cn.dandang.contracts.ToleranceFact;
import cn.dandang.contracts.ToleranceFact.ToleranceMitigated;
import cn.dandang.contracts.ToleranceFact.ToleranceRefused;
import cn.dandang.kit.decision.Command;
import cn.dandang.kit.publishing.FactReceived;
import cn.dandang.kit.reaction.Effect;
import cn.dandang.kit.reaction.Reaction;
import cn.dandang.kit.reaction.ReactionContext;
import cn.dandang.policy.Acts;
import cn.dandang.policy.Message;
import java.util.ArrayList;
import java.util.List;

/**
 * a case that had exempted now ends otherwise, after an appeal or a new decision. That the protection falls is a detriment without a
 * clause of its own, so a person is asked; nothing released comes back by itself.
 */
public final class WhenToleranceFallsThenAskToLift<F extends ToleranceFact> implements Reaction<F> {
    private final FactStandings standings;
    private final String name;
    private final Class<F> on;

    private WhenToleranceFallsThenAskToLift(FactStandings standings, String name, Class<F> on) {
        this.standings = standings;
        this.name = name;
        this.on = on;
    }

    public static WhenToleranceFallsThenAskToLift<ToleranceRefused> onRefusal(FactStandings standings) {
        return new WhenToleranceFallsThenAskToLift<>(standings, "when-tolerance-refused-then-ask-to-lift", ToleranceRefused.class);
    }

    public static WhenToleranceFallsThenAskToLift<ToleranceMitigated> onMitigation(FactStandings standings) {
        return new WhenToleranceFallsThenAskToLift<>(standings, "when-tolerance-mitigated-then-ask-to-lift", ToleranceMitigated.class);
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
        new SameFact(context, standings).all(factId, "").forEach((reached, standing) -> {
            if (standing.toleration(toleranceCase, cadre).isPresent()) {
                orders.add(new LiftToleration(reached, toleranceCase, cadre, cause));
            }
        });
        return orders.isEmpty() ? List.of() : List.of(new Effect("lift/" + toleranceCase, ground, Acts.ASK_A_PERSON, null, orders,
                Message.of("是否解除对一项事实的保护", "Shall the protection of a fact be lifted"),
                Message.of("同一案件的免责决定已被新的决定取代。是否允许再以该事实暂缓提名？已解除的暂缓不会自动恢复。",
                        "A new decision has replaced the exemption of the same case. Shall a nomination be held on the fact again? What was released does not come back by itself.")));
    }
}
