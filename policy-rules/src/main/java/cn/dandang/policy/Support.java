package cn.dandang.policy;

/** How an answer is supported: the place's own clause, a higher level's, a reading of a clause, or the platform. */
public enum Support {
    OWN("本级原文", "own clause"),
    INHERITED("上级条款", "clause of a higher level"),
    INFERRED("推断·须确认", "reading, to be confirmed"),
    /** Never bears a duty or a detriment. */
    DESIGN("平台设计", "platform design");

    private final Message label;

    Support(String zh, String en) {
        this.label = Message.of(zh, en);
    }

    /** The word on the badge. */
    public Message label() {
        return label;
    }
}
