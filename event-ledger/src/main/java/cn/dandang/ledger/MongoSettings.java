package cn.dandang.ledger;

import static cn.dandang.ledger.MongoBatchDocument.ID;
import static cn.dandang.ledger.MongoBatchDocument.ONCE;
import static cn.dandang.ledger.MongoBatchDocument.PEAK_AT;
import static cn.dandang.ledger.MongoBatchDocument.STREAM;
import static cn.dandang.ledger.MongoBatchDocument.VERSION;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.ReadConcern;
import com.mongodb.ReadPreference;
import com.mongodb.WriteConcern;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import java.util.concurrent.TimeUnit;
import org.bson.Document;

/** How the ledger talks to MongoDB: nothing counts before a majority has it on disk, and every answer has a time limit. */
final class MongoSettings {

    private static final int ANSWER_SECONDS = 5;

    private MongoSettings() {
    }

    static MongoClientSettings of(String uri) {
        return MongoClientSettings.builder()
                .applyConnectionString(new ConnectionString(uri))
                .retryWrites(true)
                .applyToClusterSettings(cluster -> cluster.serverSelectionTimeout(ANSWER_SECONDS, TimeUnit.SECONDS))
                // a little longer than the server's own limit, so that a slow answer arrives as an answer
                .applyToSocketSettings(socket -> socket.connectTimeout(ANSWER_SECONDS, TimeUnit.SECONDS)
                        .readTimeout(ANSWER_SECONDS + 1, TimeUnit.SECONDS))
                .build();
    }

    static MongoCollection<Document> durable(MongoCollection<Document> batches) {
        return batches.withWriteConcern(WriteConcern.MAJORITY.withJournal(true).withWTimeout(ANSWER_SECONDS, TimeUnit.SECONDS))
                .withReadConcern(ReadConcern.MAJORITY).withReadPreference(ReadPreference.primary());
    }

    static void prepareIndexes(MongoCollection<Document> batches) {
        IndexOptions unique = new IndexOptions().unique(true);
        batches.createIndex(Indexes.ascending(ID), unique);
        batches.createIndex(Indexes.ascending(ONCE), unique);
        batches.createIndex(Indexes.ascending(STREAM, VERSION), unique);
        batches.createIndex(Indexes.compoundIndex(Indexes.ascending(STREAM), Indexes.descending("_id")));
        batches.createIndex(Indexes.ascending(PEAK_AT, "_id"));
    }
}
