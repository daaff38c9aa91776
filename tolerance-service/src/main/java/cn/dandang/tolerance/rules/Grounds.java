package cn.dandang.tolerance.rules;

import cn.dandang.contracts.Citation;
import cn.dandang.contracts.Ground;
import cn.dandang.contracts.Support;
import cn.dandang.policy.PolicySnapshot;
import cn.dandang.policy.DocumentDate;
import cn.dandang.policy.ConfirmedReading;
import cn.dandang.policy.ReadingNeed;
import cn.dandang.policy.Resolution;
import cn.dandang.policy.Trace;
import cn.dandang.policy.effects.Effect;
import cn.dandang.policy.tolerance.OutcomePermission;
import cn.dandang.policy.tolerance.ToleranceAssessment;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The ground that an event keeps, taken from an answer of the rules as they stood. */
public final class Grounds {
    private Grounds() {}

    /** The ground of a resolved question; DESIGN where no level states it. */
    public static Ground of(Resolution answer) {
        String rule = answer.ruleId() == null ? answer.ruleKey() : answer.ruleId();
        return new Ground(rule, support(answer.support()), clauses(answer.citations()), confirmed(answer.reading()), demonstration(answer.trace()),
                answer.trace().rulesVersion());
    }

    /** The ground of a permitted outcome. */
    public static Ground of(ToleranceAssessment assessment, OutcomePermission permission) {
        String reading = permission.reading();
        boolean relied = reading != null && assessment.trace().readings().stream().anyMatch(held -> held.readingId().equals(reading));
        return new Ground(permission.ruleId(), support(permission.support()), clauses(permission.citations()), relied ? reading : null,
                demonstration(assessment.trace()), assessment.rulesVersion());
    }

    /** The ground of an effect. */
    public static Ground of(Effect effect) {
        return new Ground(effect.ruleId(), support(effect.support()), clauses(effect.citations()), confirmed(effect.reading()),
                demonstration(effect.trace()), effect.trace().rulesVersion());
    }

    /** A ground that only the platform gives: never bears a duty or a detriment. */
    public static Ground design(String ruleId, PolicySnapshot policy) {
        return new Ground(ruleId, Support.DESIGN, List.of(), null, false, policy.rulesVersion());
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

    private static boolean demonstration(Trace trace) {
        return trace.dates().stream().anyMatch(DocumentDate::demonstration) || trace.readings().stream().anyMatch(ConfirmedReading::demonstration);
    }
}
