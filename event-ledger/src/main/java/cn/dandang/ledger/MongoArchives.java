package cn.dandang.ledger;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Sorts.ascending;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Updates;
import java.util.ArrayList;
import java.util.List;
import org.bson.Document;
import org.bson.types.Binary;

/** What a ledger's collections say of its archive files, and the one update that a batch's document ever sees. */
final class MongoArchives {

    private static final String BYTES = "bytes";
    private static final String RECORDS = "records";

    private final MongoCollection<Document> batches;
    private final MongoCollection<Document> files;

    MongoArchives(MongoCollection<Document> batches, MongoCollection<Document> files) {
        this.batches = batches;
        this.files = MongoSettings.durable(files);
    }

    /** Compares the whole blob, so that of two who replace the same batch the second sees that it has changed. */
    boolean replace(StoredBatch seen, StoredBatch by) {
        return batches.updateOne(and(eq("_id", seen.firstPosition()), eq(MongoBatchDocument.RECORDS, packed(seen))),
                Updates.set(MongoBatchDocument.RECORDS, packed(by))).getMatchedCount() == 1;
    }

    private static Binary packed(StoredBatch batch) {
        return new Binary(PackedRecords.pack(batch.records()));
    }

    /** A second note of the same file changes nothing. */
    boolean note(ArchiveFile file) {
        try {
            return files.insertOne(new Document("_id", file.digest()).append(BYTES, file.bytes()).append(RECORDS, file.records()))
                    .wasAcknowledged();
        } catch (MongoWriteException e) {
            if (ErrorCategory.fromErrorCode(e.getCode()) == ErrorCategory.DUPLICATE_KEY) {
                return true;
            }
            throw e;
        }
    }

    List<ArchiveFile> all() {
        List<ArchiveFile> all = new ArrayList<>();
        for (Document file : files.find().sort(ascending("_id"))) {
            all.add(new ArchiveFile(file.getString("_id"), file.get(BYTES, Number.class).longValue(),
                    file.get(RECORDS, Number.class).longValue()));
        }
        return all;
    }
}
