package cn.dandang.incentive.automation;

import cn.dandang.contracts.Ground;
import cn.dandang.contracts.Support;
import cn.dandang.contracts.ToleranceFact.FactsUnlinked;
import cn.dandang.incentive.standing.FactStanding;
import cn.dandang.incentive.standing.FactStandings;
import cn.dandang.incentive.standing.StandingCommand.LiftToleration;
import cn.dandang.incentive.standing.StandingCommand.PartFact;
import cn.dandang.kit.decision.Command;
import cn.dandang.kit.publishing.FactReceived;
import cn.dandang.kit.reaction.Effect;
import cn.dandang.kit.reaction.Reaction;
import cn.dandang.kit.reaction.ReactionContext;
import cn.dandang.policy.Acts;
import cn.dandang.policy.Message;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Undoes {@link WhenFactsLinkedThenJoinThem}: a decision reaches only facts still joined with the one it was made on. What was released stays so. */
@Component
public final class WhenFactsUnlinkedThenPartThem implements Reaction<FactsUnlinked> {
    private final FactStandings standings;

    public WhenFactsUnlinkedThenPartThem(FactStandings standings) {
        this.standings = standings;
    }

    @Override
    public String name() {
        return "when-facts-unlinked-then-part-them";
    }

    @Override
    public Class<FactsUnlinked> on() {
        return FactsUnlinked.class;
    }

    @Override
    public String nothingToDo() {
        return "The two facts are not joined here.";
    }

    @Override
    public List<Effect> effects(FactReceived<FactsUnlinked> received, ReactionContext context) {
        FactsUnlinked fact = received.fact();
        SameFact same = new SameFact(context, standings);
        if (!same.standing(fact.factId()).links().containsKey(fact.link())) {
            return List.of();
        }
        List<Command> orders = new ArrayList<>();
        orders.add(new PartFact(fact.factId(), fact.link(), received.id()));
        orders.add(new PartFact(fact.sameAs(), fact.link(), received.id()));
        lift(same.all(fact.factId(), fact.link()), received.id(), orders);
        lift(same.all(fact.sameAs(), fact.link()), received.id(), orders);
        Message parted = Message.of("同一事实的认定已撤销", "Two facts are no longer held to be the same");
        return List.of(new Effect("part/" + fact.factId(), new Ground(WhenFactsLinkedThenJoinThem.RULE, Support.DESIGN, List.of(), null, false, context.policy().rulesVersion()),
                Acts.BY_ITSELF, null, orders, parted, parted));
    }

    private static void lift(Map<String, FactStanding> side, String cause, List<Command> orders) {
        side.forEach((factId, standing) -> standing.tolerations().stream().filter(held -> !side.containsKey(held.origin()))
                .forEach(held -> orders.add(new LiftToleration(factId, held.toleranceCase(), held.cadre(), cause))));
    }
}
