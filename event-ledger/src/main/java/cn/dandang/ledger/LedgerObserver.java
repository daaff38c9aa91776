package cn.dandang.ledger;

import java.time.Duration;

/** Told what the ledger does, for metrics and alarms. Called on the committing thread: it must be quick and must not throw. */
public interface LedgerObserver {

    /** An observer that ignores everything. */
    LedgerObserver NONE = new LedgerObserver() {
    };

    /** One append became durable, {@code took} after it was offered. */
    default void appended(int records, Duration took) {
    }

    /** One batch landed; {@code head} is the size of the ledger after it. */
    default void batchLanded(int appends, int records, int bytes, long head) {
    }

    /** One append was refused. */
    default void refused(AppendRefused refusal) {
    }

    /** The store did not say whether a batch landed; it is being asked again. */
    default void outcomeUnknown(long firstPosition, Throwable cause) {
    }

    /** A tail reader stopped on its own. */
    default void tailFailed(String name, long position, Throwable cause) {
    }
}
