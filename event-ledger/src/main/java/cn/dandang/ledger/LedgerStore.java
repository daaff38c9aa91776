package cn.dandang.ledger;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Where batches are kept. A store decides nothing: it takes a batch at the head or does not, and tells what it holds. Everything
 * it returns is durable and will not be taken back. One conformance suite says what a store promises.
 */
public interface LedgerStore extends AutoCloseable {

    /** What {@link #insert} saw. */
    enum Inserted {
        /** The batch is durable at its position. */
        LANDED,
        /** The batch was not stored by this call: its position, or one of its keys, is taken by something. */
        NOT_INSERTED
    }

    /** Names the store in messages and logs: no credentials. */
    String description();

    /** Whether other processes may append to it while it is open here. */
    boolean shared();

    /**
     * Makes ready what {@link #insert} will want to know of a record, in the thread of the caller who offers it: many do so at the
     * same time, while only one batch is inserted at a time.
     */
    default void makeReady(EncodedRecord record) {
    }

    /**
     * Stores the batch if nothing is at its first position and none of its keys is taken; all of it or nothing. It is only ever
     * offered at what its appender knows as the head.
     *
     * @throws StoreException if it failed; says whether the batch may be stored
     */
    Inserted insert(StoredBatch batch);

    /**
     * Stores batches that follow each other, in their order; ends at the first that is not taken, after which none is stored. For whoever
     * is alone with the store, as a restore is.
     *
     * @throws StoreException if it failed; some of them may be stored, each of them only with all before it
     */
    default Inserted insertAll(List<StoredBatch> batches) {
        for (StoredBatch batch : batches) {
            if (insert(batch) != Inserted.LANDED) {
                return Inserted.NOT_INSERTED;
            }
        }
        return Inserted.LANDED;
    }

    /**
     * Keeps the records of a batch in another way, all of them or none: some by reference to archive files. Everything that the batch
     * says stays as it is. Two who do so at once do not undo each other.
     *
     * @param seen the batch as it was read
     * @param by   the same batch as it is to be kept from now on
     * @return false if the batch is not kept any more as it was seen; then nothing is changed
     * @throws IllegalArgumentException if it is not the same batch: another position, number of records or leaf hash
     * @throws StoreException           if it failed; it may have happened all the same, and may be tried again
     */
    boolean replace(StoredBatch seen, StoredBatch by);

    /** Notes that records may refer to this archive file; to be said before they do. Noting it again changes nothing. */
    void noteArchive(ArchiveFile file);

    /** Every archive file that was noted, by digest. */
    List<ArchiveFile> archives();

    /** The batch with exactly this first position. */
    Optional<StoredBatch> batchAt(long firstPosition);

    /** The last batch whose first position is below this one; with {@link Long#MAX_VALUE} the last batch of all. */
    Optional<StoredBatch> batchBefore(long position);

    /**
     * The batch that holds this position and those after it, in order and without a gap, up to about {@code maxBytes} of records;
     * empty only if nothing is there yet.
     */
    List<StoredBatch> batchesFrom(long position, int maxBytes);

    /** Size of the ledger. */
    long head();

    /** Records of a stream from a version on, in order of version, at most {@code limit}. */
    List<Recorded> readStream(String stream, long fromVersion, int limit);

    /** Version of the stream's last record; empty for a stream that has none. */
    OptionalLong lastVersion(String stream);

    /** The record with this id. */
    Optional<Recorded> findById(String id);

    /** The record with this once key. */
    Optional<Recorded> findByOnce(String once);

    /** All stored records that hold a key (id, once, or stream and version) of one of these. */
    List<Held> holdersOfKeysOf(List<LedgerRecord> records);

    /** The first position whose {@code recordedAt} is this instant or later. */
    OptionalLong firstPositionAtOrAfter(Instant instant);

    /** What, if anything, the store's own derived columns and keys say that the records do not; for audits, slow. */
    Optional<String> derivedContradiction();

    /** Keeps a snapshot; one of the same stream and version is replaced. */
    void saveSnapshot(Snapshot snapshot);

    /** Snapshots of a stream, latest version first. */
    List<Snapshot> snapshots(String stream);

    /** Drops the snapshots of a stream whose version is below this one. */
    void dropSnapshotsBelow(String stream, long version);

    /** Drops all snapshots. */
    void dropSnapshots();

    @Override
    void close();
}
