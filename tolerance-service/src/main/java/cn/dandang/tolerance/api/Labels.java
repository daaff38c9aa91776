package cn.dandang.tolerance.api;

import cn.dandang.policy.ItemKind;
import cn.dandang.policy.Message;
import cn.dandang.policy.effects.EffectKind;

/** Words for kinds of effects and of test items. */
final class Labels {
    private Labels() {}

    static Message effect(EffectKind kind) {
        return switch (kind) {
            case OBJECTIVE_EVALUATION -> Message.of("考核考察客观评价", "Objective evaluation");
            case FAIR_SELECTION -> Message.of("选拔任用公正合理", "Fair selection");
            case ANNUL_NEGATIVE_EVALUATION -> Message.of("不作负面评价", "No negative evaluation");
            case LOCK_FACT -> Message.of("同一事实不再录入负面评价", "No new negative evaluation on the same fact");
            case RELEASE_NOMINATION -> Message.of("评先树优、表彰奖励不受影响", "Merit and awards unaffected");
            case NO_CANDIDACY_BLOCK -> Message.of("提拔、职级、职称或代表资格不受影响", "Promotion, rank, title or delegate status unaffected");
            case RECTIFICATION_ORDER -> Message.of("责令限期整改", "Correction ordered");
            case EXPLAIN_CORRECTION -> Message.of("向本人说明纠错事由", "Correction explained to the exempted");
            case PROPOSE_TALK -> Message.of("建议谈心谈话", "A talk is proposed");
            case FEEDBACK_TO_REPORTER, RANGE_EXPLANATION -> throw new IllegalArgumentException(kind + " is no business of this service.");
        };
    }

    static Message items(ItemKind kind) {
        return switch (kind) {
            case DISTINCTION -> Message.of("三个区分开来", "Three distinctions");
            case CONSIDERATION -> Message.of("综合考量因素", "Considerations");
            case SITUATION -> Message.of("容错情形", "Situations");
            case CONDITION -> Message.of("条件", "Conditions");
            case ELEMENT -> Message.of("六个要件", "Six elements");
            case FACTOR -> Message.of("综合考虑因素", "Factors");
            case PURPOSE -> Message.of("出发点", "Purpose");
            case RED_LINE -> Message.of("红线", "Red lines");
        };
    }
}
