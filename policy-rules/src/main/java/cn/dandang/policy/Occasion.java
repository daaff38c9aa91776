package cn.dandang.policy;

import java.time.LocalDate;

/** The two days of a case: when the act was done, and when it is decided. */
public record Occasion(LocalDate actOn, LocalDate decidedOn) {

    /** By which day a question is asked; its data say so, and say the day of the decision where the clause says nothing. */
    public enum By { ACT, DECISION }

    LocalDate day(By by) {
        return by == By.ACT ? actOn : decidedOn;
    }
}
