package cn.dandang.ledger;

import java.util.ArrayDeque;
import java.util.Iterator;
import java.util.NoSuchElementException;

/**
 * Reads records from one position up to another, in order. It holds no lock or connection between pages, so it may be left open
 * for as long as the reader likes.
 */
public final class LedgerCursor implements Iterator<Recorded>, AutoCloseable {

    private static final int PAGE_BYTES = 1 << 20;
    /** A guess that keeps a short read from fetching a whole page. */
    private static final int BYTES_PER_RECORD = 1 << 10;

    private final LedgerStore store;
    private final long to;
    private final ArrayDeque<Recorded> page = new ArrayDeque<>();
    private long next;

    LedgerCursor(LedgerStore store, long from, long to) {
        this.store = store;
        this.next = from;
        this.to = to;
    }

    @Override
    public boolean hasNext() {
        while (page.isEmpty() && next < to) {
            var batches = store.batchesFrom(next, (int) Math.min(PAGE_BYTES, Math.min(to - next, PAGE_BYTES) * BYTES_PER_RECORD));
            if (batches.isEmpty()) {
                next = to;
                return false;
            }
            for (StoredBatch batch : batches) {
                Contiguity.requireHolds(next, batch);
                for (Recorded recorded : batch.recordedFrom(next)) {
                    if (recorded.position() < to) {
                        page.add(recorded);
                    }
                }
                next = batch.nextPosition();
            }
        }
        return !page.isEmpty();
    }

    @Override
    public Recorded next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        return page.remove();
    }

    @Override
    public void close() {
        page.clear();
        next = to;
    }
}
