package cn.dandang.ledger;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.elemMatch;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.or;
import static com.mongodb.client.model.Sorts.ascending;
import static com.mongodb.client.model.Sorts.descending;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoBulkWriteException;
import com.mongodb.MongoException;
import com.mongodb.client.FindIterable;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoCursor;
import com.mongodb.client.model.Projections;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.bson.BsonMaximumSizeExceededException;
import org.bson.Document;
import org.bson.RawBsonDocument;
import org.bson.conversions.Bson;

/**
 * A ledger in one unsharded MongoDB collection, which several processes may append to. A batch is one document; inserting it at
 * its {@code _id} is the compare-and-set on the head. Writes are acknowledged by a majority, journaled; reads see only what a
 * majority has.
 */
public final class MongoLedgerStore implements LedgerStore {

    private static final int LOOK_UP_AT_ONCE = 64;

    private final MongoCollection<Document> batches;
    /** The same collection, for documents that are bytes already. */
    private final MongoCollection<RawBsonDocument> written;
    private final MongoSnapshots snapshots;
    private final MongoArchives archives;
    private final ArchiveFolder archive;
    private final Runnable onClose;
    /** A position at which a batch is known to end, so that a reader who waits there need not ask whether he is inside one. */
    private volatile long knownEnd;

    private MongoLedgerStore(MongoClient client, String database, String collection, ArchiveFolder archive, Runnable onClose) {
        this.batches = MongoSettings.durable(client.getDatabase(database).getCollection(collection));
        this.written = batches.withDocumentClass(RawBsonDocument.class);
        this.snapshots = new MongoSnapshots(client.getDatabase(database).getCollection(collection + ".snapshots"));
        this.archives = new MongoArchives(batches, client.getDatabase(database).getCollection(collection + ".archives"));
        this.archive = archive;
        this.onClose = onClose;
    }

    /** As {@link #open(String, String, String, ArchiveFolder)}, for a ledger that has no archive. */
    public static MongoLedgerStore open(String uri, String database, String collection) {
        return open(uri, database, collection, ArchiveFolder.none());
    }

    /**
     * Connects and opens a ledger; the connection is closed with it.
     *
     * @param archive where records lie that are kept by reference; all processes that share the ledger must see the same files there
     */
    public static MongoLedgerStore open(String uri, String database, String collection, ArchiveFolder archive) {
        MongoClient client = MongoClients.create(MongoSettings.of(uri));
        try {
            return prepared(new MongoLedgerStore(client, database, collection, archive, client::close));
        } catch (RuntimeException e) {
            client.close();
            throw e;
        }
    }

    /** Opens a ledger over a client that stays the caller's. */
    public static MongoLedgerStore over(MongoClient client, String database, String collection) {
        return over(client, database, collection, ArchiveFolder.none());
    }

    /** The same, with an archive. */
    public static MongoLedgerStore over(MongoClient client, String database, String collection, ArchiveFolder archive) {
        return prepared(new MongoLedgerStore(client, database, collection, archive, () -> { }));
    }

    private static MongoLedgerStore prepared(MongoLedgerStore store) {
        store.ask(() -> {
            MongoSettings.prepareIndexes(store.batches);
            store.snapshots.prepare();
            return true;
        });
        return store;
    }

    @Override
    public String description() {
        return "MongoDB " + batches.getNamespace().getFullName();
    }

    @Override
    public boolean shared() {
        return true;
    }

    @Override
    public Inserted insert(StoredBatch batch) {
        try {
            written.insertOne(MongoBatchDocument.write(batch));
            knownEnd = batch.nextPosition();
            return Inserted.LANDED;
        } catch (BsonMaximumSizeExceededException e) {
            throw StoreException.nothingStored("The batch is too large for one document: " + e.getMessage(), e);
        } catch (MongoException e) {
            if (ErrorCategory.fromErrorCode(e.getCode()) == ErrorCategory.DUPLICATE_KEY) {
                return Inserted.NOT_INSERTED;
            }
            // write-concern errors too: the document may be there, and may or may not stay
            throw StoreException.outcomeUnknown("MongoDB did not acknowledge a batch: " + e.getMessage(), e);
        }
    }

    /** In one command: a restore waits once for the disks of a majority where it would wait for each batch. */
    @Override
    public Inserted insertAll(List<StoredBatch> batches) {
        try {
            written.insertMany(batches.stream().map(MongoBatchDocument::write).toList());
            knownEnd = batches.getLast().nextPosition();
            return Inserted.LANDED;
        } catch (BsonMaximumSizeExceededException e) {
            throw StoreException.outcomeUnknown("A batch is too large for one document: " + e.getMessage(), e);
        } catch (MongoBulkWriteException e) {
            if (e.getWriteErrors().stream().anyMatch(error -> ErrorCategory.fromErrorCode(error.getCode()) == ErrorCategory.DUPLICATE_KEY)) {
                return Inserted.NOT_INSERTED;
            }
            throw StoreException.outcomeUnknown("MongoDB did not acknowledge batches: " + e.getMessage(), e);
        } catch (MongoException e) {
            throw StoreException.outcomeUnknown("MongoDB did not acknowledge batches: " + e.getMessage(), e);
        }
    }

    @Override
    public boolean replace(StoredBatch seen, StoredBatch by) {
        seen.requireSame(by);
        return write(() -> archives.replace(seen, by));
    }

    @Override
    public void noteArchive(ArchiveFile file) {
        write(() -> archives.note(file));
    }

    @Override
    public List<ArchiveFile> archives() {
        return ask(archives::all);
    }

    @Override
    public Optional<StoredBatch> batchAt(long firstPosition) {
        return first(batches.find(eq("_id", firstPosition)));
    }

    @Override
    public Optional<StoredBatch> batchBefore(long position) {
        return first(batches.find(lt("_id", position)).sort(descending("_id")));
    }

    @Override
    public List<StoredBatch> batchesFrom(long position, int maxBytes) {
        return ask(() -> {
            List<StoredBatch> found = contiguous(position, maxBytes);
            if (found.isEmpty() && position != 0 && position != knownEnd) {
                // no batch begins here: the position may lie inside one
                Optional<StoredBatch> holder = batchBefore(position).filter(batch -> batch.nextPosition() > position);
                if (holder.isPresent()) {
                    found.add(holder.get());
                    found.addAll(contiguous(holder.get().nextPosition(), maxBytes));
                }
            }
            if (!found.isEmpty()) {
                knownEnd = found.getLast().nextPosition();
            }
            return found;
        });
    }

    /** The batches from one that begins exactly here, up to the first gap: what lies behind a gap is not there yet for a reader. */
    private List<StoredBatch> contiguous(long from, int maxBytes) {
        List<StoredBatch> found = new ArrayList<>();
        long next = from;
        int bytes = 0;
        try (MongoCursor<Document> cursor =
                batches.find(gte("_id", from)).sort(ascending("_id")).batchSize(LOOK_UP_AT_ONCE).iterator()) {
            while (bytes < maxBytes && cursor.hasNext()) {
                Document document = cursor.next();
                if (MongoBatchDocument.first(document) != next) {
                    requireNoOverlap(next, document);
                    break;
                }
                StoredBatch batch = MongoBatchDocument.read(document, archive);
                found.add(batch);
                next = batch.nextPosition();
                bytes += batch.records().stream().mapToInt(EncodedRecord::length).sum();
            }
        }
        return found;
    }

    private static void requireNoOverlap(long next, Document document) {
        if (MongoBatchDocument.first(document) < next) {
            throw new LedgerCorruptException("A batch begins at position " + MongoBatchDocument.first(document)
                    + ", inside the one before it, which ends at " + (next - 1));
        }
    }

    @Override
    public long head() {
        return ask(() -> {
            Document last = batches.find().sort(descending("_id"))
                    .projection(Projections.include(MongoBatchDocument.COUNT)).first();
            return last == null ? 0 : MongoBatchDocument.next(last);
        });
    }

    @Override
    public List<Recorded> readStream(String stream, long fromVersion, int limit) {
        return ask(() -> {
            // a bounded range of versions needs neither a sort nor a limit on the server, where a batch holds many streams
            List<Held> found = inStream(stream,
                    and(eq("s", stream), gte("v", fromVersion), lt("v", fromVersion + limit)), fromVersion);
            boolean mayBeMore = found.size() < limit
                    && batches.find(elemMatch("keys", and(eq("s", stream), gte("v", fromVersion + limit))))
                            .projection(Projections.include("_id")).first() != null;
            if (mayBeMore) {
                found = inStream(stream, and(eq("s", stream), gte("v", fromVersion)), fromVersion);
            }
            return found.stream().limit(limit).toList();
        }).stream().map(Held::recorded).toList();
    }

    private List<Held> inStream(String stream, Bson element, long fromVersion) {
        return matching(batches.find(elemMatch("keys", element)),
                record -> record.stream().equals(stream) && record.version() >= fromVersion).stream()
                .sorted(Comparator.comparingLong(held -> held.head().version())).toList();
    }

    @Override
    public OptionalLong lastVersion(String stream) {
        return ask(() -> matching(batches.find(eq(MongoBatchDocument.STREAM, stream)).sort(descending("_id")).limit(1),
                record -> record.stream().equals(stream)).stream().mapToLong(held -> held.head().version()).max());
    }

    @Override
    public Optional<Recorded> findById(String id) {
        return ask(() -> matching(batches.find(eq(MongoBatchDocument.ID, id)), record -> record.id().equals(id))
                .stream().findFirst()).map(Held::recorded);
    }

    @Override
    public Optional<Recorded> findByOnce(String once) {
        return ask(() -> matching(batches.find(eq(MongoBatchDocument.ONCE, once)), record -> record.once().equals(once))
                .stream().findFirst()).map(Held::recorded);
    }

    @Override
    public List<Held> holdersOfKeysOf(List<LedgerRecord> records) {
        return ask(() -> {
            Map<Long, Held> holders = new LinkedHashMap<>();
            for (int i = 0; i < records.size(); i += LOOK_UP_AT_ONCE) {
                List<LedgerRecord> part = records.subList(i, Math.min(records.size(), i + LOOK_UP_AT_ONCE));
                List<Bson> any = new ArrayList<>();
                any.add(in(MongoBatchDocument.ID, part.stream().map(LedgerRecord::id).toList()));
                any.add(in(MongoBatchDocument.ONCE, part.stream().map(LedgerRecord::once).toList()));
                part.forEach(record ->
                        any.add(elemMatch("keys", and(eq("s", record.stream()), eq("v", record.version())))));
                matching(batches.find(or(any)), held -> part.stream().anyMatch(offered -> sharesKey(held, offered)))
                        .forEach(holder -> holders.put(holder.position(), holder));
            }
            return List.copyOf(holders.values());
        });
    }

    private static boolean sharesKey(RecordHead held, LedgerRecord offered) {
        return held.id().equals(offered.id()) || held.once().equals(offered.once())
                || held.stream().equals(offered.stream()) && held.version() == offered.version();
    }

    @Override
    public OptionalLong firstPositionAtOrAfter(Instant instant) {
        long millis = Times.ceilingMillis(instant);
        return first(batches.find(gte(MongoBatchDocument.PEAK_AT, millis))
                .sort(ascending(MongoBatchDocument.PEAK_AT, "_id")))
                .map(batch -> batch.firstAtOrAfter(millis)).orElse(OptionalLong.empty());
    }

    @Override
    public Optional<String> derivedContradiction() {
        return ask(() -> {
            for (Document document : batches.find().sort(ascending("_id")).batchSize(LOOK_UP_AT_ONCE)) {
                Optional<String> contradiction = MongoBatchDocument.contradiction(document);
                if (contradiction.isPresent()) {
                    return contradiction;
                }
            }
            return Optional.empty();
        });
    }

    @Override
    public void saveSnapshot(Snapshot snapshot) {
        ask(() -> snapshots.save(snapshot));
    }

    @Override
    public List<Snapshot> snapshots(String stream) {
        return ask(() -> snapshots.of(stream));
    }

    @Override
    public void dropSnapshotsBelow(String stream, long version) {
        ask(() -> snapshots.dropBelow(stream, version));
    }

    @Override
    public void dropSnapshots() {
        ask(snapshots::drop);
    }

    private Optional<StoredBatch> first(FindIterable<Document> found) {
        return ask(() -> Optional.ofNullable(found.first()).map(document -> MongoBatchDocument.read(document, archive)));
    }

    private List<Held> matching(FindIterable<Document> documents, Predicate<RecordHead> wanted) {
        List<Held> found = new ArrayList<>();
        for (Document document : documents) {
            StoredBatch batch = MongoBatchDocument.read(document, archive);
            for (int i = 0; i < batch.records().size(); i++) {
                if (wanted.test(batch.records().get(i).head())) {
                    found.add(batch.held(i));
                }
            }
        }
        return found;
    }

    private <T> T write(Supplier<T> change) {
        try {
            return change.get();
        } catch (MongoException e) {
            throw StoreException.outcomeUnknown("MongoDB did not acknowledge a change: " + e.getMessage(), e);
        }
    }

    private <T> T ask(Supplier<T> question) {
        try {
            return question.get();
        } catch (MongoException e) {
            throw StoreException.nothingStored("MongoDB did not answer: " + e.getMessage(), e);
        }
    }

    @Override
    public void close() {
        onClose.run();
    }
}
