package cn.dandang.bench.ledger;

import cn.dandang.bench.measure.Benchmark;
import cn.dandang.bench.measure.Figure;
import cn.dandang.bench.measure.Pairs;
import cn.dandang.bench.measure.Result;
import cn.dandang.bench.measure.Setting;
import cn.dandang.bench.measure.Target;
import cn.dandang.ledger.Ledger;
import cn.dandang.ledger.LedgerRecord;
import cn.dandang.ledger.TailReader;
import cn.dandang.ledger.axon.LedgerEventStorageEngine;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.axonframework.common.transaction.NoTransactionManager;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.SimpleEventHandlerInvoker;
import org.axonframework.eventhandling.TrackingEventProcessor;
import org.axonframework.eventhandling.TrackingEventProcessorConfiguration;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.tokenstore.inmemory.InMemoryTokenStore;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.messaging.StreamableMessageSource;

/** Reading a whole ledger in order, decoded, beside a bare cursor over the same file that decodes the same. */
final class Reads implements Benchmark {

    private static final int RECORDS = 400_000;
    private static final int BATCH = 32;
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    @Override
    public List<String> figures() {
        return List.of("read_vs_cursor", "verified_read_vs_cursor");
    }

    @Override
    public List<Result> run(Setting setting) throws Exception {
        return setting.inFreshFolder(folder -> {
            Path file = folder.resolve("ledger.db");
            Filled.withEvents(file, RECORDS, BATCH);
            try (Ledger ledger = Filled.open(file)) {
                Pairs tail = Pairs.alternate(setting.pairs(), () -> tail(ledger), () -> cursor(file));
                Pairs verified = Pairs.alternate(setting.pairs(), () -> verified(ledger), () -> cursor(file));
                double tracking = tracking(ledger);
                return List.of(
                        setting.ratio("read_vs_cursor", "The ledger's tail reader over 400 000 records in batches of 32, in order, decoded, beside a cursor on the same SQLite file that decodes the same and checks nothing.",
                                Target.atLeast(0.5), tail, "tail reader", "bare cursor", "records/s",
                                new Figure("axon_tracking_event_processor", tracking, "events/s (payload deserialized, one segment)")),
                        setting.ratio("verified_read_vs_cursor", "The same records read with every leaf, node and root recomputed, beside the same cursor.",
                                Target.atLeast(0.33), verified, "verifying read", "bare cursor", "records/s"));
            }
        });
    }

    private static double perSecond(long begin) {
        return RECORDS / ((System.nanoTime() - begin) / 1e9);
    }

    private static double tail(Ledger ledger) throws InterruptedException {
        long begin = System.nanoTime();
        long[] bytes = new long[1];
        try (TailReader reader = ledger.tail(0, records -> records.forEach(recorded -> bytes[0] += recorded.record().payload().length), "bench")) {
            if (!reader.awaitPosition(RECORDS, PATIENCE)) {
                throw new IllegalStateException("The tail reader did not come to the end: " + reader.failure());
            }
        }
        return perSecond(begin);
    }

    private static double verified(Ledger ledger) {
        long begin = System.nanoTime();
        long[] bytes = new long[1];
        ledger.readVerified(0, recorded -> bytes[0] += recorded.record().payload().length);
        return perSecond(begin);
    }

    private static double cursor(Path file) throws Exception {
        long begin = System.nanoTime();
        long bytes = 0;
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file); Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT first, count, batch_id, peak_at, root, range, records FROM batch ORDER BY first")) {
            while (rows.next()) {
                for (ByteBuffer in = ByteBuffer.wrap(rows.getBytes(7)); in.hasRemaining(); ) {
                    byte[] record = new byte[in.getInt()];
                    in.get(record);
                    bytes += LedgerRecord.decode(record).payload().length;
                }
            }
        }
        if (bytes == 0) {
            throw new IllegalStateException("The cursor saw nothing");
        }
        return perSecond(begin);
    }

    private static double tracking(Ledger ledger) throws InterruptedException {
        LedgerEventStorageEngine.Builder builder = LedgerEventStorageEngine.builder().ledger(ledger);
        builder.eventSerializer(AxonEvents.serializer()).snapshotSerializer(AxonEvents.serializer());
        EmbeddedEventStore store = EmbeddedEventStore.builder().storageEngine(builder.build()).build();
        Counter counter = new Counter();
        TrackingEventProcessor processor = TrackingEventProcessor.builder().name("bench")
                .eventHandlerInvoker(SimpleEventHandlerInvoker.builder().eventHandlers(counter).build())
                .messageSource(store).tokenStore(new InMemoryTokenStore()).transactionManager(NoTransactionManager.INSTANCE)
                .trackingEventProcessorConfiguration(TrackingEventProcessorConfiguration.forSingleThreadedProcessing()
                        .andInitialTrackingToken(StreamableMessageSource::createTailToken).andBatchSize(1000))
                .build();
        long begin = System.nanoTime();
        processor.start();
        try {
            if (!counter.all.await(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new IllegalStateException("Axon's processor did not come to the end");
            }
            return perSecond(begin);
        } finally {
            processor.shutDown();
            store.shutDown();
        }
    }

    /** Counts what a processor hands it. */
    public static final class Counter {
        private final CountDownLatch all = new CountDownLatch(RECORDS);

        @EventHandler
        public void on(Granted event, EventMessage<?> message) {
            all.countDown();
        }
    }
}
