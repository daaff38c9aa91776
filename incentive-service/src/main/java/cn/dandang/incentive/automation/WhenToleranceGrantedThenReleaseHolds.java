package cn.dandang.incentive.automation;

import cn.dandang.contracts.ToleranceFact.SubjectKind;
import cn.dandang.contracts.ToleranceFact.ToleranceGranted;
import cn.dandang.incentive.standing.FactStandings;
import cn.dandang.incentive.standing.Toleration;
import cn.dandang.kit.publishing.FactReceived;
import cn.dandang.kit.reaction.Effect;
import cn.dandang.kit.reaction.Reaction;
import cn.dandang.kit.reaction.ReactionContext;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/** the holds that rest on the tolerated fact are released. */
@Component
public final class WhenToleranceGrantedThenReleaseHolds implements Reaction<ToleranceGranted> {
    private final FactStandings standings;

    public WhenToleranceGrantedThenReleaseHolds(FactStandings standings) {
        this.standings = standings;
    }

    @Override
    public String name() {
        return "when-tolerance-granted-then-release-holds";
    }

    @Override
    public Class<ToleranceGranted> on() {
        return ToleranceGranted.class;
    }

    @Override
    public String nothingToDo() {
        return "The decision exempts a unit; nominations here are of persons.";
    }

    @Override
    public List<Effect> effects(FactReceived<ToleranceGranted> received, ReactionContext context) {
        if (received.fact().subject() != SubjectKind.PERSON) {
            return List.of();
        }
        Toleration toleration = tolerationOf(received);
        ToleranceEffects effects = new ToleranceEffects(context.policy(), toleration.decidedOn());
        List<Effect> all = new ArrayList<>();
        new SameFact(context, standings).all(toleration.origin(), "").forEach((factId, standing) -> {
            all.add(ToleranceEffects.noted(toleration, factId));
            all.addAll(effects.onHolds(toleration, factId, standing));
        });
        return all;
    }

    static Toleration tolerationOf(FactReceived<ToleranceGranted> received) {
        ToleranceGranted fact = received.fact();
        return new Toleration(fact.toleranceCase(), fact.rootCase(), fact.factId(), fact.jurisdiction(), fact.subjectId(), fact.effectGroups(), fact.decidedOn(), received.id(), fact.ground());
    }
}
