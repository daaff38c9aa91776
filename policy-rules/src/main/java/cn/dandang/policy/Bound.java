package cn.dandang.policy;

/** How a measured number stands to a parameter. */
public enum Bound {
    EXACTLY("正好", "exactly"),
    AT_LEAST("不少于", "at least"),
    AT_MOST("不超过", "at most"),
    MORE_THAN("高于", "more than"),
    /** 左右: only a person can say how far off is still about. */
    ABOUT("左右", "about");

    private final Message label;

    Bound(String zh, String en) {
        this.label = Message.of(zh, en);
    }

    public Message label() {
        return label;
    }
}
