package cn.dandang.policy;

import java.time.LocalDate;

/** The two days of a case: when the act was done, and when it is decided. */
public record Occasion(LocalDate actOn, LocalDate decidedOn) {

    /** By which day a question goes, as its clause says. None of the five documents says so anywhere: then both days are shown. */
    public enum By {
        ACT("条款载明按行为发生之日适用；按决定之日的结果并列。", "The clause goes by the day of the act; the day of the decision stands beside it."),
        DECISION("条款载明按作出决定之日适用；按行为发生之日的结果并列。", "The clause goes by the day of the decision; the day of the act stands beside it."),
        /** The text is silent: asked by the day of the decision, shown beside the day of the act, and left to a person where they differ. */
        NOT_STATED("这些文件未载明按行为发生之日还是作出决定之日适用；两日的结果并列，不同的由人认定并记录理由。",
                "These documents do not state whether it goes by the day of the act or of the decision; both stand side by side, and where they differ a person decides and records why.");

        private final Message says;

        By(String zh, String en) {
            this.says = Message.of(zh, en);
        }

        public Message says() {
            return says;
        }
    }

    /** The day by which it is asked. */
    public LocalDate day(By by) {
        return by == By.ACT ? actOn : decidedOn;
    }

    /** The other day, for what stands beside it. */
    public LocalDate other(By by) {
        return by == By.ACT ? decidedOn : actOn;
    }
}
