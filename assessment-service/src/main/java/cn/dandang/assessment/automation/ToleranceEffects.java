package cn.dandang.assessment.automation;

import cn.dandang.assessment.candidate.CandidacyCommand.ClearFlag;
import cn.dandang.assessment.evaluation.EvaluationCommand.AnnulNegativeEvaluation;
import cn.dandang.assessment.standing.AdverseEntry;
import cn.dandang.assessment.standing.FactStanding;
import cn.dandang.assessment.standing.StandingCommand.DropEntry;
import cn.dandang.assessment.standing.StandingCommand.LockFact;
import cn.dandang.assessment.standing.StandingCommand.NoteToleration;
import cn.dandang.assessment.standing.Toleration;
import cn.dandang.contracts.Ground;
import cn.dandang.kit.decision.Command;
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

/** What a decision to tolerate brings about on one fact: X-02 for evaluations, X-04 for flags. A function of the decision, the fact's standing and the rules. */
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

    /** The lock on new evaluations, and the annulment of those that stand. Empty where the decision names no group that reaches them. */
    List<Effect> onEvaluations(Toleration toleration, String factId, FactStanding standing) {
        List<Allowed> annulling = named(toleration, EffectKind.ANNUL_NEGATIVE_EVALUATION);
        List<AdverseEntry> entries = standing.standing(AdverseEntry.Kind.NEGATIVE_EVALUATION, toleration.cadre()).toList();
        List<Effect> effects = new ArrayList<>();
        Optional<Allowed> locking = named(toleration, EffectKind.LOCK_FACT).stream().filter(Allowed::follows).findFirst();
        locking.ifPresent(lock -> effects.add(lock(toleration, factId, AdverseEntry.Kind.NEGATIVE_EVALUATION, lock)));
        if (annulling.isEmpty()) {
            return effects;
        }
        for (AdverseEntry entry : entries) {
            Optional<Allowed> reaching = annulling.stream().filter(effect -> EvaluationReach.reaches(effect.group(), entry.assessment())).findFirst();
            Allowed effect = reaching.orElse(annulling.getFirst());
            Ground ground = Grounds.of(effect);
            effects.add(new Effect(entry.id(), ground, effect.follows() && reaching.isPresent() ? Acts.BY_ITSELF : Acts.ASK_A_PERSON, effect.openReading(),
                    orders(locking.isPresent() ? List.of() : locked(toleration, factId, AdverseEntry.Kind.NEGATIVE_EVALUATION, ground),
                            new AnnulNegativeEvaluation(entry.id(), toleration.rootCase(), ground, toleration.cause()), new DropEntry(factId, entry.id())),
                    Message.of("是否撤除一项负面评价", "Shall a negative evaluation be annulled"),
                    Message.of("该负面评价所依据的事实已作出容错免责决定。" + effect.says().zh() + "是否据此撤除该负面评价，并不再以该事实录入？",
                            "A decision to tolerate was made on the fact this evaluation rests on. " + effect.says().en() + " Shall the evaluation be annulled on this ground, and none be entered on the fact again?")));
        }
        return effects;
    }

    /** The lock on new flags, and the clearing of those that stand. */
    List<Effect> onFlags(Toleration toleration, String factId, FactStanding standing) {
        List<Allowed> freeing = named(toleration, EffectKind.NO_CANDIDACY_BLOCK);
        if (freeing.isEmpty()) {
            return List.of();
        }
        Allowed effect = freeing.stream().filter(Allowed::follows).findFirst().orElse(freeing.getFirst());
        Ground ground = Grounds.of(effect);
        List<Effect> effects = new ArrayList<>();
        if (effect.follows()) {
            effects.add(lock(toleration, factId, AdverseEntry.Kind.CANDIDACY_FLAG, effect));
        }
        standing.standing(AdverseEntry.Kind.CANDIDACY_FLAG, toleration.cadre()).forEach(entry -> effects.add(new Effect(entry.id(), ground,
                effect.follows() ? Acts.BY_ITSELF : Acts.ASK_A_PERSON, effect.openReading(),
                orders(effect.follows() ? List.of() : locked(toleration, factId, AdverseEntry.Kind.CANDIDACY_FLAG, ground),
                        new ClearFlag(entry.id(), ground, toleration.cause()), new DropEntry(factId, entry.id())),
                Message.of("是否解除一项任用考量标记", "Shall a flag on a candidacy be cleared"),
                Message.of("该标记所依据的事实已作出容错免责决定。" + effect.says().zh() + "是否据此解除该标记？",
                        "A decision to tolerate was made on the fact this flag rests on. " + effect.says().en() + " Shall the flag be cleared on this ground?"))));
        return effects;
    }

    private static Effect lock(Toleration toleration, String factId, AdverseEntry.Kind kind, Allowed effect) {
        Ground ground = Grounds.of(effect);
        return new Effect("lock/" + kind + "/" + factId, ground, Acts.BY_ITSELF, null, locked(toleration, factId, kind, ground),
                Message.of("不再以该事实录入不利记录", "No new adverse entry is made on a fact"), effect.says());
    }

    private static List<Command> locked(Toleration toleration, String factId, AdverseEntry.Kind kind, Ground ground) {
        return List.of(new NoteToleration(factId, toleration), new LockFact(factId, toleration.toleranceCase(), toleration.cadre(), kind, ground));
    }

    private static List<Command> orders(List<Command> first, Command... more) {
        List<Command> all = new ArrayList<>(first);
        all.addAll(List.of(more));
        return all;
    }

    private List<Allowed> named(Toleration toleration, EffectKind kind) {
        Set<EffectGroup> groups = toleration.groups().stream().map(group -> EffectGroup.valueOf(group.name())).collect(Collectors.toSet());
        return Effects.ofExemption(policy, toleration.jurisdiction(), asOf, groups).stream().filter(effect -> effect.kind() == kind && effect.named()).map(Allowed::new).toList();
    }
}
