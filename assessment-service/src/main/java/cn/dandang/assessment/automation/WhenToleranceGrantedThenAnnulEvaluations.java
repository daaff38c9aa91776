package cn.dandang.assessment.automation;

import cn.dandang.assessment.standing.AdverseEntry;
import cn.dandang.contracts.ToleranceFact.SubjectKind;
import cn.dandang.contracts.ToleranceFact.ToleranceGranted;
import cn.dandang.kit.publishing.FactReceived;
import cn.dandang.kit.reaction.Effect;
import cn.dandang.kit.reaction.Reaction;
import cn.dandang.kit.reaction.ReactionContext;
import cn.dandang.kit.standing.FactProtection;
import cn.dandang.kit.standing.Toleration;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/** the negative evaluations of the tolerated fact are annulled and none can be entered again. */
@Component
public final class WhenToleranceGrantedThenAnnulEvaluations implements Reaction<ToleranceGranted> {
    private final FactProtection<AdverseEntry> protection;

    public WhenToleranceGrantedThenAnnulEvaluations(FactProtection<AdverseEntry> protection) {
        this.protection = protection;
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
        Toleration toleration = Toleration.of(fact);
        ToleranceEffects effects = new ToleranceEffects(context.policy(), toleration);
        List<Effect> all = new ArrayList<>();
        protection.same(context).all(toleration.origin()).forEach((factId, standing) -> {
            all.add(FactProtection.noted(toleration, factId));
            all.addAll(effects.onEvaluations(factId, standing));
        });
        return all;
    }
}
