package cn.dandang.ledger;

import java.time.Instant;

/** Recorded times have milliseconds. */
final class Times {

    private Times() {
    }

    /** The first millisecond that is not before the instant. */
    static long ceilingMillis(Instant instant) {
        long millis = instant.toEpochMilli();
        return Instant.ofEpochMilli(millis).isBefore(instant) ? millis + 1 : millis;
    }
}
