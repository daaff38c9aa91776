package cn.dandang.ledger;

import cn.dandang.ledger.tree.CompactRange;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.IntStream;

/**
 * The unit in which a store keeps records: one document or row, whose key is its first position.
 *
 * @param firstPosition position of its first record
 * @param batchId       who made it, and which of his batches it is: {@code <appender uuid>/<counter>}
 * @param range         compact range of the tree after this batch
 * @param root          root of the tree after this batch
 * @param peakAt        the latest {@code recordedAt} of this and all earlier batches, in epoch milliseconds; never falls, so
 *                      "the first position at or after an instant" is one look-up although single times may be out of order
 * @param records       its records, at least one
 */
public record StoredBatch(long firstPosition, String batchId, CompactRange range, byte[] root, long peakAt,
                          List<EncodedRecord> records) {

    public StoredBatch {
        records = List.copyOf(records);
        if (records.isEmpty()) {
            throw new IllegalArgumentException("A batch is never empty");
        }
    }

    /** Size of the ledger after this batch, as the batch states it. */
    public TreeHead head() {
        return new TreeHead(range.size(), root);
    }

    /** The position after its last record. */
    public long nextPosition() {
        return firstPosition + records.size();
    }

    /** Its records from {@code from} on (a ledger position), with their positions. */
    public List<Recorded> recordedFrom(long from) {
        int skip = (int) Math.clamp(from - firstPosition, 0, records.size());
        return IntStream.range(skip, records.size()).mapToObj(this::recorded).toList();
    }

    /** The record at this index of the batch, with its position. */
    public Recorded recorded(int index) {
        return held(index).recorded();
    }

    /** The record at this index of the batch as the store holds it. */
    Held held(int index) {
        return new Held(firstPosition + index, records.get(index));
    }

    /** The same batch with some of its records kept in another way. */
    StoredBatch with(List<EncodedRecord> others) {
        return new StoredBatch(firstPosition, batchId, range, root, peakAt, others);
    }

    /**
     * Refuses what would not leave the ledger as it is: a batch may only be replaced by itself, its records kept in another way.
     *
     * @throws IllegalArgumentException if the other has another position, number of records or leaf hash
     */
    void requireSame(StoredBatch other) {
        boolean same = firstPosition == other.firstPosition && records.size() == other.records.size();
        for (int i = 0; same && i < records.size(); i++) {
            same = Arrays.equals(records.get(i).leafHash(), other.records.get(i).leafHash());
        }
        if (!same) {
            throw new IllegalArgumentException("The batch at position " + firstPosition + " is not to be replaced by other records");
        }
    }

    /** The first position of this batch whose record was recorded at this time or later. */
    OptionalLong firstAtOrAfter(long millis) {
        for (int i = 0; i < records.size(); i++) {
            if (records.get(i).head().recordedAt().toEpochMilli() >= millis) {
                return OptionalLong.of(firstPosition + i);
            }
        }
        return OptionalLong.empty();
    }

    /**
     * A batch as a store holds it.
     *
     * @throws LedgerCorruptException if the number of hashes does not fit the number of records
     */
    static StoredBatch stored(long first, String batchId, List<byte[]> range, byte[] root, long peakAt,
                              List<EncodedRecord> records) {
        try {
            return new StoredBatch(first, batchId, CompactRange.of(first + records.size(), range), root, peakAt, records);
        } catch (IllegalArgumentException e) {
            throw new LedgerCorruptException("The batch at position " + first + " is not a batch: " + e.getMessage());
        }
    }

    /** Builds the batch that follows a ledger whose last peak and compact range are given. */
    static StoredBatch following(CompactRange before, long peakBefore, String batchId, List<EncodedRecord> records) {
        CompactRange after = before.appendAll(records.stream().map(EncodedRecord::leafHash).toList());
        long peak = peakBefore;
        for (EncodedRecord record : records) {
            peak = Math.max(peak, record.head().recordedAt().toEpochMilli());
        }
        return new StoredBatch(before.size(), batchId, after, after.root(), peak, records);
    }
}
