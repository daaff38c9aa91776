package cn.dandang.policy.effects;

import static cn.dandang.policy.effects.EffectGroup.ASSESSMENT_AND_AWARDS;
import static cn.dandang.policy.effects.EffectGroup.DELEGATE_AND_RESERVE;
import static cn.dandang.policy.effects.EffectGroup.PARTY_CONDUCT_AND_DEVELOPMENT;
import static cn.dandang.policy.effects.EffectGroup.PROMOTION_RANK_TITLE;

import cn.dandang.policy.Answered;
import cn.dandang.policy.Message;
import cn.dandang.policy.PolicySnapshot;
import cn.dandang.policy.Resolution;
import cn.dandang.policy.Support;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What follows from an exemption. */
public final class Effects {
    private static final String GROUPS_READING = "shandong.effects";
    private static final Message LOCK = Message.of("容错决定有效期间，不就同一事实再录入负面评价（平台设计，只起保护作用）。",
            "While the decision stands no new negative evaluation is entered on the same fact (platform design, protective only).");

    private Effects() {
    }

    /** Every effect of an exemption that names these groups, each with its support; an effect of a group left out has {@code named} false. */
    public static List<Effect> ofExemption(PolicySnapshot policy, String jurisdiction, LocalDate asOf, Set<EffectGroup> namedGroups) {
        var asked = new Asked(policy, jurisdiction, asOf, namedGroups);
        var effects = new ArrayList<Effect>();
        effects.add(asked.effect(EffectKind.OBJECTIVE_EVALUATION, null, "effects.objective-evaluation"));
        effects.add(asked.effect(EffectKind.FAIR_SELECTION, null, "effects.fair-selection"));
        effects.add(asked.effect(EffectKind.ANNUL_NEGATIVE_EVALUATION, ASSESSMENT_AND_AWARDS, "effects.no-negative-evaluation"));
        effects.add(asked.effect(EffectKind.ANNUL_NEGATIVE_EVALUATION, PARTY_CONDUCT_AND_DEVELOPMENT, "effects.party-conduct-and-development"));
        effects.add(lock(effects.get(2)));
        effects.add(lock(effects.get(3)));
        effects.add(asked.effect(EffectKind.RELEASE_NOMINATION, ASSESSMENT_AND_AWARDS, "effects.awards"));
        effects.add(asked.effect(EffectKind.NO_CANDIDACY_BLOCK, PROMOTION_RANK_TITLE, "effects.promotion-rank-title"));
        effects.add(asked.effect(EffectKind.NO_CANDIDACY_BLOCK, DELEGATE_AND_RESERVE, "effects.delegate-and-reserve"));
        effects.add(asked.effect(EffectKind.RECTIFICATION_ORDER, null, "rectification.order"));
        effects.add(asked.effect(EffectKind.EXPLAIN_CORRECTION, null, "rectification.explanation"));
        effects.add(asked.effect(EffectKind.PROPOSE_TALK, null, "effects.talk"));
        effects.add(asked.effect(EffectKind.FEEDBACK_TO_REPORTER, null, "feedback.real-name"));
        effects.add(asked.effect(EffectKind.RANGE_EXPLANATION, null, "feedback.anonymous"));
        return List.copyOf(effects);
    }

    /** Groups left out without a reason; the clause says may (可以), so the body chooses and gives its reason. Empty when nothing lacks. */
    public static List<Message> reasonsLacking(PolicySnapshot policy, String jurisdiction, LocalDate asOf, Set<EffectGroup> namedGroups,
                                               Map<EffectGroup, String> reasonsForLeftOut) {
        if (policy.resolve("effects.groups", jurisdiction, asOf).outcome() != Answered.STATED) {
            return List.of();
        }
        var lacking = new ArrayList<Message>();
        for (EffectGroup group : EffectGroup.values()) {
            if (!namedGroups.contains(group) && reasonsForLeftOut.getOrDefault(group, "").isBlank()) {
                lacking.add(Message.of("未列明“" + group.label().zh() + "”，须说明理由（鲁·三·3「可以在以下方面免责」）。",
                        "The group \"" + group.label().en() + "\" is left out: a reason is needed (鲁·三·3, may)."));
            }
        }
        return List.copyOf(lacking);
    }

    /** Rides on the annulment: where that acts, so does the lock; where that is a question, the lock is part of the answer. */
    private static Effect lock(Effect annulment) {
        return new Effect(EffectKind.LOCK_FACT, annulment.group(), annulment.named(), annulment.value(),
                annulment.value() == Answered.STATED ? Support.DESIGN : null, annulment.acts(), annulment.reading(), annulment.ruleId(),
                annulment.citations(), LOCK, annulment.nationalRules(), annulment.trace());
    }

    private record Asked(PolicySnapshot policy, String jurisdiction, LocalDate asOf, Set<EffectGroup> namedGroups) {

        Effect effect(EffectKind kind, @Nullable EffectGroup group, String key) {
            Resolution answer = policy.resolve(key, jurisdiction, asOf);
            boolean stated = answer.outcome() == Answered.STATED;
            boolean allFollow = "a".equals(policy.need(GROUPS_READING, jurisdiction, asOf).choice());
            boolean named = group == null || !stated || allFollow || namedGroups.contains(group);
            String ruleId = answer.ruleId() == null ? key : answer.ruleId();
            Answered value = answer.outcome() == Answered.UNDEFINED ? Answered.NOT_STATED : answer.outcome();
            return new Effect(kind, group, named, value, answer.support(), answer.acts(), answer.reading(), ruleId, answer.citations(), answer.says(),
                    answer.nationalRules(), answer.trace());
        }
    }
}
