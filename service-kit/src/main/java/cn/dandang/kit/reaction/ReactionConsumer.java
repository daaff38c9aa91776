package cn.dandang.kit.reaction;

import cn.dandang.contracts.PublishedFact;
import cn.dandang.kit.publishing.FactReceived;
import cn.dandang.kit.topic.FactCodec;
import cn.dandang.kit.topic.KafkaClients;
import cn.dandang.kit.topic.Rounds;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.CommitFailedException;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.RebalanceInProgressException;
import org.apache.kafka.common.errors.WakeupException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings the facts of the other services to the reactions, in the order of each case. Offsets are committed after the conclusion. A fact
 * that fails again and again goes to the dead letters, later facts of its case behind it, and the partition goes on.
 */
final class ReactionConsumer implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(ReactionConsumer.class);
    private static final Duration POLL = Duration.ofMillis(200);
    private static final int AT_A_TIME = 100;
    /** What comes again because its offset was not committed yet is concluded already, or concerns no reaction. */
    private static final long COMMIT_AT_MOST_EVERY_NANOS = TimeUnit.MILLISECONDS.toNanos(500);

    private final String service;
    private final KafkaClients clients;
    private final ReactionHandler handler;
    private final DeadLetters deadLetters;
    private final RetryPolicy retries;
    private final List<String> topics;
    private final CountDownLatch closing = new CountDownLatch(1);
    private final Thread thread;
    private volatile @Nullable KafkaConsumer<String, byte[]> consumer;
    private volatile boolean running;

    /** A fact that failed and waits to be tried again; its partition is paused. */
    private record Waiting(long offset, int failures, long againAtNanos) {}

    private final Map<TopicPartition, Waiting> waiting = new HashMap<>();
    /** What is done with and not committed yet. */
    private final Map<TopicPartition, OffsetAndMetadata> done = new HashMap<>();
    private long committedAt;
    private final Rounds rounds = new Rounds();
    /** Whether something of this round was more than passed over. */
    private boolean concerned;

    /** @param topics the fact topics of the others, and the own one where a reaction is on it */
    ReactionConsumer(String service, Collection<String> topics, KafkaClients clients, ReactionHandler handler, DeadLetters deadLetters, RetryPolicy retries) {
        this.service = service;
        this.clients = clients;
        this.handler = handler;
        this.deadLetters = deadLetters;
        this.retries = retries;
        this.topics = List.copyOf(topics);
        thread = Thread.ofPlatform().daemon().name("reactions-" + service).unstarted(this::run);
    }

    void start() {
        thread.start();
    }

    /** Whether it reads facts now. */
    boolean running() {
        return running;
    }

    private void run() {
        while (closing.getCount() > 0) {
            try (KafkaConsumer<String, byte[]> opened = clients.consumer("reactions", IsolationLevel.READ_COMMITTED, service + ".reactions",
                    Map.of(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, AT_A_TIME))) {
                consumer = opened;
                waiting.clear();
                done.clear();
                opened.subscribe(topics, new TakeOver(opened));
                running = true;
                while (closing.getCount() > 0) {
                    round(opened);
                }
            } catch (WakeupException | InterruptException e) {
                return;
            } catch (RuntimeException e) {
                log.warn("The reactions of {} lost their membership and join again: {}", service, e.toString());
                pause();
            } finally {
                running = false;
                consumer = null;
            }
        }
    }

    private void pause() {
        try {
            closing.await(1, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            closing.countDown();
        }
    }

    private void round(KafkaConsumer<String, byte[]> opened) {
        rounds.await();
        resumeWhatMayBeTriedAgain(opened);
        ConsumerRecords<String, byte[]> records = opened.poll(waiting.isEmpty() ? POLL : Duration.ofMillis(20));
        rounds.begin(records.count());
        concerned = false;
        for (TopicPartition partition : records.partitions()) {
            for (ConsumerRecord<String, byte[]> record : records.records(partition)) {
                if (closing.getCount() == 0 || !take(opened, partition, record)) {
                    break;
                }
                done.put(partition, new OffsetAndMetadata(record.offset() + 1));
            }
        }
        if (concerned) {
            rounds.end();
        } else {
            rounds.endUnconcerned();
        }
        if (System.nanoTime() - committedAt > COMMIT_AT_MOST_EVERY_NANOS) {
            commit(opened);
        }
    }

    private void commit(KafkaConsumer<String, byte[]> opened) {
        if (!done.isEmpty()) {
            try {
                opened.commitSync(done);
            } catch (CommitFailedException | RebalanceInProgressException e) {
                log.debug("The partitions moved on before their offsets were committed; what was concluded stays concluded.");
            }
            done.clear();
            committedAt = System.nanoTime();
        }
    }

    private void resumeWhatMayBeTriedAgain(KafkaConsumer<String, byte[]> opened) {
        long now = System.nanoTime();
        waiting.entrySet().stream().filter(entry -> entry.getValue().againAtNanos() - now <= 0).map(Map.Entry::getKey)
                .filter(opened.paused()::contains).forEach(partition -> opened.resume(List.of(partition)));
    }

    /** Whether the record is done with; else its partition waits in front of it. */
    private boolean take(KafkaConsumer<String, byte[]> opened, TopicPartition partition, ConsumerRecord<String, byte[]> record) {
        Waiting before = waiting.get(partition);
        int failures = before != null && before.offset() == record.offset() ? before.failures() : 0;
        try {
            synchronized (deadLetters) {
                if (deadLetters.block(record.topic(), String.valueOf(record.key()))) {
                    deadLetters.put(record, DeadLetter.Kind.PARKED, "parked behind an earlier fact of the same case");
                } else {
                    handle(record);
                }
            }
            waiting.remove(partition);
            return true;
        } catch (WakeupException | InterruptException e) {
            throw e;
        } catch (RuntimeException e) {
            return failed(opened, partition, record, failures + 1, e);
        }
    }

    private void handle(ConsumerRecord<String, byte[]> record) {
        if (FactCodec.typeOf(record.headers()).filter(type -> !handler.reactsTo(type)).isPresent()) {
            return;
        }
        concerned = true;
        Optional<FactReceived<? extends PublishedFact>> fact = FactCodec.decode(record);
        fact.ifPresent(received -> handler.handle(received, null));
    }

    private boolean failed(KafkaConsumer<String, byte[]> opened, TopicPartition partition, ConsumerRecord<String, byte[]> record, int failures, RuntimeException failure) {
        boolean countsAgainstTheFact = !RetryPolicy.nobodysFault(failure);
        if (countsAgainstTheFact && failures >= retries.limit()) {
            try {
                deadLetters.put(record, DeadLetter.Kind.FAILED, reason(failure));
                // the class says enough: a message might quote the fact
                log.error("The fact at {} offset {} could not be handled {} times and went to the dead letters: {}", partition, record.offset(), failures, failure.getClass().getName());
                log.debug("Why the fact at {} offset {} could not be handled", partition, record.offset(), failure);
                waiting.remove(partition);
                return true;
            } catch (KafkaException e) {
                log.warn("A dead letter could not be written; the fact is tried again.");
            }
        }
        int counted = countsAgainstTheFact ? failures : Math.max(0, failures - 1);
        Duration pause = retries.pauseAfter(Math.max(1, failures));
        waiting.put(partition, new Waiting(record.offset(), counted, System.nanoTime() + pause.toNanos()));
        opened.seek(partition, record.offset());
        opened.pause(List.of(partition));
        return false;
    }

    /** What failed, without any content of the fact. */
    static String reason(Throwable failure) {
        Throwable root = failure;
        while (root.getCause() != null && root.getCause() != root) {
            root = root.getCause();
        }
        return root == failure ? failure.getClass().getSimpleName() : failure.getClass().getSimpleName() + " because of " + root.getClass().getSimpleName();
    }

    @Override
    public void close() {
        closing.countDown();
        KafkaConsumer<String, byte[]> open = consumer;
        if (open != null) {
            open.wakeup();
        }
        try {
            thread.join(TimeUnit.SECONDS.toMillis(20));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Before the first fact of a partition is handled, the dead letters of whoever had it before are known. */
    private final class TakeOver implements ConsumerRebalanceListener {
        private final KafkaConsumer<String, byte[]> opened;

        TakeOver(KafkaConsumer<String, byte[]> opened) {
            this.opened = opened;
        }

        @Override
        public void onPartitionsAssigned(Collection<TopicPartition> partitions) {
            if (!partitions.isEmpty()) {
                deadLetters.awaitAll();
            }
        }

        @Override
        public void onPartitionsRevoked(Collection<TopicPartition> partitions) {
            partitions.forEach(waiting::remove);
            commit(opened);
        }

        @Override
        public void onPartitionsLost(Collection<TopicPartition> partitions) {
            partitions.forEach(waiting::remove);
            // whoever has them now says how far he is
            partitions.forEach(done::remove);
        }
    }
}
