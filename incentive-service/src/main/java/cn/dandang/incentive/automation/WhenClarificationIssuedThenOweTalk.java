package cn.dandang.incentive.automation;

import cn.dandang.contracts.ClarificationFact.ClarificationIssued;
import cn.dandang.contracts.Ground;
import cn.dandang.incentive.talk.TalkCommand.OweTalk;
import cn.dandang.kit.ground.Grounds;
import cn.dandang.kit.publishing.FactReceived;
import cn.dandang.kit.reaction.Effect;
import cn.dandang.kit.reaction.Reaction;
import cn.dandang.kit.reaction.ReactionContext;
import cn.dandang.policy.Acts;
import cn.dandang.policy.Message;
import cn.dandang.policy.Resolution;
import java.util.List;
import org.springframework.stereotype.Component;

/** a talk with the cadre who was cleared, as care and not as a warning, where a clause of the place orders one (威·六·18). */
@Component
public final class WhenClarificationIssuedThenOweTalk implements Reaction<ClarificationIssued> {
    private static final String RULE = "clarification.talk";

    @Override
    public String name() {
        return "when-clarification-issued-then-owe-talk";
    }

    @Override
    public Class<ClarificationIssued> on() {
        return ClarificationIssued.class;
    }

    @Override
    public String nothingToDo() {
        return "No clause of the place orders such a talk.";
    }

    @Override
    public List<Effect> effects(FactReceived<ClarificationIssued> received, ReactionContext context) {
        ClarificationIssued fact = received.fact();
        Resolution answer = context.policy().resolve(RULE, fact.jurisdiction(), fact.issuedOn());
        if (!answer.actsByItself()) {
            return List.of();
        }
        String talk = WhenToleranceGrantedThenProposeTalk.talkOf(received.id());
        Ground ground = Grounds.of(answer);
        return List.of(new Effect(talk, ground, Acts.BY_ITSELF, null, List.of(new OweTalk(talk, fact.cadre(), fact.jurisdiction(), ground, received.id())),
                Message.of("应及时安排一次谈心谈话", "A talk is owed"), answer.says()));
    }
}
