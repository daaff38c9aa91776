package cn.dandang.kit.standing;

import cn.dandang.contracts.ToleranceFact.FactsUnlinked;
import cn.dandang.kit.decision.Command;
import cn.dandang.kit.publishing.FactReceived;
import cn.dandang.kit.reaction.Effect;
import cn.dandang.kit.reaction.Reaction;
import cn.dandang.kit.reaction.ReactionContext;
import cn.dandang.kit.standing.StandingCommand.LiftProtection;
import cn.dandang.kit.standing.StandingCommand.PartFact;
import cn.dandang.policy.Acts;
import cn.dandang.policy.Message;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Undoes {@link WhenFactsLinkedThenJoinThem}: a decision reaches only facts still joined with the one it was made on. What was undone by it stays so. */
public final class WhenFactsUnlinkedThenPartThem<A extends Adverse> implements Reaction<FactsUnlinked> {
    private final FactProtection<A> protection;

    public WhenFactsUnlinkedThenPartThem(FactProtection<A> protection) {
        this.protection = protection;
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
        SameFact<FactStanding<A>> same = protection.same(context);
        if (!same.of(fact.factId()).links().containsKey(fact.link())) {
            return List.of();
        }
        List<Command> orders = new ArrayList<>();
        orders.add(new PartFact(fact.factId(), fact.link(), received.id()));
        orders.add(new PartFact(fact.sameAs(), fact.link(), received.id()));
        lift(same.all(fact.factId(), fact.link()), received.id(), orders);
        lift(same.all(fact.sameAs(), fact.link()), received.id(), orders);
        Message parted = Message.of("同一事实的认定已撤销", "Two facts are no longer held to be the same");
        return List.of(new Effect("part/" + fact.factId(), protection.joining(context.policy()), Acts.BY_ITSELF, null, orders, parted, parted));
    }

    private static <A extends Adverse> void lift(Map<String, FactStanding<A>> side, String cause, List<Command> orders) {
        side.forEach((factId, standing) -> standing.protections().stream().filter(held -> !side.containsKey(held.origin()))
                .forEach(held -> orders.add(new LiftProtection(factId, held.decision(), held.cadre(), cause))));
    }
}
