package cn.dandang.ledger;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * Finds out whether a batch landed. Unless the store acknowledges it, nothing is known, and the identical batch is sent again at
 * the same position until it is acknowledged, or that position is seen to hold a batch, or one of its keys is seen in the log.
 * A duplicate-key error says none of these by itself.
 */
final class BatchSender {

    private static final long FIRST_PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(1);
    private static final long LONGEST_PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(50);

    private final LedgerStore store;
    private final LedgerObserver observer;

    BatchSender(LedgerStore store, LedgerObserver observer) {
        this.store = store;
        this.observer = observer;
    }

    /**
     * Sends until the fate is known or the waiting caller is late.
     *
     * @throws StoreException if it is certain that nothing was stored
     */
    BatchFate send(StoredBatch batch, PendingAppend waiting) {
        long pause = FIRST_PAUSE_NANOS;
        boolean everUnknown = false;
        while (true) {
            boolean refused = false;
            try {
                if (store.insert(batch) == LedgerStore.Inserted.LANDED) {
                    return new BatchFate.Landed();
                }
                refused = true;
            } catch (StoreException e) {
                if (e.nothingStored() && !everUnknown) {
                    throw e;
                }
                everUnknown = true;
                observer.outcomeUnknown(batch.firstPosition(), e);
            }
            Optional<BatchFate> seen = look(batch, refused);
            if (seen.isPresent()) {
                return seen.get();
            }
            // a leader who has his own answer does not wait for that of others
            if (waiting.late() || waiting.settled()) {
                return new BatchFate.Unknown();
            }
            waiting.keepInterrupt();
            LockSupport.parkNanos(this, pause);
            pause = Math.min(pause * 2, LONGEST_PAUSE_NANOS);
        }
    }

    private Optional<BatchFate> look(StoredBatch batch, boolean refused) {
        try {
            Optional<StoredBatch> there = store.batchAt(batch.firstPosition());
            if (there.isPresent()) {
                boolean own = there.get().batchId().equals(batch.batchId());
                return Optional.of(own ? new BatchFate.Landed() : new BatchFate.PositionTaken());
            }
            List<Held> holders = refused
                    ? store.holdersOfKeysOf(batch.records().stream().map(EncodedRecord::record).toList()) : List.of();
            return holders.isEmpty() ? Optional.empty() : Optional.of(new BatchFate.KeysTaken(holders));
        } catch (StoreException e) {
            observer.outcomeUnknown(batch.firstPosition(), e);
            return Optional.empty();
        }
    }
}
