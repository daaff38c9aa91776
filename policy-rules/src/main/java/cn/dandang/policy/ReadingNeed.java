package cn.dandang.policy;

import org.jspecify.annotations.Nullable;

/** The reading an answer rests on, and whether it was confirmed for the jurisdiction on or before the as-of date. */
public record ReadingNeed(String readingId, @Nullable ConfirmedReading confirmation) {

    public boolean isConfirmed() {
        return confirmation != null;
    }

    /** The choice confirmed, or null while it is open. */
    public @Nullable String choice() {
        return confirmation == null ? null : confirmation.choice();
    }
}
