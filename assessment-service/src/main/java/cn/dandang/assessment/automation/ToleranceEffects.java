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
        List<cn.dandang.policy.effects.Effect> annulling = named(toleration, EffectKind.ANNUL_NEGATIVE_EVALUATION);
        if (annulling.isEmpty()) {
            return List.of();
        }
        List<Effect> effects = new ArrayList<>();
        cn.dandang.policy.effects.Effect locking = named(toleration, EffectKind.LOCK_FACT).stream().findFirst().orElse(annulling.getFirst());
        if (locking.follows() || standing.standing(AdverseEntry.Kind.NEGATIVE_EVALUATION, toleration.cadre()).findAny().isPresent()) {
            effects.add(lock(toleration, factId, AdverseEntry.Kind.NEGATIVE_EVALUATION, locking));
        }
        standing.standing(AdverseEntry.Kind.NEGATIVE_EVALUATION, toleration.cadre()).forEach(entry -> {
            Optional<cn.dandang.policy.effects.Effect> reaching = annulling.stream().filter(effect -> EvaluationReach.reaches(effect.group(), entry.assessment())).findFirst();
            cn.dandang.policy.effects.Effect effect = reaching.orElse(annulling.getFirst());
            Ground ground = Grounds.of(effect);
            effects.add(new Effect(entry.id(), ground, effect.follows() && reaching.isPresent() ? Acts.BY_ITSELF : Acts.ASK_A_PERSON, openReading(effect),
                    List.of(new AnnulNegativeEvaluation(entry.id(), toleration.rootCase(), ground, toleration.cause()), new DropEntry(factId, entry.id())),
                    Message.of("是否撤除一项负面评价", "Shall a negative evaluation be annulled"),
                    Message.of("该负面评价所依据的事实已作出容错免责决定。" + effect.says().zh() + "是否据此撤除该负面评价？",
                            "A decision to tolerate was made on the fact this evaluation rests on. " + effect.says().en() + " Shall the evaluation be annulled on this ground?")));
        });
        return effects;
    }

    /** The lock on new flags, and the clearing of those that stand. */
    List<Effect> onFlags(Toleration toleration, String factId, FactStanding standing) {
        List<cn.dandang.policy.effects.Effect> freeing = named(toleration, EffectKind.NO_CANDIDACY_BLOCK);
        if (freeing.isEmpty()) {
            return List.of();
        }
        cn.dandang.policy.effects.Effect effect = freeing.stream().filter(cn.dandang.policy.effects.Effect::follows).findFirst().orElse(freeing.getFirst());
        Ground ground = Grounds.of(effect);
        List<AdverseEntry> flags = standing.standing(AdverseEntry.Kind.CANDIDACY_FLAG, toleration.cadre()).toList();
        if (flags.isEmpty() && !effect.follows()) {
            // nothing rests on the fact that a person could be asked about
            return List.of();
        }
        List<Effect> effects = new ArrayList<>();
        effects.add(lock(toleration, factId, AdverseEntry.Kind.CANDIDACY_FLAG, effect));
        flags.forEach(entry -> effects.add(new Effect(entry.id(), ground, acts(effect), openReading(effect),
                List.of(new ClearFlag(entry.id(), ground, toleration.cause()), new DropEntry(factId, entry.id())),
                Message.of("是否解除一项任用考量标记", "Shall a flag on a candidacy be cleared"),
                Message.of("该标记所依据的事实已作出容错免责决定。" + effect.says().zh() + "是否据此解除该标记？",
                        "A decision to tolerate was made on the fact this flag rests on. " + effect.says().en() + " Shall the flag be cleared on this ground?"))));
        return effects;
    }

    private Effect lock(Toleration toleration, String factId, AdverseEntry.Kind kind, cn.dandang.policy.effects.Effect effect) {
        Ground ground = Grounds.of(effect);
        List<Command> orders = List.of(new NoteToleration(factId, toleration), new LockFact(factId, toleration.toleranceCase(), toleration.cadre(), kind, ground));
        return new Effect("lock/" + kind + "/" + factId, ground, acts(effect), openReading(effect), orders,
                Message.of("是否不再以该事实录入不利记录", "Shall no new adverse entry be made on a fact"),
                Message.of("对该事实已作出容错免责决定。" + effect.says().zh() + "是否自此不再以该事实录入不利记录？",
                        "A decision to tolerate was made on this fact. " + effect.says().en() + " Shall no new adverse entry be made on it from now on?"));
    }

    private List<cn.dandang.policy.effects.Effect> named(Toleration toleration, EffectKind kind) {
        Set<EffectGroup> groups = toleration.groups().stream().map(group -> EffectGroup.valueOf(group.name())).collect(Collectors.toSet());
        return Effects.ofExemption(policy, toleration.jurisdiction(), asOf, groups).stream().filter(effect -> effect.kind() == kind && effect.named()).toList();
    }

    private static Acts acts(cn.dandang.policy.effects.Effect effect) {
        return effect.follows() ? Acts.BY_ITSELF : Acts.ASK_A_PERSON;
    }

    private static @org.jspecify.annotations.Nullable String openReading(cn.dandang.policy.effects.Effect effect) {
        return effect.reading() == null || effect.reading().isConfirmed() ? null : effect.reading().readingId();
    }
}
