package cn.dandang.kit.view;

import cn.dandang.contracts.PublishedFact;
import cn.dandang.contracts.Topics;
import cn.dandang.kit.publishing.FactReceived;
import cn.dandang.kit.topic.FactCodec;
import cn.dandang.kit.topic.KafkaClients;
import cn.dandang.kit.topic.TopicFollower;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/** Runs the projections of published facts: every fact topic of every publisher, repeats dropped by source, position and part. */
public final class FactViews implements FactArrivals, AutoCloseable {
    /** Parts of one event are numbered within its position. */
    private static final int PART_BITS = 12;
    private static final String PREFIX = "dandang.";
    private static final String SUFFIX = ".facts.v1";

    private final KafkaClients clients;
    private final ViewDocuments documents;
    private final Map<String, FactProjection> projections = new LinkedHashMap<>();
    private final Map<String, ViewRun> runs = new LinkedHashMap<>();
    private final AwaitedFacts awaited = new AwaitedFacts();
    private volatile boolean closing;
    private volatile @Nullable TopicFollower follower;

    FactViews(KafkaClients clients, ViewDocuments documents, Collection<? extends FactProjection> projections) {
        this.clients = clients;
        this.documents = documents;
        for (FactProjection projection : projections) {
            if (this.projections.put(projection.name(), projection) != null) {
                throw new IllegalStateException("Two projections build a view named " + projection.name() + ".");
            }
        }
    }

    /** Starts to follow the topics; does nothing without projections. */
    void start() {
        projections.keySet().forEach(view -> runs.put(view, new ViewRun(view, documents, () -> closing)));
        if (!projections.isEmpty()) {
            Map<TopicPartition, Long> from = new HashMap<>();
            // each partition from where the view that is least far wants it
            for (String publisher : Topics.PUBLISHERS) {
                for (int partition = 0; partition < partitions(publisher); partition++) {
                    String source = publisher + "-" + partition;
                    from.put(new TopicPartition(Topics.facts(publisher), partition), runs.values().stream().mapToLong(run -> run.next(source)).min().orElse(0));
                }
            }
            from.values().removeIf(offset -> offset == 0);
            follower = TopicFollower.start(clients, "fact-views", topics(), from, this::take);
        }
    }

    private static int partitions(String publisher) {
        return Topics.all().stream().filter(topic -> topic.name().equals(Topics.facts(publisher))).mapToInt(Topics.Topic::partitions).findFirst().orElse(0);
    }

    private static List<String> topics() {
        return Topics.PUBLISHERS.stream().map(Topics::facts).toList();
    }

    /** Whether everything that was there at the start has been taken. */
    boolean awaitEnd(Duration atMost) throws InterruptedException {
        TopicFollower reading = follower;
        return reading == null || reading.awaitEnd(atMost);
    }

    long remaining() {
        TopicFollower reading = follower;
        return reading == null ? 0 : reading.remaining();
    }

    boolean working() {
        TopicFollower reading = follower;
        return projections.isEmpty() || reading != null && reading.failure().isEmpty() && runs.values().stream().allMatch(run -> run.failure() == null);
    }

    Collection<String> names() {
        return List.copyOf(projections.keySet());
    }

    /** A record of a partition, and the fact in it if this version knows its type. */
    private record Arrived(String source, long offset, Optional<FactReceived<? extends PublishedFact>> fact) {}

    private void take(ConsumerRecords<String, byte[]> records) {
        List<Arrived> arrived = new ArrayList<>(records.count());
        try {
            for (ConsumerRecord<String, byte[]> record : records) {
                arrived.add(new Arrived(source(record), record.offset(), FactCodec.decode(record)));
            }
        } finally {
            // what lies before a damaged record is taken all the same
            runs.values().forEach(run -> take(run, arrived));
            arrived.forEach(each -> each.fact().ifPresent(taken -> awaited.arrived(taken.id())));
        }
    }

    private void take(ViewRun run, List<Arrived> arrived) {
        FactProjection projection = projections.get(run.view());
        Map<String, Long> next = new HashMap<>();
        List<ViewRun.Arrival> arrivals = new ArrayList<>(arrived.size());
        for (Arrived each : arrived) {
            if (next.computeIfAbsent(each.source(), run::next) <= each.offset()) {
                arrivals.add(new ViewRun.Arrival(each.source(), each.fact().map(FactViews::order).orElse(-1L), each.offset() + 1, () -> each.fact().ifPresent(projection::on)));
            }
        }
        run.take(arrivals);
    }

    @Override
    public boolean await(String fact, BooleanSupplier there, Duration atMost) throws InterruptedException {
        return awaited.await(fact, there, atMost);
    }

    /** {@code tolerance-3}: publisher and partition. In one partition the positions of a publisher only grow, save after a rewind. */
    private static String source(ConsumerRecord<String, byte[]> record) {
        return record.topic().substring(PREFIX.length(), record.topic().length() - SUFFIX.length()) + "-" + record.partition();
    }

    private static TopicPartition partition(String source) {
        int dash = source.lastIndexOf('-');
        return new TopicPartition(Topics.facts(source.substring(0, dash)), Integer.parseInt(source.substring(dash + 1)));
    }

    private static long order(FactReceived<?> fact) {
        if (fact.parts() > 1 << PART_BITS) {
            throw new IllegalStateException("The fact " + fact.id() + " is one of " + fact.parts() + ": more than " + (1 << PART_BITS) + " parts are not told apart.");
        }
        return fact.position() << PART_BITS | fact.part();
    }

    /** Builds a view again beside the live one, from the first fact on, and switches to it. */
    RebuildReport rebuild(String view, RebuildProgress progress) {
        FactProjection projection = projections.get(view);
        try (KafkaConsumer<String, byte[]> consumer = clients.consumer("rebuild-" + view, IsolationLevel.READ_COMMITTED, null, KafkaClients.TO_THE_END)) {
            return new ViewRebuild(documents, runs.get(view)).run(progress, (from, to, taking) -> {
                to.forEach((source, end) -> read(consumer, source, from.getOrDefault(source, 0L), end, projection, taking));
                return to;
            });
        }
    }

    private static void read(KafkaConsumer<String, byte[]> consumer, String source, long from, long end, FactProjection projection, ViewRebuild.Taking taking) {
        TopicPartition partition = partition(source);
        consumer.assign(List.of(partition));
        consumer.seek(partition, from);
        while (consumer.position(partition) < end) {
            List<ConsumerRecord<String, byte[]>> records = new ArrayList<>(consumer.poll(Duration.ofMillis(100)).records(partition));
            for (ConsumerRecord<String, byte[]> record : records) {
                if (record.offset() < end) {
                    FactCodec.decode(record).ifPresent(fact -> taking.take(source, order(fact), record.offset() + 1, () -> projection.on(fact)));
                }
            }
        }
    }

    @Override
    public void close() {
        closing = true;
        TopicFollower reading = follower;
        if (reading != null) {
            reading.close();
            runs.values().forEach(ViewRun::save);
        }
    }
}
