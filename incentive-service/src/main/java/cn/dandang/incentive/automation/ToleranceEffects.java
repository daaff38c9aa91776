package cn.dandang.incentive.automation;

import cn.dandang.contracts.Ground;
import cn.dandang.incentive.nomination.HoldCommand.ReleaseOnDecision;
import cn.dandang.incentive.standing.AdverseEntry;
import cn.dandang.kit.decision.Command;
import cn.dandang.kit.decision.Role;
import cn.dandang.kit.reaction.Effect;
import cn.dandang.kit.standing.Allowed;
import cn.dandang.kit.standing.FactStanding;
import cn.dandang.kit.standing.StandingCommand.DropEntry;
import cn.dandang.kit.standing.StandingCommand.LockFact;
import cn.dandang.kit.standing.StandingCommand.NoteProtection;
import cn.dandang.kit.standing.Toleration;
import cn.dandang.policy.Acts;
import cn.dandang.policy.Message;
import cn.dandang.policy.PolicySnapshot;
import cn.dandang.policy.effects.EffectKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What a decision to tolerate brings about on one fact: X-03 for holds. A function of the decision, the fact's standing and the rules. */
final class ToleranceEffects {
    private ToleranceEffects() {}

    /** The holds that rest on the fact are released, and none can rest on it again. The award itself stays a person's decision (D-21). */
    static List<Effect> onHolds(PolicySnapshot policy, Toleration toleration, String factId, FactStanding<AdverseEntry> standing) {
        Optional<Allowed> releasing = Allowed.first(Allowed.named(policy, toleration, EffectKind.RELEASE_NOMINATION));
        if (releasing.isEmpty()) {
            return List.of();
        }
        Allowed effect = releasing.get();
        Ground ground = effect.ground();
        List<Command> locked = List.of(new NoteProtection(factId, toleration), new LockFact(factId, toleration.toleranceCase(), toleration.cadre(), "", ground));
        List<Effect> effects = new ArrayList<>();
        if (effect.follows()) {
            effects.add(new Effect("lock/" + factId, ground, Acts.BY_ITSELF, null, locked, Message.of("不再以该事实暂缓提名", "No nomination is held on a fact"), effect.says()));
        }
        standing.standing("", toleration.cadre()).forEach(entry -> {
            List<Command> orders = new ArrayList<>(effect.follows() ? List.of() : locked);
            orders.add(new ReleaseOnDecision(entry.id(), factId, ground, toleration.cause()));
            orders.add(new DropEntry(factId, entry.id()));
            effects.add(new Effect(entry.id(), ground, effect.acts(), effect.openReading(), orders,
                    Message.of("是否解除一项提名的暂缓", "Shall the hold on a nomination be lifted"),
                    Message.of("该暂缓所依据的事实已作出容错免责决定。" + effect.says().zh() + "是否据此解除暂缓？是否表彰仍由有权机关决定。",
                            "A decision to tolerate was made on the fact this hold rests on. " + effect.says().en() + " Shall the hold be lifted on this ground? Whether the award is conferred stays a decision of its own."))
                    .answeredBy(toleration.jurisdiction(), Role.BENEFITS_OFFICER, Role.ORG_DECIDER));
        });
        return effects;
    }
}
