package cn.dandang.policy.tolerance;

import cn.dandang.policy.Message;

/** What a body may decide on a fault: 从轻 and 减轻 are two values. */
public enum ToleranceOutcome {
    EXEMPT("免责", "exempt"),
    LIGHTER("从轻", "lighter"),
    REDUCED("减轻", "reduced"),
    REFUSE("不予容错", "not tolerated");

    private final Message label;

    ToleranceOutcome(String zh, String en) {
        this.label = Message.of(zh, en);
    }

    public Message label() {
        return label;
    }
}
