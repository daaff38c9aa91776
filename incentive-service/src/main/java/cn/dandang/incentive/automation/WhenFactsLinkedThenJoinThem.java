package cn.dandang.incentive.automation;

import cn.dandang.contracts.Ground;
import cn.dandang.contracts.Support;
import cn.dandang.contracts.ToleranceFact.FactsLinked;
import cn.dandang.incentive.standing.FactStanding;
import cn.dandang.incentive.standing.FactStandings;
import cn.dandang.incentive.standing.StandingCommand.JoinFact;
import cn.dandang.incentive.standing.Toleration;
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

/** The same fact: what was decided on one of two joined facts counts for the other. */
@Component
public final class WhenFactsLinkedThenJoinThem implements Reaction<FactsLinked> {
    static final String RULE = "incentive.same-fact";
    private final FactStandings standings;

    public WhenFactsLinkedThenJoinThem(FactStandings standings) {
        this.standings = standings;
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
        SameFact same = new SameFact(context, standings);
        Map<String, FactStanding> left = same.all(fact.factId(), fact.link());
        Map<String, FactStanding> right = same.all(fact.sameAs(), fact.link());
        Ground ground = new Ground(RULE, Support.DESIGN, List.of(), null, false, context.policy().rulesVersion());
        Message joined = Message.of("两个事实认定为同一事实", "Two facts are found to be the same");
        List<Effect> all = new ArrayList<>();
        all.add(new Effect("join/" + fact.factId(), ground, Acts.BY_ITSELF, null,
                List.of(new JoinFact(fact.factId(), fact.link(), fact.sameAs(), received.id()), new JoinFact(fact.sameAs(), fact.link(), fact.factId(), received.id())), joined, joined));
        carry(left, right, context, all);
        carry(right, left, context, all);
        return all;
    }

    private static void carry(Map<String, FactStanding> from, Map<String, FactStanding> to, ReactionContext context, List<Effect> all) {
        List<Toleration> tolerations = new ArrayList<>();
        from.values().forEach(standing -> standing.tolerations().stream().filter(held -> tolerations.stream().noneMatch(held::same)).forEach(tolerations::add));
        tolerations.forEach(toleration -> to.forEach((factId, standing) -> {
            if (standing.toleration(toleration.toleranceCase(), toleration.cadre()).isEmpty()) {
                ToleranceEffects effects = new ToleranceEffects(context.policy(), toleration.decidedOn());
                // each toleration has its own targets: two decisions may reach the same fact through one link
                List<Effect> reached = new ArrayList<>();
                reached.add(ToleranceEffects.noted(toleration, factId));
                reached.addAll(effects.onHolds(toleration, factId, standing));
                reached.forEach(effect -> all.add(new Effect(effect.target() + "/" + toleration.toleranceCase(), effect.ground(), effect.acts(), effect.reading(), effect.orders(), effect.title(),
                        effect.question(), toleration.jurisdiction(), effect.answeredBy())));
            }
        }));
    }
}
