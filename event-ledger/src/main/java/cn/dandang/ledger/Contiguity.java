package cn.dandang.ledger;

import cn.dandang.ledger.tree.CompactRange;
import java.util.Arrays;

/** The checks that make one batch follow another. */
final class Contiguity {

    private Contiguity() {
    }

    /** A batch that is read at a position must hold it. */
    static void requireHolds(long position, StoredBatch batch) {
        if (batch.firstPosition() > position || batch.nextPosition() <= position) {
            throw new LedgerCorruptException("At position " + position + " the store returned a batch of positions "
                    + batch.firstPosition() + " to " + (batch.nextPosition() - 1));
        }
    }

    /**
     * Recomputes what a batch states from its records and what was before it.
     *
     * @throws LedgerCorruptException if anything differs
     */
    static void requireFollows(CompactRange before, long peakBefore, StoredBatch batch) {
        if (batch.firstPosition() != before.size()) {
            throw new LedgerCorruptException("After " + before.size() + " records a batch begins at position "
                    + batch.firstPosition());
        }
        StoredBatch expected = StoredBatch.following(before, peakBefore, batch.batchId(), batch.records());
        if (!Arrays.equals(expected.root(), batch.root()) || !expected.range().equals(batch.range())) {
            throw new LedgerCorruptException("The batch at position " + batch.firstPosition()
                    + " states a tree that its records do not give; the ledger is not built on");
        }
        if (expected.peakAt() != batch.peakAt()) {
            throw new LedgerCorruptException("The batch at position " + batch.firstPosition()
                    + " states a latest time that its records do not give");
        }
    }
}
