package cn.dandang.tolerance.automation;

import cn.dandang.contracts.ToleranceFact;
import cn.dandang.kit.decision.Role;
import cn.dandang.kit.publishing.FactReceived;
import cn.dandang.kit.reaction.Effect;
import cn.dandang.kit.reaction.Reaction;
import cn.dandang.kit.reaction.ReactionContext;
import cn.dandang.policy.Acts;
import cn.dandang.policy.Answered;
import cn.dandang.policy.Message;
import cn.dandang.policy.effects.EffectKind;
import cn.dandang.tolerance.Streams;
import cn.dandang.tolerance.tolerancecase.ToleranceCommand.OpenCorrectionDuty;
import cn.dandang.tolerance.tolerancecase.ToleranceDecider;
import cn.dandang.tolerance.tolerancecase.ToleranceEvent;
import cn.dandang.tolerance.tolerancecase.ToleranceState;
import java.util.List;
import org.springframework.stereotype.Component;

/**
 * Where a higher clause asks that the correction be explained and nobody has confirmed it for the place, a person is asked.
 * Where it acts by itself the duty opened with the decision.
 */
@Component
final class WhenToleranceGrantedThenAskForTheExplanation implements Reaction<ToleranceFact.ToleranceGranted> {
    private final ToleranceDecider decider;

    WhenToleranceGrantedThenAskForTheExplanation(ToleranceDecider decider) {
        this.decider = decider;
    }

    @Override
    public String name() {
        return "when-tolerance-granted-then-ask-for-the-explanation";
    }

    @Override
    public Class<ToleranceFact.ToleranceGranted> on() {
        return ToleranceFact.ToleranceGranted.class;
    }

    @Override
    public boolean onOwnFacts() {
        return true;
    }

    @Override
    public List<Effect> effects(FactReceived<ToleranceFact.ToleranceGranted> received, ReactionContext context) {
        ToleranceFact.ToleranceGranted fact = received.fact();
        // one question for a decision about several subjects; what the decision recorded counts, whatever was confirmed since
        if (received.part() != 0 || !(context.state(Streams.toleranceCase(fact.toleranceCase()), decider) instanceof ToleranceState.Granted granted)
                || !(granted.file().decision() instanceof ToleranceEvent.ToleranceGranted decision)) {
            return List.of();
        }
        return decision.effects().stream()
                .filter(effect -> effect.kind().equals(EffectKind.EXPLAIN_CORRECTION.name()) && effect.value().equals(Answered.STATED.name())
                        && effect.acts().equals(Acts.ASK_A_PERSON.name()))
                .map(effect -> new Effect(fact.toleranceCase(), effect.ground(), Acts.ASK_A_PERSON, effect.reading(), List.of(new OpenCorrectionDuty(fact.toleranceCase())),
                        Message.of("是否向本人说明纠错事由", "Is the correction explained to the exempted?"), effect.says())
                        .answeredBy(fact.jurisdiction(), Role.DISCIPLINE_DECIDER, Role.DISCIPLINE_OFFICER))
                .toList();
    }

    @Override
    public String nothingToDo() {
        return "the duty opened with the decision, or no document asks for it here";
    }
}
