package cn.dandang.policy;

import cn.dandang.policy.Trace.Verdict;

/** What a verdict of a form says: a clause that is kept is something else than a clause that applies, or a bar that runs. */
public enum Meaning {
    KEPT(Message.of("符合本条要求。", "The clause is kept."), Message.of("不符合本条要求。", "The clause is not kept.")),
    APPLIES(Message.of("本条适用。", "The clause applies."),
            Message.of("本条不适用；其他规定由人查阅。", "The clause does not apply; other rules are for a person to look at.")),
    ALLOWED(Message.of("属于本条所列。", "It is one of those the clause lists."), Message.of("不属于本条所列。", "It is none of those the clause lists.")),
    DUE(Message.of("期限已满，应当办理。", "The period has run; it is due."), Message.of("期限未满。", "The period has not run yet.")),
    /** Outside the bar of this clause: another rule may bar all the same. */
    BARRED(Message.of("在本条的限制之内。", "Within the bar of this clause."),
            Message.of("不在本条的限制之内；其他规定由人查阅。", "Outside the bar of this clause; other rules are for a person to look at."));

    private static final Message OPEN = Message.of("由人判断。", "A person judges.");

    private final Message met;
    private final Message notMet;

    Meaning(Message met, Message notMet) {
        this.met = met;
        this.notMet = notMet;
    }

    /** The sentence for a screen. */
    public Message of(Verdict verdict) {
        return switch (verdict) {
            case MET -> met;
            case NOT_MET -> notMet;
            case NEAR, OPEN -> OPEN;
        };
    }
}
