package cn.dandang.kit.topic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.dandang.contracts.Topics;
import cn.dandang.kit.wire.TestBroker;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a follower that catches up promises while the next records are prepared on a second thread. */
class ReadAheadTest {
    private static final Duration LONG = Duration.ofSeconds(60);
    private static final int TOGETHER = 10;

    private final String name = "ahead-" + UUID.randomUUID();
    private final TopicPartition partition = new TopicPartition(name, 0);
    private final KafkaClients clients = new KafkaClients("test", TestBroker.bootstrap(), Map.of(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, TOGETHER));
    private final List<String> taken = new CopyOnWriteArrayList<>();
    private final AtomicInteger prepared = new AtomicInteger();

    @BeforeEach
    void topic() {
        TestBroker.create(TestBroker.bootstrap(), List.of(new Topics.Topic(name, 1, Map.of())));
    }

    private void publish(int from, int to) throws Exception {
        try (KafkaProducer<String, byte[]> producer = clients.producer("source", Map.of())) {
            for (int number = from; number < to; number++) {
                producer.send(new ProducerRecord<>(name, Integer.toString(number), new byte[0])).get();
            }
        }
    }

    private static List<String> keys(int from, int to) {
        return IntStream.range(from, to).mapToObj(Integer::toString).toList();
    }

    private static List<String> keys(ConsumerRecords<String, byte[]> records) {
        List<String> keys = new ArrayList<>();
        records.forEach(record -> keys.add(record.key()));
        return keys;
    }

    private TopicFollower follow(ReadAhead.Preparing preparing) {
        return TopicFollower.startPrepared(clients, name, List.of(name), Map.of(), preparing);
    }

    private void awaitPrepared(int batches) {
        await().atMost(LONG).until(() -> prepared.get() == batches);
    }

    private List<Thread> threads() {
        return Thread.getAllStackTraces().keySet().stream().filter(thread -> thread.getName().startsWith("topic-" + name)).toList();
    }

    @Test
    void one_batch_is_prepared_while_the_one_before_is_taken_and_no_position_passes_what_was_taken() throws Exception {
        publish(0, 60);
        CountDownLatch going = new CountDownLatch(1);
        AtomicInteger done = new AtomicInteger();
        AtomicInteger farthest = new AtomicInteger();
        try (TopicFollower follower = follow(records -> {
            List<String> batch = keys(records);
            farthest.accumulateAndGet(prepared.incrementAndGet() - done.get(), Math::max);
            return () -> {
                await().atMost(LONG).until(() -> going.getCount() == 0);
                taken.addAll(batch);
                done.incrementAndGet();
            };
        })) {
            awaitPrepared(2);
            assertThat(follower.remaining()).isEqualTo(60);
            assertThat(follower.positions()).doesNotContainKey(partition);
            assertThat(follower.awaitOffset(partition, 1, Duration.ZERO)).isFalse();
            assertThat(follower.awaitEnd(Duration.ZERO)).isFalse();
            going.countDown();
            assertThat(follower.awaitEnd(LONG)).isTrue();
            assertThat(follower.positions()).containsEntry(partition, 60L);
            assertThat(taken).isEqualTo(keys(0, 60));
            assertThat(farthest).as("the batch that is taken and one in hand").hasValue(2);
        }
    }

    @Test
    void a_record_that_cannot_be_prepared_stops_the_follower_after_everything_before_it_was_taken() throws Exception {
        publish(0, 40);
        CountDownLatch failed = new CountDownLatch(1);
        IllegalStateException damaged = new IllegalStateException("damaged");
        try (TopicFollower follower = follow(records -> {
            for (ConsumerRecord<String, byte[]> record : records) {
                if (record.key().equals("25")) {
                    failed.countDown();
                    throw damaged;
                }
            }
            List<String> batch = keys(records);
            return () -> {
                if (batch.contains("10")) {
                    // the batch with the damaged record was met before this one is done
                    await().atMost(LONG).until(() -> failed.getCount() == 0);
                }
                taken.addAll(batch);
            };
        })) {
            await().atMost(LONG).until(() -> follower.failure().isPresent());
            assertThat(follower.failure()).containsSame(damaged);
            assertThat(taken).isEqualTo(keys(0, 20));
            assertThat(follower.positions()).containsEntry(partition, 20L);
            assertThat(follower.caughtUp()).isFalse();
            await().atMost(LONG).until(() -> threads().isEmpty());
        }
    }

    @Test
    void a_batch_that_cannot_be_taken_stops_the_follower_though_the_next_is_in_hand() throws Exception {
        publish(0, 40);
        try (TopicFollower follower = follow(records -> {
            List<String> batch = keys(records);
            prepared.incrementAndGet();
            return () -> {
                if (batch.contains("10")) {
                    awaitPrepared(3);
                    throw new IllegalStateException("not this one");
                }
                taken.addAll(batch);
            };
        })) {
            await().atMost(LONG).until(() -> follower.failure().isPresent());
            await().atMost(LONG).until(() -> threads().isEmpty());
            assertThat(taken).isEqualTo(keys(0, 10));
            assertThat(follower.positions()).containsEntry(partition, 10L);
        }
    }

    @Test
    void a_close_in_the_middle_ends_both_threads_and_leaves_what_was_in_hand_for_the_next_time() throws Exception {
        publish(0, 40);
        AtomicReference<TopicFollower> running = new AtomicReference<>();
        TopicFollower follower = follow(records -> {
            List<String> batch = keys(records);
            prepared.incrementAndGet();
            return () -> {
                awaitPrepared(2);
                await().atMost(LONG).until(() -> running.get() != null);
                running.get().close();
                taken.addAll(batch);
            };
        });
        running.set(follower);
        await().atMost(LONG).until(() -> threads().isEmpty());
        assertThat(taken).isEqualTo(keys(0, 10));
        assertThat(follower.positions()).containsEntry(partition, 10L);
        assertThat(follower.failure()).isEmpty();
        assertThat(follower.caughtUp()).isFalse();
        try (TopicFollower next = TopicFollower.start(clients, name, List.of(name), follower.positions(), records -> taken.addAll(keys(records)))) {
            assertThat(next.awaitEnd(LONG)).isTrue();
            assertThat(taken).isEqualTo(keys(0, 40));
        }
    }

    @Test
    void a_close_ends_both_threads_while_they_wait_for_a_transaction() throws Exception {
        publish(0, 10);
        try (KafkaProducer<String, byte[]> producer = clients.producer("open", Map.of(ProducerConfig.TRANSACTIONAL_ID_CONFIG, name))) {
            producer.initTransactions();
            producer.beginTransaction();
            producer.send(new ProducerRecord<>(name, "10", new byte[0])).get();
            TopicFollower follower = follow(records -> () -> taken.addAll(keys(records)));
            await().atMost(LONG).until(() -> taken.size() == 10);
            assertThat(threads()).hasSize(2);
            assertThat(follower.caughtUp()).isFalse();
            follower.close();
            await().atMost(LONG).until(() -> threads().isEmpty());
            assertThat(follower.caughtUp()).isFalse();
            assertThat(follower.failure()).isEmpty();
            producer.abortTransaction();
        }
    }

    @Test
    void who_has_caught_up_prepares_and_takes_on_one_thread() throws Exception {
        publish(0, 20);
        CompletableFuture<String> preparing = new CompletableFuture<>();
        CompletableFuture<String> taking = new CompletableFuture<>();
        try (TopicFollower follower = follow(records -> {
            List<String> batch = keys(records);
            String thread = Thread.currentThread().getName();
            return () -> {
                taken.addAll(batch);
                if (batch.contains("20")) {
                    preparing.complete(thread);
                    taking.complete(Thread.currentThread().getName());
                } else {
                    assertThat(thread).isEqualTo("topic-" + name + "-ahead");
                }
            };
        })) {
            assertThat(follower.awaitEnd(LONG)).isTrue();
            publish(20, 21);
            assertThat(preparing).succeedsWithin(LONG).isEqualTo("topic-" + name);
            assertThat(taking).succeedsWithin(LONG).isEqualTo("topic-" + name);
            assertThat(threads()).hasSize(1);
            assertThat(follower.failure()).isEmpty();
            assertThat(taken).isEqualTo(keys(0, 21));
        }
    }
}
