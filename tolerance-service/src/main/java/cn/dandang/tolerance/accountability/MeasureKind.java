package cn.dandang.tolerance.accountability;

import cn.dandang.policy.Message;
import java.util.Arrays;
import java.util.Optional;

/** What is done to a person or unit 处理措施. Three families with different body, remedy and period. */
public enum MeasureKind {
    REMINDER_TALK("谈话提醒", "reminder talk", Family.ACCOUNTABILITY),
    CRITICISM("批评教育", "criticism", Family.ACCOUNTABILITY),
    ORDERED_REVIEW("责令检查", "ordered written review", Family.ACCOUNTABILITY),
    ADMONITION("诫勉", "admonition", Family.ACCOUNTABILITY),
    CIRCULAR("通报", "circular", Family.ACCOUNTABILITY),
    ORGANISATIONAL_ADJUSTMENT("组织调整", "organisational adjustment", Family.ORGANISATIONAL_MEASURE),
    ORGANISATIONAL_MEASURE("组织处理", "organisational measure", Family.ORGANISATIONAL_MEASURE),
    PARTY_SANCTION("党纪处分", "Party disciplinary sanction", Family.DISCIPLINARY_SANCTION),
    ADMINISTRATIVE_SANCTION("政务处分", "administrative sanction", Family.DISCIPLINARY_SANCTION);

    /** 问责 / 组织处理 / 处分: never one word. */
    public enum Family { ACCOUNTABILITY, ORGANISATIONAL_MEASURE, DISCIPLINARY_SANCTION }

    private final Message label;
    private final Family family;

    MeasureKind(String zh, String en, Family family) {
        this.label = Message.of(zh, en);
        this.family = family;
    }

    public Message label() {
        return label;
    }

    public Family family() {
        return family;
    }

    /** By its identifier or by its Chinese name. */
    public static Optional<MeasureKind> named(String text) {
        return Arrays.stream(values()).filter(kind -> kind.name().equals(text) || kind.label.zh().equals(text)).findFirst();
    }
}
