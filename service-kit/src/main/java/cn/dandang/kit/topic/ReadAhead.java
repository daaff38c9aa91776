package cn.dandang.kit.topic;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;
import org.jspecify.annotations.Nullable;

/**
 * Reads partitions to their ends on two threads: the next records are fetched and prepared while those before are taken. One batch is in hand,
 * no more, and none beyond the ends (decision 0082). The second thread has the consumer until the reading ends, and ends with it.
 */
public final class ReadAhead {
    private static final Duration POLL = Duration.ofMillis(50);

    /** Makes records ready to be taken. Those before them may not have been taken yet: it changes nothing that another can see. */
    @FunctionalInterface
    public interface Preparing {
        /** @return takes the records, those of one partition in their order */
        Runnable prepare(ConsumerRecords<String, byte[]> records);
    }

    /**
     * What was fetched in one go.
     *
     * @param positions where the consumer stood behind it
     */
    private record Batch(@Nullable Runnable taking, Map<TopicPartition, Long> positions) {
        boolean reaches(Map<TopicPartition, Long> ends) {
            return ends.entrySet().stream().allMatch(end -> positions.getOrDefault(end.getKey(), 0L) >= end.getValue());
        }
    }

    private ReadAhead() {}

    /**
     * Reads on from where the consumer stands, and takes on the thread that calls. What goes wrong on either thread is thrown here, after
     * everything before it was taken.
     *
     * @param ends    where to end: as soon as all are reached, and not before the first look
     * @param moved   told after each batch that was taken: everything below these positions was
     * @param stopped whether to end between two batches, short of the ends
     */
    public static void toEnds(KafkaConsumer<String, byte[]> consumer, Map<TopicPartition, Long> ends, Preparing preparing, Consumer<Map<TopicPartition, Long>> moved, BooleanSupplier stopped) {
        try (ExecutorService second = Executors.newSingleThreadExecutor(Thread.ofPlatform().daemon().name(Thread.currentThread().getName() + "-ahead").factory())) {
            Future<Batch> next = second.submit(() -> fetch(consumer, preparing));
            while (next != null && !stopped.getAsBoolean()) {
                Batch batch = fetched(next);
                next = batch.reaches(ends) ? null : second.submit(() -> fetch(consumer, preparing));
                if (batch.taking() != null) {
                    batch.taking().run();
                }
                moved.accept(batch.positions());
            }
        }
    }

    private static Batch fetch(KafkaConsumer<String, byte[]> consumer, Preparing preparing) {
        ConsumerRecords<String, byte[]> records = consumer.poll(POLL);
        Runnable taking = records.isEmpty() ? null : preparing.prepare(records);
        return new Batch(taking, positions(consumer));
    }

    /** Where a consumer stands: over the markers that end a transaction, which are no records. */
    static Map<TopicPartition, Long> positions(KafkaConsumer<?, ?> consumer) {
        Map<TopicPartition, Long> positions = new HashMap<>();
        consumer.assignment().forEach(partition -> positions.put(partition, consumer.position(partition)));
        return positions;
    }

    private static Batch fetched(Future<Batch> batch) {
        try {
            return batch.get();
        } catch (InterruptedException e) {
            throw new InterruptException(e);
        } catch (ExecutionException e) {
            switch (e.getCause()) {
                case RuntimeException failure -> throw failure;
                case Error failure -> throw failure;
                case null, default -> throw new IllegalStateException(e);
            }
        }
    }
}
