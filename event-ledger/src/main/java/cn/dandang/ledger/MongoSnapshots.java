package cn.dandang.ledger;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.lt;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.ReplaceOptions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.bson.BsonBinary;
import org.bson.Document;
import org.bson.types.Binary;

/** Snapshots in a collection of their own: a cache beside the ledger. */
final class MongoSnapshots {

    private final MongoCollection<Document> snapshots;

    MongoSnapshots(MongoCollection<Document> snapshots) {
        this.snapshots = snapshots;
    }

    void prepare() {
        snapshots.createIndex(Indexes.ascending("stream"));
    }

    boolean save(Snapshot snapshot) {
        String id = snapshot.stream() + "@" + snapshot.version();
        snapshots.replaceOne(eq("_id", id), new Document("_id", id)
                .append("stream", snapshot.stream())
                .append("version", snapshot.version())
                .append("id", snapshot.id())
                .append("aggregateType", snapshot.aggregateType())
                .append("type", snapshot.type())
                .append("revision", snapshot.revision())
                .append("takenAt", snapshot.takenAt().toEpochMilli())
                .append("metadata", new BsonBinary(snapshot.metadata()))
                .append("payload", new BsonBinary(snapshot.payload())), new ReplaceOptions().upsert(true));
        return true;
    }

    List<Snapshot> of(String stream) {
        List<Snapshot> found = new ArrayList<>();
        for (Document document : snapshots.find(eq("stream", stream))) {
            found.add(new Snapshot(stream, document.get("version", Number.class).longValue(), document.getString("id"),
                    document.getString("aggregateType"), document.getString("type"), document.getString("revision"),
                    Instant.ofEpochMilli(document.get("takenAt", Number.class).longValue()),
                    document.get("metadata", Binary.class).getData(), document.get("payload", Binary.class).getData()));
        }
        found.sort(Comparator.comparingLong(Snapshot::version).reversed());
        return found;
    }

    boolean dropBelow(String stream, long version) {
        snapshots.deleteMany(and(eq("stream", stream), lt("version", version)));
        return true;
    }

    boolean drop() {
        snapshots.deleteMany(new Document());
        return true;
    }
}
