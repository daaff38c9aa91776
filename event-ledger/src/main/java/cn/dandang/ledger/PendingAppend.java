package cn.dandang.ledger;

import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/** One append on its way: its caller waits here until it is settled, or is made the leader that commits for all. */
final class PendingAppend {

    final List<EncodedRecord> records;
    final int bytes;
    final long offeredNanos;
    final long deadlineNanos;
    private final Thread caller = Thread.currentThread();
    /** Set when its records are part of a batch that was sent; guarded by the committer's lock. */
    boolean inFlight;
    /** An interrupt that came while the append was under way; only its caller touches this. */
    private boolean interrupted;
    private volatile boolean leader;
    private volatile @Nullable Object outcome;

    PendingAppend(List<EncodedRecord> records, int bytes, long offeredNanos, long deadlineNanos) {
        this.records = records;
        this.bytes = bytes;
        this.offeredNanos = offeredNanos;
        this.deadlineNanos = deadlineNanos;
    }

    boolean settled() {
        return outcome != null;
    }

    boolean late() {
        return System.nanoTime() - deadlineNanos >= 0;
    }

    boolean isLeader() {
        return leader;
    }

    void makeLeader() {
        leader = true;
        LockSupport.unpark(caller);
    }

    void landed(long firstPosition) {
        Recorded[] recorded = new Recorded[records.size()];
        for (int i = 0; i < recorded.length; i++) {
            recorded[i] = new Recorded(firstPosition + i, records.get(i).record());
        }
        settle(new Appended(firstPosition, List.of(recorded)));
    }

    void refused(AppendRefused refusal) {
        settle(refusal);
    }

    void failed(RuntimeException failure) {
        settle(failure);
    }

    private void settle(Object result) {
        if (outcome == null) {
            outcome = result;
            if (caller != Thread.currentThread()) {
                LockSupport.unpark(caller);
            }
        }
    }

    /** Waits until settled, made leader, or late. */
    void await() {
        while (outcome == null && !leader && !late()) {
            LockSupport.parkNanos(this, Math.max(1, deadlineNanos - System.nanoTime()));
            keepInterrupt();
        }
    }

    /** An interrupt must not make the outcome unknown, so it is put aside until {@link #result()}. Called by the caller only. */
    void keepInterrupt() {
        interrupted |= Thread.interrupted();
    }

    Appended result() {
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
        return switch (outcome) {
            case Appended appended -> appended;
            case AppendRefused refusal -> throw new AppendRefusedException(refusal);
            case RuntimeException failure -> throw failure;
            case null, default -> throw new IllegalStateException("An append was left unsettled");
        };
    }
}
