package cn.dandang.ledger;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/**
 * An append-only ledger: records at dense positions in commit order, each acknowledged append durable, every batch carrying the
 * root over everything before it. Safe for use by many threads.
 */
public final class Ledger implements AutoCloseable {

    private static final int STREAM_PAGE = 1000;

    private final LedgerStore store;
    private final LedgerOptions options;
    private final Chain chain;
    private final Committer committer;
    private final CopyOnWriteArrayList<TailReader> tails = new CopyOnWriteArrayList<>();
    private volatile boolean closed;

    private Ledger(LedgerStore store, LedgerOptions options, Chain chain, boolean compareKeys) {
        this.store = store;
        this.options = options;
        this.chain = chain;
        this.committer = new Committer(store, chain, options, compareKeys, head -> tails.forEach(TailReader::wake));
    }

    /**
     * Opens a ledger over a store, which is closed with it. The last batch is recomputed first.
     *
     * @throws LedgerCorruptException if the end of the store contradicts itself; nothing is built on it
     */
    public static Ledger open(LedgerStore store, LedgerOptions options) {
        return open(store, options, true);
    }

    /** As {@link #open(LedgerStore, LedgerOptions)}; a test may leave the comparison of keys inside a batch out. */
    static Ledger open(LedgerStore store, LedgerOptions options, boolean compareKeys) {
        return new Ledger(store, options.withObserver(new QuietObserver(options.observer())), Chain.open(store), compareKeys);
    }

    /**
     * Records all of these, one after the other, or none. When it returns they are durable.
     *
     * @throws AppendRefusedException     if a key is taken or the append is too large; nothing is recorded
     * @throws OutcomeUnknownException    if the store did not answer in time; ask again with the same once keys
     * @throws LedgerUnavailableException if the store failed or is busy; nothing is recorded
     * @throws LedgerCorruptException     if a batch of another process does not follow from what was before it
     */
    public Appended append(List<NewRecord> records) {
        long offered = System.nanoTime();
        if (records.isEmpty()) {
            throw new IllegalArgumentException("An append has at least one record");
        }
        Instant now = options.clock().instant().truncatedTo(ChronoUnit.MILLIS);
        List<EncodedRecord> encoded = new ArrayList<>(records.size());
        long bytes = 0;
        for (NewRecord offer : records) {
            Instant at = offer.recordedAt() == null ? now : offer.recordedAt();
            EncodedRecord record = EncodedRecord.of(new LedgerRecord(offer.id(), offer.stream(), offer.version(), offer.type(),
                    offer.revision(), at, offer.once(), offer.metadata(), offer.payload()));
            // hashed here, in the caller's thread, so that the leader only joins hashes
            record.leafHash();
            store.makeReady(record);
            bytes += record.bytes().length;
            if (bytes > AppendLimits.MAX_APPEND_BYTES) {
                break;
            }
            encoded.add(record);
        }
        Optional<AppendRefused> refusal = bytes > AppendLimits.MAX_APPEND_BYTES
                ? Optional.of(new AppendRefused.TooLarge(bytes, AppendLimits.MAX_APPEND_BYTES))
                : AppendLimits.check(encoded, (int) bytes, options.versionGaps());
        if (refusal.isPresent()) {
            options.observer().refused(refusal.get());
            throw new AppendRefusedException(refusal.get());
        }
        return committer.append(
                new PendingAppend(encoded, (int) bytes, offered, offered + options.appendTimeout().toNanos()));
    }

    /** Number of records, which is the next position. */
    public long head() {
        return store.shared() ? Math.max(store.head(), chain.head().size()) : chain.head().size();
    }

    /** Size and root of the ledger as its last batch states them. */
    public TreeHead treeHead() {
        TreeHead known = chain.head();
        return store.shared()
                ? store.batchBefore(Long.MAX_VALUE).map(StoredBatch::head).filter(head -> head.size() > known.size()).orElse(known)
                : known;
    }

    /** Hands the records from {@code from} up to, not including, {@code to} or the head to a consumer, in order. */
    public void read(long from, long to, Consumer<Recorded> consumer) {
        try (LedgerCursor cursor = cursor(from, to)) {
            cursor.forEachRemaining(consumer);
        }
    }

    /**
     * Hands the records from {@code from} up to the head to a consumer, in order, and recomputes every batch before it hands it over:
     * its tree must follow from the one before it.
     *
     * @throws LedgerCorruptException at the first batch that its records do not give; nothing of it is handed over
     */
    public void readVerified(long from, Consumer<Recorded> consumer) {
        new VerifiedRead(store, from).forEach(consumer);
    }

    /** The records from {@code from} up to, not including, {@code to} or the head as it is when the cursor gets there. */
    public LedgerCursor cursor(long from, long to) {
        return new LedgerCursor(store, from, to);
    }

    /** All records of a stream from a version on, in order of version. */
    public List<Recorded> readStream(String stream, long fromVersion) {
        List<Recorded> all = new ArrayList<>();
        long next = fromVersion;
        List<Recorded> page;
        do {
            page = store.readStream(stream, next, STREAM_PAGE);
            all.addAll(page);
            next = page.isEmpty() ? next : page.getLast().record().version() + 1;
        } while (page.size() == STREAM_PAGE);
        return all;
    }

    /** Records of a stream from a version on, in order of version, at most {@code limit}. */
    public List<Recorded> readStream(String stream, long fromVersion, int limit) {
        return store.readStream(stream, fromVersion, limit);
    }

    /** Version of the stream's last record; empty for a stream that has none. */
    public OptionalLong lastVersion(String stream) {
        return store.lastVersion(stream);
    }

    /** The record with this id. */
    public Optional<Recorded> findById(String id) {
        return store.findById(id);
    }

    /** The record that holds this once key: the result of the first try. */
    public Optional<Recorded> findByOnce(String once) {
        return store.findByOnce(once);
    }

    /** The first position whose record was recorded at this instant or later. */
    public OptionalLong firstPositionAtOrAfter(Instant instant) {
        return store.firstPositionAtOrAfter(instant);
    }

    /** Follows the ledger from a position on; failures go to the observer. */
    public TailReader tail(long from, TailConsumer consumer, String name) {
        return tail(from, consumer, name, failure -> { });
    }

    /**
     * Follows the ledger from a position on, on a thread of its own, woken by every commit.
     *
     * @param onFailure told, on that thread, when the reader stops on its own
     */
    public TailReader tail(long from, TailConsumer consumer, String name, Consumer<TailReader.Failure> onFailure) {
        if (from < 0) {
            throw new IllegalArgumentException("A position is 0 or more, was " + from);
        }
        TailReader tail = new TailReader(name, store, from, consumer, options.pollInterval(), failure -> {
            options.observer().tailFailed(failure.name(), failure.position(), failure.cause());
            onFailure.accept(failure);
        }, tails::remove);
        tails.add(tail);
        if (closed) {
            tails.remove(tail);
            throw new LedgerUnavailableException("The ledger is closed. 账本已关闭。", null);
        }
        tail.start();
        return tail;
    }

    /** The store below: for audits, exports and snapshots. */
    public LedgerStore store() {
        return store;
    }

    /** Ends the tails, lets the commit in flight end, and closes the store. */
    @Override
    public void close() {
        if (closed) {
            return;
        }
        closed = true;
        tails.forEach(TailReader::stop);
        committer.close();
        store.close();
    }
}
