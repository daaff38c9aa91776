package cn.dandang.ledger;

import cn.dandang.ledger.tree.CompactRange;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** Reads a ledger from a position to its head and believes no batch: each is recomputed from its records and the tree before it. */
final class VerifiedRead {

    private static final int PAGE_BYTES = 1 << 20;

    private final LedgerStore store;
    private final long from;

    VerifiedRead(LedgerStore store, long from) {
        this.store = store;
        this.from = from;
    }

    void forEach(Consumer<Recorded> consumer) {
        whileTaken(batch -> {
            batch.recordedFrom(from).forEach(consumer);
            return true;
        });
    }

    /** Hands over the batches from the one that holds the position on, until one is answered with false. */
    void whileTaken(Predicate<StoredBatch> taken) {
        List<StoredBatch> page = store.batchesFrom(from, PAGE_BYTES);
        if (page.isEmpty()) {
            return;
        }
        Optional<StoredBatch> before = store.batchBefore(page.getFirst().firstPosition());
        CompactRange range = before.map(StoredBatch::range).orElse(CompactRange.empty());
        long peak = before.map(StoredBatch::peakAt).orElse(Long.MIN_VALUE);
        while (!page.isEmpty()) {
            for (StoredBatch batch : page) {
                Contiguity.requireFollows(range, peak, batch);
                if (!taken.test(batch)) {
                    return;
                }
                range = batch.range();
                peak = batch.peakAt();
            }
            page = store.batchesFrom(range.size(), PAGE_BYTES);
        }
    }
}
