package cn.dandang.kit.topic;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/**
 * The pace of a reader that follows: after a round that brought something, but little, the next one begins a moment later, so that what comes
 * one by one is taken together (decision 0080). A record that comes alone is taken at once, and who catches up is not slowed. Used by one thread.
 */
public final class Rounds {
    /** So much in one round is together already. */
    private static final int MANY = 100;

    /** From the arrival of a round's records to the next round: what a reader who looks does not notice. */
    public static final Duration BETWEEN = Duration.ofMillis(20);

    private long notBefore = System.nanoTime();

    /** A round brought so many records, just now. */
    public void brought(int records) {
        notBefore = System.nanoTime() + (records > 0 && records < MANY ? BETWEEN.toNanos() : 0);
    }

    /** Waits until the next round may begin; not if the thread is interrupted. */
    public void await() {
        for (long left = notBefore - System.nanoTime(); left > 0 && !Thread.currentThread().isInterrupted(); left = notBefore - System.nanoTime()) {
            LockSupport.parkNanos(this, left);
        }
    }
}
