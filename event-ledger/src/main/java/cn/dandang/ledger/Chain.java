package cn.dandang.ledger;

import cn.dandang.ledger.tree.CompactRange;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What the appender knows of the ledger's end: the tree so far and the last versions of the streams it met. Only the leader
 * touches it; {@link #head()} may be read by all.
 */
final class Chain {

    private static final int REMEMBERED_STREAMS = 65_536;

    private final LedgerStore store;
    private CompactRange range;
    private long peakAt;
    private volatile TreeHead head;
    private final Map<String, Long> nextVersions = new LinkedHashMap<>(1024, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Long> eldest) {
            return size() > REMEMBERED_STREAMS;
        }
    };

    private Chain(LedgerStore store, CompactRange range, long peakAt) {
        this.store = store;
        this.range = range;
        this.peakAt = peakAt;
        this.head = new TreeHead(range.size(), range.root());
    }

    /**
     * Recomputes the last batch from the one before it.
     *
     * @throws LedgerCorruptException if the store's end contradicts itself
     */
    static Chain open(LedgerStore store) {
        var last = store.batchBefore(Long.MAX_VALUE);
        if (last.isEmpty()) {
            return new Chain(store, CompactRange.empty(), Long.MIN_VALUE);
        }
        StoredBatch batch = last.get();
        var earlier = batch.firstPosition() == 0
                ? Optional.<StoredBatch>empty() : store.batchBefore(batch.firstPosition());
        CompactRange before = earlier.map(StoredBatch::range).orElse(CompactRange.empty());
        Contiguity.requireFollows(before, earlier.map(StoredBatch::peakAt).orElse(Long.MIN_VALUE), batch);
        return new Chain(store, batch.range(), batch.peakAt());
    }

    TreeHead head() {
        return head;
    }

    StoredBatch next(String batchId, List<EncodedRecord> records) {
        return StoredBatch.following(range, peakAt, batchId, records);
    }

    /** Reads forward over the batches of others, recomputing each. */
    void catchUp() {
        for (var batches = foreign(); !batches.isEmpty(); batches = foreign()) {
            for (StoredBatch batch : batches) {
                Contiguity.requireFollows(range, peakAt, batch);
                advance(batch);
            }
        }
    }

    private List<StoredBatch> foreign() {
        return store.batchesFrom(range.size(), AppendLimits.MAX_BATCH_BYTES);
    }

    void advance(StoredBatch landed) {
        range = landed.range();
        peakAt = landed.peakAt();
        for (EncodedRecord encoded : landed.records()) {
            RecordHead record = encoded.head();
            if (!record.standsAlone()) {
                nextVersions.merge(record.stream(), record.version() + 1, Math::max);
            }
        }
        head = landed.head();
    }

    /**
     * The version that comes next in a stream according to the log; empty where a first record is offered to a stream not met
     * before: then the store's own key says whether it is the first.
     */
    OptionalLong nextVersion(String stream, long offered) {
        Long known = nextVersions.get(stream);
        if (known == null) {
            if (offered == 0) {
                return OptionalLong.empty();
            }
            OptionalLong last = store.lastVersion(stream);
            known = last.isPresent() ? last.getAsLong() + 1 : 0;
            nextVersions.put(stream, known);
        }
        return OptionalLong.of(known);
    }
}
