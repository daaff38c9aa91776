package cn.dandang.clarification.automation;

import cn.dandang.clarification.reported.ReportedCommand.DropDecision;
import cn.dandang.clarification.reported.ReportedCommand.PartFact;
import cn.dandang.clarification.reported.ReportedFact;
import cn.dandang.clarification.reported.ReportedFacts;
import cn.dandang.contracts.ToleranceFact.FactsUnlinked;
import cn.dandang.kit.decision.Command;
import cn.dandang.kit.ground.Grounds;
import cn.dandang.kit.publishing.FactReceived;
import cn.dandang.kit.reaction.Effect;
import cn.dandang.kit.reaction.Reaction;
import cn.dandang.kit.reaction.ReactionContext;
import cn.dandang.kit.standing.SameFact;
import cn.dandang.policy.Acts;
import cn.dandang.policy.Message;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Undoes {@link WhenFactsLinkedThenJoinThem}. A duty that opened stays with its person. */
@Component
public final class WhenFactsUnlinkedThenPartThem implements Reaction<FactsUnlinked> {
    private final ReportedFacts facts;

    public WhenFactsUnlinkedThenPartThem(ReportedFacts facts) {
        this.facts = facts;
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
        SameFact<ReportedFact> same = new SameFact<>(factId -> context.state(ReportedFacts.stream(factId), facts));
        if (!same.of(fact.factId()).links().containsKey(fact.link())) {
            return List.of();
        }
        List<Command> orders = new ArrayList<>();
        orders.add(new PartFact(fact.factId(), fact.link()));
        orders.add(new PartFact(fact.sameAs(), fact.link()));
        drop(same.all(fact.factId(), fact.link()), orders);
        drop(same.all(fact.sameAs(), fact.link()), orders);
        Message parted = Message.of("同一事实的认定已撤销", "Two facts are no longer held to be the same");
        return List.of(new Effect("part/" + fact.factId(), Grounds.design(WhenFactsLinkedThenJoinThem.RULE, context.policy()),
                Acts.BY_ITSELF, null, orders, parted, parted));
    }

    private static void drop(Map<String, ReportedFact> side, List<Command> orders) {
        side.forEach((factId, known) -> known.decisions().stream().filter(decided -> !side.containsKey(decided.origin()))
                .forEach(decided -> orders.add(new DropDecision(factId, decided.toleranceCase()))));
    }
}
