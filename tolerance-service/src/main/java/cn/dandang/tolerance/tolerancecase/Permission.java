package cn.dandang.tolerance.tolerancecase;

import cn.dandang.contracts.Citation;
import cn.dandang.kit.decision.Refusal;
import cn.dandang.kit.ground.Grounds;
import cn.dandang.policy.Message;
import cn.dandang.policy.tolerance.ItemResult;
import cn.dandang.policy.tolerance.OutcomePermission;
import cn.dandang.policy.tolerance.Subject;
import cn.dandang.policy.tolerance.ToleranceAssessment;
import cn.dandang.policy.tolerance.ToleranceOutcome;
import cn.dandang.tolerance.refusal.ToleranceRefusal.ReadingRequired;
import cn.dandang.tolerance.refusal.ToleranceRefusal.RefusedByRule;
import cn.dandang.tolerance.tolerancecase.ToleranceCommand.Verdict;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Whether the rules leave the outcome open for each subject. */
final class Permission {
    private Permission() {}

    static @Nullable Refusal refuse(Verdict verdict, CaseFile file, ToleranceAssessment assessment) {
        if (verdict.outcome() == ToleranceOutcome.EXEMPT && file.redLineStands()) {
            OutcomePermission exempt = assessment.permission(ToleranceOutcome.EXEMPT, Subject.PERSON);
            return new RefusedByRule(Message.of("有红线认定有效，不能免责。" + exempt.why().zh(), "A red-line finding stands: no exemption. " + exempt.why().en()),
                    Grounds.clauses(exempt.citations()));
        }
        // a red line that stands decides the matter by itself; otherwise nothing is decided on a half-recorded test
        if (!assessment.missing().isEmpty() && !file.redLineStands()) {
            return missing(assessment);
        }
        for (Subject subject : verdict.subjects().stream().sorted().toList()) {
            Refusal refusal = forSubject(verdict, assessment.permission(verdict.outcome(), subject));
            if (refusal != null) {
                return refusal;
            }
        }
        return null;
    }

    private static @Nullable Refusal forSubject(Verdict verdict, OutcomePermission permission) {
        List<Citation> clauses = Grounds.clauses(permission.citations());
        return switch (permission.permission()) {
            case ALLOWED, LOST -> null;
            case NOT_STATED -> verdict.otherRule() != null && !verdict.otherRule().isBlank() ? null : new RefusedByRule(Message.of(
                    permission.why().zh() + "须写明查阅了哪项其他规定（otherRule）。", permission.why().en() + " Name the other rule you looked at (otherRule)."), clauses);
            case ASKS_READING -> new ReadingRequired(permission.reading() == null ? permission.ruleId() : permission.reading(), permission.why(), clauses);
            case REFUSED_BY_RULE, NOT_YET_RECORDED, DATE_UNSET -> new RefusedByRule(permission.why(), clauses);
        };
    }

    private static Refusal missing(ToleranceAssessment assessment) {
        List<ItemResult> lacking = assessment.items().stream().filter(result -> assessment.missing().contains(result.item().id())).toList();
        return new RefusedByRule(Message.of(
                "尚未录入：" + String.join("、", lacking.stream().map(result -> result.item().name().zh()).toList()) + "。",
                "Not recorded yet: " + String.join(", ", lacking.stream().map(result -> result.item().name().en()).toList()) + "."),
                lacking.stream().flatMap(result -> Grounds.clauses(result.item().clauses()).stream()).distinct().limit(12).toList());
    }
}
