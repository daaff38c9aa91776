package cn.dandang.ledger;

import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
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
    private final AtomicReference<@Nullable Outcome> outcome = new AtomicReference<>();
    /** Whom this one wakes as soon as it is awake itself; written before its outcome. */
    private List<PendingAppend> wakesNext = List.of();

    PendingAppend(List<EncodedRecord> records, int bytes, long offeredNanos, long deadlineNanos) {
        this.records = records;
        this.bytes = bytes;
        this.offeredNanos = offeredNanos;
        this.deadlineNanos = deadlineNanos;
    }

    boolean settled() {
        return outcome.get() != null;
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

    boolean callsFrom(Thread thread) {
        return caller == thread;
    }

    void wake() {
        LockSupport.unpark(caller);
    }

    /** Gives it its outcome, unless it has one already. It is not woken by this. */
    boolean settle(Outcome result) {
        return outcome.compareAndSet(null, result);
    }

    /** The same for the leader; once this one is awake, it wakes those in {@code wakesThen}. */
    boolean settle(Outcome result, List<PendingAppend> wakesThen) {
        wakesNext = wakesThen;
        return settle(result);
    }

    /** Waits until settled, made leader, or late. */
    void await() {
        while (!settled() && !leader && !late()) {
            LockSupport.parkNanos(this, Math.max(1, deadlineNanos - System.nanoTime()));
            keepInterrupt();
        }
    }

    /** An interrupt must not make the outcome unknown, so it is put aside until {@link #result()}. Called by the caller only. */
    void keepInterrupt() {
        interrupted |= Thread.interrupted();
    }

    /** What its caller is told; before that, the caller wakes those who were left to it. */
    Appended result() {
        wakesNext.forEach(PendingAppend::wake);
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
        return switch (outcome.get()) {
            case Outcome.Landed landed -> appended(landed.firstPosition());
            case Outcome.Refused refused -> throw new AppendRefusedException(refused.reason());
            case Outcome.Failed failed -> throw failed.failure();
            case null -> throw new IllegalStateException("An append was left unsettled");
        };
    }

    private Appended appended(long firstPosition) {
        Recorded[] recorded = new Recorded[records.size()];
        for (int i = 0; i < recorded.length; i++) {
            recorded[i] = new Recorded(firstPosition + i, records.get(i).record());
        }
        return new Appended(firstPosition, List.of(recorded));
    }
}
