package cn.dandang.assessment.automation;

import cn.dandang.assessment.candidate.CandidacyCommand.ClearFlag;
import cn.dandang.assessment.evaluation.EvaluationCommand.AnnulNegativeEvaluation;
import cn.dandang.assessment.standing.AdverseEntry;
import cn.dandang.contracts.Ground;
import cn.dandang.kit.decision.Command;
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

/** What a decision to tolerate brings about on one fact: X-02 for evaluations, X-04 for flags. A function of the decision, the fact's standing and the rules. */
final class ToleranceEffects {
    private final PolicySnapshot policy;
    private final Toleration toleration;

    ToleranceEffects(PolicySnapshot policy, Toleration toleration) {
        this.policy = policy;
        this.toleration = toleration;
    }

    /** The lock on new evaluations, and the annulment of those that stand. Empty where the decision names no group that reaches them. */
    List<Effect> onEvaluations(String factId, FactStanding<AdverseEntry> standing) {
        List<Allowed> annulling = Allowed.named(policy, toleration, EffectKind.ANNUL_NEGATIVE_EVALUATION);
        List<AdverseEntry> entries = standing.standing(AdverseEntry.Kind.NEGATIVE_EVALUATION.name(), toleration.cadre()).toList();
        List<Effect> effects = new ArrayList<>();
        Optional<Allowed> locking = Allowed.named(policy, toleration, EffectKind.LOCK_FACT).stream().filter(Allowed::follows).findFirst();
        locking.ifPresent(lock -> effects.add(lock(factId, AdverseEntry.Kind.NEGATIVE_EVALUATION, lock)));
        if (annulling.isEmpty()) {
            return effects;
        }
        for (AdverseEntry entry : entries) {
            Optional<Allowed> reaching = annulling.stream().filter(effect -> EvaluationReach.reaches(effect.group(), entry.assessment())).findFirst();
            Allowed effect = reaching.orElse(annulling.getFirst());
            Ground ground = effect.ground();
            effects.add(new Effect(entry.id(), ground, effect.follows() && reaching.isPresent() ? Acts.BY_ITSELF : Acts.ASK_A_PERSON, effect.openReading(),
                    orders(locking.isPresent() ? List.of() : locked(factId, AdverseEntry.Kind.NEGATIVE_EVALUATION, ground),
                            new AnnulNegativeEvaluation(entry.id(), toleration.rootCase(), ground, toleration.cause()), new DropEntry(factId, entry.id())),
                    Message.of("是否撤除一项负面评价", "Shall a negative evaluation be annulled"),
                    Message.of("该负面评价所依据的事实已作出容错免责决定。" + effect.says().zh() + "是否据此撤除该负面评价，并不再以该事实录入？",
                            "A decision to tolerate was made on the fact this evaluation rests on. " + effect.says().en() + " Shall the evaluation be annulled on this ground, and none be entered on the fact again?")));
        }
        return effects;
    }

    /** The lock on new flags, and the clearing of those that stand. */
    List<Effect> onFlags(String factId, FactStanding<AdverseEntry> standing) {
        List<Allowed> freeing = Allowed.named(policy, toleration, EffectKind.NO_CANDIDACY_BLOCK);
        if (freeing.isEmpty()) {
            return List.of();
        }
        Allowed effect = Allowed.first(freeing).orElseThrow();
        Ground ground = effect.ground();
        List<Effect> effects = new ArrayList<>();
        if (effect.follows()) {
            effects.add(lock(factId, AdverseEntry.Kind.CANDIDACY_FLAG, effect));
        }
        standing.standing(AdverseEntry.Kind.CANDIDACY_FLAG.name(), toleration.cadre()).forEach(entry -> effects.add(new Effect(entry.id(), ground,
                effect.follows() ? Acts.BY_ITSELF : Acts.ASK_A_PERSON, effect.openReading(),
                orders(effect.follows() ? List.of() : locked(factId, AdverseEntry.Kind.CANDIDACY_FLAG, ground),
                        new ClearFlag(entry.id(), ground, toleration.cause()), new DropEntry(factId, entry.id())),
                Message.of("是否解除一项任用考量标记", "Shall a flag on a candidacy be cleared"),
                Message.of("该标记所依据的事实已作出容错免责决定。" + effect.says().zh() + "是否据此解除该标记？",
                        "A decision to tolerate was made on the fact this flag rests on. " + effect.says().en() + " Shall the flag be cleared on this ground?"))));
        return effects;
    }

    private Effect lock(String factId, AdverseEntry.Kind kind, Allowed effect) {
        Ground ground = effect.ground();
        return new Effect("lock/" + kind + "/" + factId, ground, Acts.BY_ITSELF, null, locked(factId, kind, ground),
                Message.of("不再以该事实录入不利记录", "No new adverse entry is made on a fact"), effect.says());
    }

    private List<Command> locked(String factId, AdverseEntry.Kind kind, Ground ground) {
        return List.of(new NoteProtection(factId, toleration), new LockFact(factId, toleration.toleranceCase(), toleration.cadre(), kind.name(), ground));
    }

    private static List<Command> orders(List<Command> first, Command... more) {
        List<Command> all = new ArrayList<>(first);
        all.addAll(List.of(more));
        return all;
    }
}
