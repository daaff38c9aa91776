package cn.dandang.kit.standing;

import cn.dandang.contracts.ToleranceFact.FactsLinked;
import cn.dandang.kit.publishing.FactReceived;
import cn.dandang.kit.reaction.Effect;
import cn.dandang.kit.reaction.Reaction;
import cn.dandang.kit.reaction.ReactionContext;
import cn.dandang.kit.standing.StandingCommand.JoinFact;
import cn.dandang.policy.Acts;
import cn.dandang.policy.Message;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The same fact: what was decided on one of two joined facts counts for the other. */
public final class WhenFactsLinkedThenJoinThem<A extends Adverse> implements Reaction<FactsLinked> {
    private final FactProtection<A> protection;

    public WhenFactsLinkedThenJoinThem(FactProtection<A> protection) {
        this.protection = protection;
    }

    @Override
    public String name() {
        return "when-facts-linked-then-join-them";
    }

    @Override
    public Class<FactsLinked> on() {
        return FactsLinked.class;
    }

    @Override
    public String nothingToDo() {
        return "Nothing is to be joined.";
    }

    @Override
    public List<Effect> effects(FactReceived<FactsLinked> received, ReactionContext context) {
        FactsLinked fact = received.fact();
        SameFact<FactStanding<A>> same = protection.same(context);
        Map<String, FactStanding<A>> left = same.all(fact.factId(), fact.link());
        Map<String, FactStanding<A>> right = same.all(fact.sameAs(), fact.link());
        Message joined = Message.of("两个事实认定为同一事实", "Two facts are found to be the same");
        List<Effect> all = new ArrayList<>();
        all.add(new Effect("join/" + fact.factId(), protection.joining(context.policy()), Acts.BY_ITSELF, null,
                List.of(new JoinFact(fact.factId(), fact.link(), fact.sameAs(), received.id()), new JoinFact(fact.sameAs(), fact.link(), fact.factId(), received.id())), joined, joined));
        carry(left, right, context, all);
        carry(right, left, context, all);
        return all;
    }

    private void carry(Map<String, FactStanding<A>> from, Map<String, FactStanding<A>> to, ReactionContext context, List<Effect> all) {
        List<Protection> held = new ArrayList<>();
        from.values().forEach(standing -> standing.protections().stream().filter(each -> held.stream().noneMatch(each::same)).forEach(held::add));
        held.forEach(each -> to.forEach((factId, standing) -> {
            if (standing.protection(each.decision(), each.cadre()).isEmpty()) {
                // each protection has its own targets: two decisions may reach the same fact through one link
                protection.on(each, factId, standing, context.policy()).forEach(effect -> all.add(carried(effect, each)));
            }
        }));
    }

    private static Effect carried(Effect effect, Protection protection) {
        return new Effect(effect.target() + "/" + protection.decision(), effect.ground(), effect.acts(), effect.reading(), effect.orders(), effect.title(), effect.question(),
                protection.jurisdiction(), effect.answeredBy());
    }
}
