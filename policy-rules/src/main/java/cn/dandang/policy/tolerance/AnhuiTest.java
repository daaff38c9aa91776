package cn.dandang.policy.tolerance;

import static cn.dandang.policy.tolerance.ToleranceOutcome.EXEMPT;
import static cn.dandang.policy.tolerance.ToleranceOutcome.REFUSE;

import cn.dandang.policy.Message;
import cn.dandang.policy.tolerance.OutcomePermission.Permission;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** 皖·四·11: six elements with two poles, weighed together; the procedure speaks of faults in reform and innovation. */
record AnhuiTest(Facts facts) implements PlaceTest {
    private static final String FIELD = "anhui.field-of-error";

    @Override
    public Message combination() {
        return Message.of("“六个要件”逐项记录两面，综合分析；不设分数线。", "Each of six elements is recorded with both poles and weighed; there is no score.");
    }

    @Override
    public OutcomePermission permission(ToleranceOutcome outcome, Subject subject) {
        if (outcome == REFUSE) {
            return facts.allowed(outcome, subject, "tolerance.outcomes", true, "不符合容错情形的，可以不予容错，须予以说明。",
                    "Tolerance may be refused where it does not qualify, with an explanation.");
        }
        if (subject == Subject.UNIT) {
            return facts.answer(outcome, subject, Permission.NOT_STATED, "tolerance.subjects", null, true, "文件写的是干部；对单位未载明，由人判断。",
                    "The text speaks of cadres; for a unit it is not stated, a person judges.");
        }
        return switch (facts.input().fieldOfError()) {
            case REFORM_AND_INNOVATION -> weighed(outcome, null);
            case NOT_RECORDED -> facts.answer(outcome, subject, Permission.NOT_YET_RECORDED, "tolerance.field", null, false,
                    "尚未记录失误错误所在的领域。", "The field of the fault is not recorded yet.");
            case OTHER_WORK -> byField(outcome);
        };
    }

    private OutcomePermission byField(ToleranceOutcome outcome) {
        @Nullable String choice = facts.choice(FIELD);
        if (choice == null) {
            return facts.asks(outcome, Subject.PERSON, "tolerance.field", FIELD, "失误错误不在改革创新领域；程序是否适用，须先由人判断。",
                    "The fault lies outside reform and innovation; whether the procedure applies is put to a person.");
        }
        return choice.equals("a")
                ? facts.answer(outcome, Subject.PERSON, Permission.REFUSED_BY_RULE, "tolerance.field", FIELD, false,
                        "按所选口径，程序只限改革创新中的失误错误；不予容错时须写明此理由。",
                        "By the reading chosen the procedure covers reform and innovation only; a refusal has to say so.")
                : weighed(outcome, FIELD);
    }

    private OutcomePermission weighed(ToleranceOutcome outcome, @Nullable String reading) {
        return facts.answer(outcome, Subject.PERSON, Permission.ALLOWED, outcome == EXEMPT ? "tolerance.elements" : "tolerance.mitigation", reading,
                true, "六个要件已记录；由作出决定者综合分析并说明理由。", "The six elements are recorded; the deciding body weighs them and gives its reason.");
    }

    @Override
    public List<Question> questions() {
        return List.of();
    }

    @Override
    public List<String> readings() {
        return List.of(FIELD);
    }
}
