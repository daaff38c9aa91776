package cn.dandang.assessment.automation;

import cn.dandang.assessment.standing.FactStanding;
import cn.dandang.assessment.standing.FactStandings;
import cn.dandang.assessment.standing.Toleration;
import cn.dandang.contracts.ToleranceFact.SubjectKind;
import cn.dandang.contracts.ToleranceFact.ToleranceGranted;
import cn.dandang.kit.publishing.FactReceived;
import cn.dandang.kit.reaction.Effect;
import cn.dandang.kit.reaction.Reaction;
import cn.dandang.kit.reaction.ReactionContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** the negative evaluations of the tolerated fact are annulled and none can be entered again. */
@Component
public final class WhenToleranceGrantedThenAnnulEvaluations implements Reaction<ToleranceGranted> {
    private final FactStandings standings;

    public WhenToleranceGrantedThenAnnulEvaluations(FactStandings standings) {
        this.standings = standings;
    }

    @Override
    public String name() {
        return "when-tolerance-granted-then-annul-evaluations";
    }

    @Override
    public Class<ToleranceGranted> on() {
        return ToleranceGranted.class;
    }

    @Override
    public String nothingToDo() {
        return "The decision exempts a unit; evaluations here are of persons.";
    }

    @Override
    public List<Effect> effects(FactReceived<ToleranceGranted> fact, ReactionContext context) {
        if (fact.fact().subject() != SubjectKind.PERSON) {
            return List.of();
        }
        Toleration toleration = tolerationOf(fact);
        ToleranceEffects effects = new ToleranceEffects(context.policy(), toleration.decidedOn());
        List<Effect> all = new ArrayList<>();
        Map<String, FactStanding> facts = new SameFact(context, standings).all(toleration.origin(), "");
        facts.forEach((factId, standing) -> {
            all.add(ToleranceEffects.noted(toleration, factId));
            all.addAll(effects.onEvaluations(toleration, factId, standing));
        });
        return all;
    }

    static Toleration tolerationOf(FactReceived<ToleranceGranted> received) {
        ToleranceGranted fact = received.fact();
        return new Toleration(fact.toleranceCase(), fact.rootCase(), fact.factId(), fact.jurisdiction(), fact.subjectId(), fact.effectGroups(), fact.decidedOn(), received.id(), fact.ground());
    }
}
