package cn.dandang.incentive.automation;

import cn.dandang.contracts.ToleranceFact.SubjectKind;
import cn.dandang.contracts.ToleranceFact.ToleranceGranted;
import cn.dandang.incentive.talk.TalkCommand.ProposeTalk;
import cn.dandang.kit.publishing.FactReceived;
import cn.dandang.kit.reaction.Effect;
import cn.dandang.kit.reaction.Reaction;
import cn.dandang.kit.reaction.ReactionContext;
import cn.dandang.kit.standing.Allowed;
import cn.dandang.kit.standing.Toleration;
import cn.dandang.policy.Acts;
import cn.dandang.policy.Answered;
import cn.dandang.policy.Message;
import cn.dandang.policy.effects.EffectKind;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * a talk is put to a person, who accepts or declines it. No clause orders it, so the proposal itself is the question and nothing more
 * follows from it.
 */
@Component
public final class WhenToleranceGrantedThenProposeTalk implements Reaction<ToleranceGranted> {

    @Override
    public String name() {
        return "when-tolerance-granted-then-propose-talk";
    }

    @Override
    public Class<ToleranceGranted> on() {
        return ToleranceGranted.class;
    }

    @Override
    public String nothingToDo() {
        return "The decision exempts a unit, or no clause of the place speaks of such a talk.";
    }

    @Override
    public List<Effect> effects(FactReceived<ToleranceGranted> received, ReactionContext context) {
        ToleranceGranted fact = received.fact();
        if (fact.subject() != SubjectKind.PERSON) {
            return List.of();
        }
        return Allowed.first(Allowed.named(context.policy(), Toleration.of(received), EffectKind.PROPOSE_TALK)).filter(effect -> effect.answer().value() == Answered.STATED).map(effect -> {
            String talk = talkOf(received.id());
            return List.of(new Effect(talk, effect.ground(), Acts.BY_ITSELF, null,
                    List.of(new ProposeTalk(talk, fact.subjectId(), fact.jurisdiction(), effect.ground(), received.id())),
                    Message.of("建议安排一次谈心谈话", "A talk is proposed"), effect.says()));
        }).orElse(List.of());
    }

    /** One talk per fact received, the same when the fact is handled again. */
    static String talkOf(String factReceived) {
        return UUID.nameUUIDFromBytes(("urn:dandang:incentive:talk:" + factReceived).getBytes(StandardCharsets.UTF_8)).toString();
    }
}
