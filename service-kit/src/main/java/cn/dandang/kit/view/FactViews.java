package cn.dandang.kit.view;

import cn.dandang.contracts.PublishedFact;
import cn.dandang.contracts.Topics;
import cn.dandang.kit.publishing.FactReceived;
import cn.dandang.kit.topic.FactCodec;
import cn.dandang.kit.topic.KafkaClients;
import cn.dandang.kit.topic.ReadAhead;
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
import java.util.function.Consumer;
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
            follower = TopicFollower.startPrepared(clients, "fact-views", topics(), from, records -> prepare(records, Map.of(), this::take));
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

    /** Decodes, and hands over later. What lies before a damaged record is taken all the same. */
    private static Runnable prepare(ConsumerRecords<String, byte[]> records, Map<TopicPartition, Long> ends, Consumer<List<Arrived>> taking) {
        List<Arrived> arrived = new ArrayList<>(records.count());
        try {
            for (TopicPartition partition : records.partitions()) {
                String source = source(partition);
                long end = ends.getOrDefault(partition, Long.MAX_VALUE);
                for (ConsumerRecord<String, byte[]> record : records.records(partition)) {
                    if (record.offset() < end) {
                        arrived.add(new Arrived(source, record.offset(), FactCodec.decode(record)));
                    }
                }
            }
        } catch (RuntimeException damaged) {
            return () -> {
                taking.accept(arrived);
                throw damaged;
            };
        }
        return () -> taking.accept(arrived);
    }

    private void take(List<Arrived> arrived) {
        runs.values().forEach(run -> take(run, arrived));
        arrived.forEach(each -> each.fact().ifPresent(taken -> awaited.arrived(taken.id())));
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
    private static String source(TopicPartition partition) {
        return partition.topic().substring(PREFIX.length(), partition.topic().length() - SUFFIX.length()) + "-" + partition.partition();
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
                read(consumer, from, to, projection, taking);
                return to;
            });
        }
    }

    private static void read(KafkaConsumer<String, byte[]> consumer, Map<String, Long> from, Map<String, Long> to, FactProjection projection, ViewRebuild.Taking taking) {
        Map<TopicPartition, Long> ends = new HashMap<>();
        to.forEach((source, end) -> {
            if (from.getOrDefault(source, 0L) < end) {
                ends.put(partition(source), end);
            }
        });
        if (ends.isEmpty()) {
            return;
        }
        consumer.assign(ends.keySet());
        ends.keySet().forEach(partition -> consumer.seek(partition, from.getOrDefault(source(partition), 0L)));
        Consumer<List<Arrived>> take = arrived -> arrived.forEach(each -> each.fact().ifPresent(fact -> taking.take(each.source(), order(fact), each.offset() + 1, () -> projection.on(fact))));
        ReadAhead.toEnds(consumer, ends, records -> prepare(records, ends, take), _ -> { }, () -> false);
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
