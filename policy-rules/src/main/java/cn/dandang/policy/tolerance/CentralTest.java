package cn.dandang.policy.tolerance;

import static cn.dandang.policy.tolerance.ToleranceOutcome.EXEMPT;
import static cn.dandang.policy.tolerance.ToleranceOutcome.REFUSE;

import cn.dandang.policy.Message;
import cn.dandang.policy.tolerance.OutcomePermission.Permission;
import java.util.List;

/** 中·四: six considerations weighed; the text says tolerate or not, without telling exempt, lighter and reduced apart. */
record CentralTest(Facts facts) implements PlaceTest {

    @Override
    public Message combination() {
        return Message.of("六个方面综合分析。", "Six considerations are weighed.");
    }

    @Override
    public OutcomePermission permission(ToleranceOutcome outcome, Subject subject) {
        if (outcome == REFUSE) {
            return facts.allowed(outcome, subject, "tolerance.not-to-be-tolerated", true, "不该容的坚决不容；须说明理由。",
                    "What is not to be tolerated is not; with an explanation.");
        }
        if (outcome == EXEMPT) {
            return facts.answer(outcome, subject, Permission.NOT_STATED, "tolerance.outcomes", null, true, "该容的大胆容错；容错的具体形式未载明，由人决定并说明理由。",
                    "What should be tolerated is; the form is not stated, a person decides with a reason.");
        }
        return facts.answer(outcome, subject, Permission.NOT_STATED, "tolerance.outcomes", null, true, "从轻、减轻在这份文件中未载明，由人决定并说明理由。",
                "Lighter and reduced are not stated in this document, a person decides with a reason.");
    }

    @Override
    public List<Question> questions() {
        return List.of();
    }

    @Override
    public List<String> readings() {
        return List.of();
    }
}
