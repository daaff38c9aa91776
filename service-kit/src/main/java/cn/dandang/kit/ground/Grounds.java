package cn.dandang.kit.ground;

import cn.dandang.contracts.Citation;
import cn.dandang.contracts.Ground;
import cn.dandang.contracts.Support;
import cn.dandang.policy.PolicySnapshot;
import cn.dandang.policy.ReadingNeed;
import cn.dandang.policy.Resolution;
import cn.dandang.policy.effects.Effect;
import cn.dandang.policy.tolerance.OutcomePermission;
import cn.dandang.policy.tolerance.ToleranceAssessment;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Answers of policy-rules as the grounds of what happens. Without a stated value nothing bears an effect but the question itself: DESIGN. */
public final class Grounds {
    private Grounds() {}

    /** The ground of a resolved question. */
    public static Ground of(Resolution answer) {
        return new Ground(answer.ruleId() == null ? answer.ruleKey() : answer.ruleId(), support(answer.support()), clauses(answer.citations()), confirmed(answer.reading()),
                answer.trace().restsOnDemonstration(), answer.trace().rulesVersion());
    }

    /** The ground of an effect. */
    public static Ground of(Effect effect) {
        return new Ground(effect.ruleId(), support(effect.support()), clauses(effect.citations()), confirmed(effect.reading()), effect.trace().restsOnDemonstration(), effect.trace().rulesVersion());
    }

    /** The ground of a permitted outcome. */
    public static Ground of(ToleranceAssessment assessment, OutcomePermission permission) {
        String reading = permission.reading();
        boolean relied = reading != null && assessment.trace().readings().stream().anyMatch(held -> held.readingId().equals(reading));
        return new Ground(permission.ruleId(), support(permission.support()), clauses(permission.citations()), relied ? reading : null, assessment.trace().restsOnDemonstration(),
                assessment.rulesVersion());
    }

    /** A ground that only the platform gives: never bears a duty or a detriment. */
    public static Ground design(String ruleId, PolicySnapshot policy) {
        return new Ground(ruleId, Support.DESIGN, List.of(), null, false, policy.rulesVersion());
    }

    /** The reading that would have to be confirmed before this acts; the rule's own key where none is registered. */
    public static String openReading(Resolution answer) {
        return answer.reading() == null ? answer.ruleKey() : answer.reading().readingId();
    }

    public static List<Citation> clauses(List<cn.dandang.policy.Citation> clauses) {
        return clauses.stream().map(clause -> new Citation(clause.document(), clause.place(), clause.quote())).toList();
    }

    public static Support support(cn.dandang.policy.@Nullable Support support) {
        return support == null ? Support.DESIGN : Support.valueOf(support.name());
    }

    private static @Nullable String confirmed(@Nullable ReadingNeed need) {
        return need != null && need.isConfirmed() ? need.readingId() : null;
    }
}
