package cn.dandang.bench.ledger;

import cn.dandang.bench.measure.Benchmark;
import cn.dandang.bench.measure.ClosedLoop;
import cn.dandang.bench.measure.Load;
import cn.dandang.bench.measure.Pairs;
import cn.dandang.bench.measure.Result;
import cn.dandang.bench.measure.Setting;
import cn.dandang.bench.measure.Target;
import cn.dandang.bench.standin.RealMongo;
import cn.dandang.bench.standin.StandIn;
import cn.dandang.ledger.Ledger;
import cn.dandang.ledger.LedgerOptions;
import cn.dandang.ledger.MongoLedgerStore;
import cn.dandang.ledger.axon.LedgerEventStorageEngine;
import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.WriteConcern;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.extensions.mongo.DefaultMongoTemplate;
import org.axonframework.extensions.mongo.eventsourcing.eventstore.MongoEventStorageEngine;
import org.bson.BsonBinary;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/**
 * Appends of one event each through Axon: the ledger's engine and axon-mongo's own, on the same server. The stand-in answers from
 * four threads, as it comes.
 */
final class AxonAppends implements Benchmark {

    private static final String ON = " on a stand-in for MongoDB, not on MongoDB itself.";

    private static final String SYNCED = "append64_synced_vs_axon_mongo";
    private static final String ONE = "append1_vs_axon_mongo";

    private static final List<String> REAL = List.of("mongodb_append64_vs_axon_mongo", "mongodb_append64_p99_vs_axon_mongo", "mongodb_append1_vs_axon_mongo", "mongodb_append64_vs_insert_many");

    /** Where to measure instead of the stand-in. */
    private final @Nullable RealMongo real;

    AxonAppends(@Nullable RealMongo real) {
        this.real = real;
    }

    @Override
    public List<String> figures() {
        return real != null ? REAL : List.of("append64_vs_axon_mongo", "append64_p99_vs_axon_mongo", SYNCED, ONE,
                "append64_vs_insert_many");
    }

    @Override
    public Optional<Pairs.Run> ourSide(String figure, Setting setting) {
        return Optional.of(() -> ledger(setting, figure.contains("append1_") ? 1 : 64, figure.equals(SYNCED)).perSecond());
    }

    @Override
    public List<Result> run(Setting setting) throws Exception {
        if (real != null) {
            return onRealMongo(setting, " Measured on " + real.description() + "; both sides wait until a majority has journaled.");
        }
        List<Load> ours = new ArrayList<>();
        List<Load> theirs = new ArrayList<>();
        Pairs many = Pairs.alternate(setting.pairs(), () -> noted(ours, ledger(setting, 64, false)), () -> noted(theirs, axonMongo(setting, 64, false)));
        Pairs tails = new Pairs(p99(ours), p99(theirs));
        Pairs synced = Pairs.alternate(setting.pairs(), () -> ledger(setting, 64, true).perSecond(), () -> axonMongo(setting, 64, true).perSecond());
        Pairs one = Pairs.alternate(setting.pairs(), () -> ledger(setting, 1, false).perSecond(), () -> axonMongo(setting, 1, false).perSecond());
        Pairs bulk = Pairs.alternate(setting.pairs(), () -> ledger(setting, 64, false).perSecond(), () -> insertMany(setting, 64));
        return List.of(
                setting.ratio("append64_vs_axon_mongo", "Appends of one event of about 330 bytes each by 64 callers through Axon, beside axon-mongo 4.12's engine on the same server, in memory,"
                        + ON, Target.atLeast(2.5), many, "ledger engine", "axon-mongo engine", "events/s"),
                setting.ratio("append64_p99_vs_axon_mongo", "The time that 99 of 100 of the same appends did not exceed," + ON, Target.atMost(0.25), tails,
                        "ledger engine", "axon-mongo engine", "ms"),
                setting.ratio(SYNCED, "The same, where the server syncs each insert to a log before it answers (those that wait at the same time share a sync),"
                        + ON, Target.atLeast(4), synced, "ledger engine", "axon-mongo engine", "events/s"),
                setting.ratio(ONE, "The same by one caller, in memory," + ON, Target.atLeast(0.8), one, "ledger engine",
                        "axon-mongo engine", "events/s"),
                setting.ratio("append64_vs_insert_many", "The same by 64 callers, in memory, beside 64 callers that each insert 100 documents of 330 bytes at a time into a collection without further indexes,"
                        + ON, Target.atLeast(0.6), bulk, "ledger engine", "insertMany of 100", "records/s"));
    }

    /** There is no server that syncs nothing: what is measured in memory on the stand-in is not measured here. */
    private List<Result> onRealMongo(Setting setting, String on) throws Exception {
        List<Load> ours = new ArrayList<>();
        List<Load> theirs = new ArrayList<>();
        Pairs many = Pairs.alternate(setting.pairs(), () -> noted(ours, ledger(setting, 64, true)), () -> noted(theirs, axonMongo(setting, 64, true)));
        Pairs tails = new Pairs(p99(ours), p99(theirs));
        Pairs one = Pairs.alternate(setting.pairs(), () -> ledger(setting, 1, true).perSecond(), () -> axonMongo(setting, 1, true).perSecond());
        Pairs bulk = Pairs.alternate(setting.pairs(), () -> ledger(setting, 64, true).perSecond(), () -> insertMany(setting, 64));
        return List.of(
                setting.ratio(REAL.get(0), "Appends of one event of about 330 bytes each by 64 callers through Axon, beside axon-mongo 4.12's engine on the same server." + on,
                        Target.atLeast(4), many, "ledger engine", "axon-mongo engine", "events/s"),
                setting.ratio(REAL.get(1), "The time that 99 of 100 of the same appends did not exceed." + on, null, tails, "ledger engine", "axon-mongo engine", "ms"),
                setting.ratio(REAL.get(2), "The same by one caller." + on, Target.atLeast(0.8), one, "ledger engine", "axon-mongo engine", "events/s"),
                setting.ratio(REAL.get(3), "The same by 64 callers, beside 64 callers that each insert 100 documents of 330 bytes at a time into a collection without further indexes." + on,
                        Target.atLeast(0.6), bulk, "ledger engine", "insertMany of 100", "records/s"));
    }

    private static List<Double> p99(List<Load> loads) {
        // the first round is not counted
        return loads.subList(1, loads.size()).stream().map(load -> load.millis(99)).toList();
    }

    private static double noted(List<Load> all, Load load) {
        all.add(load);
        return load.perSecond();
    }

    /** A client that wants the same durability on either side. */
    @FunctionalInterface
    private interface OnServer<T> {
        T with(MongoClient client, String database) throws Exception;
    }

    private <T> T onServer(Setting setting, boolean synced, OnServer<T> work) throws Exception {
        RealMongo named = real;
        if (named != null) {
            try (RealMongo.Database fresh = named.fresh(); MongoClient client = client(named.uri())) {
                return work.with(client, fresh.name());
            }
        }
        return setting.inFreshFolder(folder -> {
            try (StandIn server = synced ? StandIn.withSyncedLog(folder) : StandIn.inMemory();
                    MongoClient client = client(server.uri())) {
                return work.with(client, "bench");
            }
        });
    }

    private static MongoClient client(String uri) {
        return MongoClients.create(MongoClientSettings.builder()
                .applyConnectionString(new ConnectionString(uri)).writeConcern(WriteConcern.MAJORITY.withJournal(true)).build());
    }

    private Load ledger(Setting setting, int callers, boolean synced) throws Exception {
        return onServer(setting, synced, (client, database) -> {
            try (Ledger ledger = Ledger.open(MongoLedgerStore.over(client, database, "ledger"), LedgerOptions.defaults())) {
                LedgerEventStorageEngine.Builder builder = LedgerEventStorageEngine.builder().ledger(ledger);
                builder.eventSerializer(AxonEvents.serializer()).snapshotSerializer(AxonEvents.serializer());
                return appends(setting, callers, builder.build());
            }
        });
    }

    private Load axonMongo(Setting setting, int callers, boolean synced) throws Exception {
        return onServer(setting, synced, (client, database) -> appends(setting, callers, MongoEventStorageEngine.builder()
                .mongoTemplate(DefaultMongoTemplate.builder().mongoDatabase(client, database).build())
                .eventSerializer(AxonEvents.serializer()).snapshotSerializer(AxonEvents.serializer()).build()));
    }

    private static Load appends(Setting setting, int callers, EventStorageEngine engine) throws Exception {
        return ClosedLoop.run(callers, setting.warmUp(), setting.measured(), caller -> {
            AxonEvents events = new AxonEvents(caller);
            return () -> engine.appendEvents(events.next());
        });
    }

    private double insertMany(Setting setting, int callers) throws Exception {
        return onServer(setting, false, (client, database) -> {
            MongoCollection<Document> collection = client.getDatabase(database).getCollection("bulk");
            AtomicLong ids = new AtomicLong();
            return 100 * ClosedLoop.run(callers, setting.warmUp(), setting.measured(), caller -> {
                byte[] bytes = (UUID.randomUUID() + "x".repeat(330 - 36)).getBytes(StandardCharsets.US_ASCII);
                return () -> {
                    long first = ids.getAndAdd(100);
                    List<Document> documents = new ArrayList<>(100);
                    for (int i = 0; i < 100; i++) {
                        documents.add(new Document("_id", first + i).append("record", new BsonBinary(bytes)));
                    }
                    collection.insertMany(documents);
                };
            }).perSecond();
        });
    }
}
