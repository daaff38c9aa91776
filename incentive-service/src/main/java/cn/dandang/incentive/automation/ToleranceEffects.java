package cn.dandang.incentive.automation;

import cn.dandang.contracts.Ground;
import cn.dandang.incentive.nomination.HoldCommand.ReleaseOnDecision;
import cn.dandang.incentive.standing.FactStanding;
import cn.dandang.incentive.standing.StandingCommand.DropEntry;
import cn.dandang.incentive.standing.StandingCommand.LockFact;
import cn.dandang.incentive.standing.StandingCommand.NoteToleration;
import cn.dandang.incentive.standing.Toleration;
import cn.dandang.kit.decision.Command;
import cn.dandang.kit.decision.Role;
import cn.dandang.kit.reaction.Effect;
import cn.dandang.policy.Acts;
import cn.dandang.policy.Message;
import cn.dandang.policy.PolicySnapshot;
import cn.dandang.policy.effects.EffectGroup;
import cn.dandang.policy.effects.EffectKind;
import cn.dandang.policy.effects.Effects;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What a decision to tolerate brings about on one fact: X-03 for holds. A function of the decision, the fact's standing and the rules. */
final class ToleranceEffects {
    private final PolicySnapshot policy;
    private final LocalDate asOf;

    ToleranceEffects(PolicySnapshot policy, LocalDate asOf) {
        this.policy = policy;
        this.asOf = asOf;
    }

    /** That the fact was tolerated, on the ground of the decision itself. Recorded always, so that facts joined later are decided alike. */
    static Effect noted(Toleration toleration, String factId) {
        return new Effect("standing/" + factId, toleration.ground(), Acts.BY_ITSELF, null, List.of(new NoteToleration(factId, toleration)),
                Message.of("记录容错免责决定", "A decision to tolerate is recorded"), Message.of("记录容错免责决定。", "A decision to tolerate is recorded."));
    }

    /** The holds that rest on the fact are released, and none can rest on it again. The award itself stays a person's decision (D-21). */
    List<Effect> onHolds(Toleration toleration, String factId, FactStanding standing) {
        Optional<Allowed> releasing = allowed(policy, toleration, asOf, EffectKind.RELEASE_NOMINATION);
        if (releasing.isEmpty()) {
            return List.of();
        }
        Allowed effect = releasing.get();
        Ground ground = Grounds.of(effect);
        List<Command> locked = List.of(new NoteToleration(factId, toleration), new LockFact(factId, toleration.toleranceCase(), toleration.cadre(), ground));
        List<Effect> effects = new ArrayList<>();
        if (effect.follows()) {
            effects.add(new Effect("lock/" + factId, ground, Acts.BY_ITSELF, null, locked, Message.of("不再以该事实暂缓提名", "No nomination is held on a fact"), effect.says()));
        }
        standing.holds(toleration.cadre()).forEach(entry -> {
            List<Command> orders = new ArrayList<>(effect.follows() ? List.of() : locked);
            orders.add(new ReleaseOnDecision(entry.id(), factId, ground, toleration.cause()));
            orders.add(new DropEntry(factId, entry.id()));
            effects.add(new Effect(entry.id(), ground, effect.follows() ? Acts.BY_ITSELF : Acts.ASK_A_PERSON, effect.openReading(), orders,
                    Message.of("是否解除一项提名的暂缓", "Shall the hold on a nomination be lifted"),
                    Message.of("该暂缓所依据的事实已作出容错免责决定。" + effect.says().zh() + "是否据此解除暂缓？是否表彰仍由有权机关决定。",
                            "A decision to tolerate was made on the fact this hold rests on. " + effect.says().en() + " Shall the hold be lifted on this ground? Whether the award is conferred stays a decision of its own."))
                    .answeredBy(toleration.jurisdiction(), Role.BENEFITS_OFFICER, Role.ORG_DECIDER));
        });
        return effects;
    }

    /** The answer of policy-rules that is named by the decision: one that follows before one that is asked; empty where the decision leaves it out. */
    static Optional<Allowed> allowed(PolicySnapshot policy, Toleration toleration, LocalDate asOf, EffectKind kind) {
        Set<EffectGroup> groups = toleration.groups().stream().map(group -> EffectGroup.valueOf(group.name())).collect(Collectors.toSet());
        List<Allowed> named = Effects.ofExemption(policy, toleration.jurisdiction(), asOf, groups).stream().filter(effect -> effect.kind() == kind && effect.named()).map(Allowed::new).toList();
        return named.stream().filter(Allowed::follows).findFirst().or(() -> named.stream().findFirst());
    }
}
