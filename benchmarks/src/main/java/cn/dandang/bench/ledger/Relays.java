package cn.dandang.bench.ledger;

import cn.dandang.bench.measure.Benchmark;
import cn.dandang.bench.measure.Figure;
import cn.dandang.bench.measure.Load;
import cn.dandang.bench.measure.OpenLoop;
import cn.dandang.bench.measure.Pairs;
import cn.dandang.bench.measure.Result;
import cn.dandang.bench.measure.Setting;
import cn.dandang.bench.measure.Target;
import cn.dandang.contracts.AssessmentFact.AssessmentKind;
import cn.dandang.contracts.AssessmentFact.NegativeEvaluationEntered;
import cn.dandang.contracts.PublishedFact;
import cn.dandang.contracts.Topics;
import cn.dandang.kit.decision.DomainEvent;
import cn.dandang.kit.publishing.RecordedEvent;
import cn.dandang.kit.relay.Relay;
import cn.dandang.kit.topic.FactCodec;
import cn.dandang.kit.topic.KafkaClients;
import cn.dandang.ledger.Ledger;
import cn.dandang.ledger.Recorded;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.concurrent.locks.LockSupport;
import org.HdrHistogram.Histogram;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.TopicPartition;

/** The relay from a SQLite ledger to a local broker: how fast it catches up, and how far behind it is at a steady pace. */
final class Relays implements Benchmark {

    /** As many as the relay puts into one transaction. */
    private static final int RANGE = 2000;
    private static final int RANGES = 30;
    private static final int PER_SECOND = 2000;
    private static final Duration LAG_WARM_UP = Duration.ofSeconds(8);
    private static final Duration LAG_MEASURED = Duration.ofSeconds(20);
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    private int rounds;

    @Override
    public List<String> figures() {
        return List.of("relay_vs_producer", "relay_lag_p99_ms");
    }

    @Override
    public List<Result> run(Setting setting) throws Exception {
        return setting.inFreshFolder(folder -> {
            try (LocalBroker broker = LocalBroker.start(folder)) {
                Path file = folder.resolve("ledger.db");
                Filled.withSamples(file, (long) RANGE * RANGES, 32);
                try (Ledger ledger = Filled.open(file)) {
                    Pairs pairs = Pairs.alternate(setting.pairs(), () -> catchUp(ledger, broker), () -> producer(ledger, broker));
                    Histogram lags = lags(Filled.open(folder.resolve("paced.db")), broker);
                    return List.of(
                            setting.ratio("relay_vs_producer", "The relay catching up with 60 000 records, beside a transactional producer that sends the same facts, translated before, 2 000 to a transaction.",
                                    Target.atLeast(0.6), pairs, "relay", "bare producer", "facts/s"),
                            setting.alone("relay_lag_p99_ms", "ms", "From the durable append to the record at a read_committed consumer, at 2 000 records a second, each appended alone; the time that 99 of 100 did not exceed.",
                                    Target.atMost(100), List.of(Load.millis(lags, 99)),
                                    new Figure("relay_lag_p50_ms", Load.millis(lags, 50), "ms"), new Figure("relay_lag_records", lags.getTotalCount(), "records")));
                }
            }
        });
    }

    private String service(LocalBroker broker) throws Exception {
        String name = "bench" + rounds++;
        broker.topicsOf(name);
        return name;
    }

    /** Nothing is decided here; the relay only needs an event. */
    private record Entered() implements DomainEvent {
    }

    private static RecordedEvent event(String service, Recorded recorded) {
        var record = recorded.record();
        return new RecordedEvent(service, recorded.position(), record.id(), record.stream(), record.version(), record.type(), record.revision(),
                record.recordedAt(), record.recordedAt(), "p-000731", "wd-2207", "371000", null, null, record.once(), "2026-11", new Entered());
    }

    private static List<PublishedFact> facts(RecordedEvent event) {
        return List.of(new NegativeEvaluationEntered(event.streamId(), event.id(), "371000", "c-1", "f-1", AssessmentKind.ANNUAL, LocalDate.of(2026, 11, 1)));
    }

    private static Relay relay(String service, Ledger ledger, LocalBroker broker) {
        return new Relay(service, ledger, recorded -> event(service, recorded), Relays::facts, new KafkaClients(service, broker.bootstrap(), Map.of()), false, Duration.ofSeconds(2));
    }

    private double catchUp(Ledger ledger, LocalBroker broker) throws Exception {
        try (Relay relay = relay(service(broker), ledger, broker)) {
            relay.start();
            long limit = System.nanoTime() + PATIENCE.toNanos();
            // joining and taking over are not what is measured: it counts from the first range on
            long first = awaitNext(relay, 1, limit);
            long begin = System.nanoTime();
            long last = awaitNext(relay, (long) RANGE * RANGES, limit);
            return (last - first) / ((System.nanoTime() - begin) / 1e9);
        }
    }

    private static long awaitNext(Relay relay, long wanted, long limit) {
        long next = relay.status().next();
        while (next < wanted) {
            if (System.nanoTime() - limit > 0) {
                throw new IllegalStateException("The relay did not come so far: " + relay.status());
            }
            LockSupport.parkNanos(200_000);
            next = relay.status().next();
        }
        return next;
    }

    private double producer(Ledger ledger, LocalBroker broker) throws Exception {
        String service = service(broker);
        List<ProducerRecord<String, byte[]>> ready = new ArrayList<>(RANGE * RANGES);
        ledger.read(0, (long) RANGE * RANGES, recorded -> {
            RecordedEvent event = event(service, recorded);
            ready.addAll(FactCodec.encode(event, facts(event)));
        });
        byte[] position = "{\"next\":1000000,\"published\":1000000}".getBytes(StandardCharsets.UTF_8);
        try (KafkaProducer<String, byte[]> producer = new KafkaClients(service, broker.bootstrap(), Map.of())
                .producer("bare", Map.of(ProducerConfig.TRANSACTIONAL_ID_CONFIG, service + ".bare"))) {
            producer.initTransactions();
            send(producer, ready.subList(0, RANGE), service, position);
            long begin = System.nanoTime();
            for (int i = RANGE; i < ready.size(); i += RANGE) {
                send(producer, ready.subList(i, i + RANGE), service, position);
            }
            return (ready.size() - RANGE) / ((System.nanoTime() - begin) / 1e9);
        }
    }

    private static void send(KafkaProducer<String, byte[]> producer, List<ProducerRecord<String, byte[]>> facts, String service, byte[] position) {
        producer.beginTransaction();
        facts.forEach(producer::send);
        producer.send(new ProducerRecord<>(Topics.relay(service), 0, "position", position));
        producer.commitTransaction();
    }

    private Histogram lags(Ledger ledger, LocalBroker broker) throws Exception {
        String service = service(broker);
        int warm = (int) (PER_SECOND * LAG_WARM_UP.toSeconds());
        int all = warm + (int) (PER_SECOND * LAG_MEASURED.toSeconds());
        AtomicLongArray durableAt = new AtomicLongArray(all);
        Histogram lags = new Histogram(Duration.ofMinutes(2).toNanos() / 1000, 3);
        try (ledger; Relay relay = relay(service, ledger, broker)) {
            relay.start();
            Thread reader = Thread.ofPlatform().start(() -> read(service, broker, durableAt, warm, lags));
            Samples samples = new Samples(99);
            long begin = System.nanoTime();
            for (int i = 0; i < all; i++) {
                // open loop: the pace is the clock's, not the ledger's
                OpenLoop.until(begin + i * (1_000_000_000L / PER_SECOND));
                long position = ledger.append(List.of(samples.next())).firstPosition();
                durableAt.set((int) position, System.nanoTime());
            }
            reader.join(PATIENCE);
            if (reader.isAlive()) {
                throw new IllegalStateException("Not all records arrived: " + relay.status());
            }
            return lags;
        }
    }

    private static void read(String service, LocalBroker broker, AtomicLongArray durableAt, int warm, Histogram lags) {
        try (KafkaConsumer<String, byte[]> consumer = new KafkaClients(service, broker.bootstrap(), Map.of()).consumer("lag", IsolationLevel.READ_COMMITTED, null, Map.of())) {
            List<TopicPartition> partitions = consumer.partitionsFor(Topics.facts(service)).stream().map(info -> new TopicPartition(info.topic(), info.partition())).toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            for (int seen = 0; seen < durableAt.length(); ) {
                for (ConsumerRecord<String, byte[]> record : consumer.poll(Duration.ofMillis(200))) {
                    long arrived = System.nanoTime();
                    int position = Integer.parseInt(new String(record.headers().lastHeader("ce_ledgerposition").value(), StandardCharsets.UTF_8));
                    if (position >= warm) {
                        // a record may arrive before the thread that appended it has looked at its clock
                        lags.recordValue(Math.max(0, durableAt.get(position) == 0 ? 0 : (arrived - durableAt.get(position)) / 1000));
                    }
                    seen++;
                }
            }
        }
    }
}
