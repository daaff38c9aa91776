package cn.dandang.policy.tolerance;

import cn.dandang.policy.Message;
import org.jspecify.annotations.Nullable;

/** An item with the sentences of every finding that stands for itself. */
record PreparedItem(TestItem item, Message notRecorded, Message holds, Message doesNotHold, Message near, Message goodPole, Message badPole,
                    Message mixed) {

    static PreparedItem of(TestItem item) {
        return new PreparedItem(item, say(item, "尚未记录", "not recorded yet"), say(item, "成立", "holds"), say(item, "不成立", "does not hold"),
                say(item, "接近，但有一处不符", "near, but one part is missing"),
                say(item, pole(item.goodPole(), true, "有利"), pole(item.goodPole(), false, "speaks for")),
                say(item, pole(item.badPole(), true, "不利"), pole(item.badPole(), false, "speaks against")),
                say(item, "两面都有，由人综合分析", "both sides, for a person to weigh"));
    }

    Message say(String zh, String en) {
        return say(item, zh, en);
    }

    private static Message say(TestItem item, String zh, String en) {
        return Message.of(item.name().zh() + "：" + zh + "。", item.name().en() + ": " + en + ".");
    }

    private static String pole(@Nullable Message pole, boolean zh, String otherwise) {
        return pole == null ? otherwise : zh ? pole.zh() : pole.en();
    }
}
