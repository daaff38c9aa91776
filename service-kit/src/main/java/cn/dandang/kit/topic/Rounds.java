package cn.dandang.kit.topic;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/**
 * The pace of a reader that follows: after a round that brought something, but little, the next one begins a moment later, so that what comes
 * one by one is taken together (decision 0080). The moment is as long as the round's own work took, but not below fifteen milliseconds from
 * begin to begin, and grows with the work. A record that comes alone is taken at once, and who catches up is not slowed. Used by one thread.
 */
public final class Rounds {
    /** So much in one round is together already. */
    private static final int MANY = 100;

    /** From one round's begin to the next at least: each has a price for brokers and store, whatever is in it. */
    private static final long SHORTEST_NANOS = Duration.ofMillis(15).toNanos();

    /** From one round's begin to the next at most, however long its work took: what a reader who looks does not notice. */
    private static final long LONGEST_NANOS = Duration.ofMillis(40).toNanos();

    /** The same after a round in which nothing concerned the reader: it may go on so for long. */
    private static final long UNCONCERNED_NANOS = Duration.ofMillis(100).toNanos();

    private long begin;
    private boolean little;
    private long next = System.nanoTime();

    /** A round begins that brought so many records. */
    public void begin(int records) {
        begin = System.nanoTime();
        little = records > 0 && records < MANY;
    }

    /** The round's work is done: after as long a pause the next may begin. */
    public void end() {
        long now = System.nanoTime();
        next = little ? begin + Math.clamp(2 * (now - begin), SHORTEST_NANOS, LONGEST_NANOS) : now;
    }

    /** The round's work is done, and there was none: nothing in it concerned the reader. */
    public void endUnconcerned() {
        next = little ? begin + UNCONCERNED_NANOS : System.nanoTime();
    }

    /** When the next round may begin, as {@link System#nanoTime()} tells it. */
    public long next() {
        return next;
    }

    /** Waits until the next round may begin; not if the thread is interrupted. */
    public void await() {
        for (long left = next - System.nanoTime(); left > 0 && !Thread.currentThread().isInterrupted(); left = next - System.nanoTime()) {
            LockSupport.parkNanos(this, left);
        }
    }
}
