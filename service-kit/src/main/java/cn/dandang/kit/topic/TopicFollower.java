package cn.dandang.kit.topic;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.WakeupException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads whole topics on a thread of its own: to the ends seen at the start, with a second thread that reads ahead (decision 0082), and onward.
 * Every process reads for itself, without a group.
 * Waits for brokers and topics that are not there yet; stops, and says so, when a record cannot be taken.
 */
public final class TopicFollower implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(TopicFollower.class);
    private static final Duration POLL = Duration.ofMillis(500);
    private static final long RETRY_MILLIS = 500;

    /** Takes committed records, those of one partition in their order. If it throws, the follower stops before them. */
    @FunctionalInterface
    public interface Handler {
        void on(ConsumerRecords<String, byte[]> records);
    }

    private final KafkaClients clients;
    private final String name;
    private final List<String> topics;
    private final ReadAhead.Preparing preparing;
    private final Map<TopicPartition, Long> positions = new ConcurrentHashMap<>();
    private final Map<TopicPartition, Long> ends = new ConcurrentHashMap<>();
    private final CountDownLatch caughtUp = new CountDownLatch(1);
    private final CountDownLatch closing = new CountDownLatch(1);
    private final Thread thread;
    private volatile @Nullable KafkaConsumer<String, byte[]> consumer;
    private volatile @Nullable RuntimeException failure;

    private TopicFollower(KafkaClients clients, String name, Collection<String> topics, Map<TopicPartition, Long> from, ReadAhead.Preparing preparing) {
        this.clients = clients;
        this.name = name;
        this.topics = List.copyOf(topics);
        this.preparing = preparing;
        positions.putAll(from);
        thread = Thread.ofPlatform().daemon().name("topic-" + name).unstarted(this::run);
    }

    /**
     * Starts reading.
     *
     * @param from next offset of each partition; partitions not named are read from their beginning
     */
    public static TopicFollower start(KafkaClients clients, String name, Collection<String> topics, Map<TopicPartition, Long> from, Handler handler) {
        return startPrepared(clients, name, topics, from, records -> () -> handler.on(records));
    }

    /** Starts reading; up to the ends seen at the start, records are prepared on a second thread while those before are taken. */
    public static TopicFollower startPrepared(KafkaClients clients, String name, Collection<String> topics, Map<TopicPartition, Long> from, ReadAhead.Preparing preparing) {
        TopicFollower follower = new TopicFollower(clients, name, topics, from, preparing);
        follower.thread.start();
        return follower;
    }

    /** Waits until everything that was there at the start has been taken; false if that did not happen in time. */
    public boolean awaitEnd(Duration atMost) throws InterruptedException {
        return caughtUp.await(atMost.toMillis(), TimeUnit.MILLISECONDS) && failure == null;
    }

    /** Whether everything that was there at the start has been taken. */
    public boolean caughtUp() {
        return caughtUp.getCount() == 0 && failure == null;
    }

    /** Why it stopped on its own; empty while it runs. */
    public Optional<RuntimeException> failure() {
        return Optional.ofNullable(failure);
    }

    /** The next offset of each partition: everything below was taken. */
    public Map<TopicPartition, Long> positions() {
        return Map.copyOf(positions);
    }

    /** Records still to be read to the ends seen at the start; -1 while the ends are unknown. */
    public long remaining() {
        if (ends.isEmpty()) {
            return -1;
        }
        return ends.entrySet().stream().mapToLong(end -> Math.max(0, end.getValue() - positions.getOrDefault(end.getKey(), 0L))).sum();
    }

    /** Waits until a partition has been taken up to, not including, this offset; false if that did not happen in time or it stopped. */
    public boolean awaitOffset(TopicPartition partition, long offset, Duration atMost) throws InterruptedException {
        long deadline = System.nanoTime() + atMost.toNanos();
        synchronized (positions) {
            while (positions.getOrDefault(partition, 0L) < offset) {
                long left = TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime());
                if (left <= 0 || failure != null) {
                    return false;
                }
                positions.wait(Math.min(left, RETRY_MILLIS));
            }
            return true;
        }
    }

    private void moved(Map<TopicPartition, Long> seen) {
        synchronized (positions) {
            positions.putAll(seen);
            positions.notifyAll();
        }
    }

    private void run() {
        boolean told = false;
        while (closing.getCount() > 0) {
            try (KafkaConsumer<String, byte[]> opened = clients.consumer(name, IsolationLevel.READ_COMMITTED, null, Map.of())) {
                consumer = opened;
                List<TopicPartition> partitions = partitions(opened);
                if (partitions.isEmpty()) {
                    if (!told) {
                        log.info("Waiting for the topics {}.", topics);
                        told = true;
                    }
                } else {
                    follow(opened, partitions);
                }
            } catch (WakeupException | InterruptException e) {
                return;
            } catch (KafkaException e) {
                log.warn("Reading {} was interrupted and goes on in a moment: {}", topics, e.toString());
            } catch (RuntimeException e) {
                failure = e;
                log.error("Reading {} stopped: a record cannot be taken. Nothing was skipped.", topics, e);
                caughtUp.countDown();
                return;
            } finally {
                consumer = null;
            }
            await();
        }
    }

    private void await() {
        try {
            closing.await(RETRY_MILLIS, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            closing.countDown();
        }
    }

    /** All partitions of all topics, or none while one of the topics is missing. */
    private List<TopicPartition> partitions(KafkaConsumer<String, byte[]> opened) {
        Map<String, List<PartitionInfo>> known = opened.listTopics();
        List<TopicPartition> partitions = new ArrayList<>();
        for (String topic : topics) {
            List<PartitionInfo> found = known.get(topic);
            if (found == null || found.isEmpty()) {
                return List.of();
            }
            found.forEach(partition -> partitions.add(new TopicPartition(topic, partition.partition())));
        }
        return partitions;
    }

    private void follow(KafkaConsumer<String, byte[]> opened, List<TopicPartition> partitions) {
        opened.assign(partitions);
        for (TopicPartition partition : partitions) {
            Long position = positions.get(partition);
            if (position == null) {
                opened.seekToBeginning(List.of(partition));
            } else {
                opened.seek(partition, position);
            }
        }
        if (ends.isEmpty()) {
            try (Admin admin = clients.admin(name)) {
                ends.putAll(TopicEnds.readUncommitted(admin, partitions));
            }
        }
        if (caughtUp.getCount() > 0) {
            ReadAhead.toEnds(opened, ends, preparing, this::moved, () -> closing.getCount() == 0);
            if (remaining() > 0) {
                return;
            }
            caughtUp.countDown();
        }
        Rounds rounds = new Rounds();
        while (closing.getCount() > 0) {
            rounds.await();
            ConsumerRecords<String, byte[]> records = opened.poll(POLL);
            if (!records.isEmpty()) {
                rounds.begin(records.count());
                preparing.prepare(records).run();
                rounds.end();
            }
            moved(ReadAhead.positions(opened));
        }
    }

    @Override
    public void close() {
        closing.countDown();
        KafkaConsumer<String, byte[]> open = consumer;
        if (open != null) {
            open.wakeup();
        }
        if (Thread.currentThread() != thread) {
            try {
                thread.join(TimeUnit.SECONDS.toMillis(10));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
