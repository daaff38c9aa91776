package cn.dandang.kit.reaction;

import cn.dandang.contracts.Topics;
import cn.dandang.kit.topic.KafkaClients;
import cn.dandang.kit.topic.TopicEnds;
import cn.dandang.kit.topic.TopicFollower;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;

/** The dead letters of a service, kept in its dead-letter topic: what is written there is what every replica knows. Thread-safe. */
final class DeadLetters implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    /** A letter with the record it holds. */
    record Held(DeadLetter letter, Headers headers, byte @Nullable [] value) {}

    private final String topic;
    private final KafkaClients clients;
    private final Clock system;
    private final Map<String, Held> held = new LinkedHashMap<>();
    private @Nullable KafkaProducer<String, byte[]> producer;
    private @Nullable TopicFollower follower;

    DeadLetters(String service, KafkaClients clients, Clock system) {
        this.topic = Topics.dead(service);
        this.clients = clients;
        this.system = system;
    }

    /** Opens the topic; from then on every letter of every replica is known after a moment. */
    synchronized void start() {
        producer = clients.producer("dead-letters", Map.of());
        follower = TopicFollower.start(clients, "dead-letters", List.of(topic), Map.of(), records -> records.forEach(this::take));
    }

    /** Waits until every letter that is in the topic now is known here: asked before a partition is taken over from another replica. */
    void awaitAll() {
        TopicPartition partition = new TopicPartition(topic, 0);
        long end;
        try (Admin admin = clients.admin("dead-letters")) {
            end = TopicEnds.readUncommitted(admin, List.of(partition)).get(partition);
        }
        try {
            if (!started().awaitOffset(partition, end, PATIENCE)) {
                throw new TimeoutException("The dead letters could not be read to their end " + end + " within " + PATIENCE.toSeconds() + " seconds.");
            }
        } catch (InterruptedException e) {
            throw new InterruptException(e);
        }
    }

    private synchronized TopicFollower started() {
        if (follower == null) {
            throw new IllegalStateException("The dead letters are not open.");
        }
        return follower;
    }

    /** Whether a fact of this case lies here, so that later ones have to wait behind it. */
    synchronized boolean block(String factTopic, String rootCase) {
        return held.values().stream().map(Held::letter).anyMatch(letter -> letter.open() && letter.topic().equals(factTopic) && letter.rootCase().equals(rootCase));
    }

    /** Puts a record here; durable when it returns. */
    synchronized void put(ConsumerRecord<String, byte[]> record, DeadLetter.Kind kind, String reason) {
        DeadLetter letter = DeadLetterCodec.letter(record, kind, reason, system.instant());
        if (held.containsKey(letter.id())) {
            return;
        }
        ProducerRecord<String, byte[]> encoded = DeadLetterCodec.encode(topic, letter, record.headers(), record.value());
        send(encoded);
        held.putIfAbsent(letter.id(), new Held(letter, encoded.headers(), record.value()));
    }

    /** Marks a letter as tried again with success by this person; durable when it returns. */
    synchronized void resolve(String id, String person) {
        Held letter = held.get(id);
        if (letter != null && letter.letter().open()) {
            send(DeadLetterCodec.resolution(topic, letter.letter(), person));
            // the record is done with: only the letter itself is remembered
            held.put(id, new Held(letter.letter().resolved(person), letter.headers(), null));
        }
    }

    synchronized Optional<Held> find(String id) {
        return Optional.ofNullable(held.get(id));
    }

    /** Open letters of the same case in the order they came, oldest first. */
    synchronized List<Held> openOfCase(DeadLetter of) {
        return held.values().stream()
                .filter(other -> other.letter().open() && other.letter().topic().equals(of.topic()) && other.letter().rootCase().equals(of.rootCase()))
                .toList();
    }

    synchronized List<DeadLetter> all() {
        return held.values().stream().map(Held::letter).toList();
    }

    synchronized long openCount() {
        return held.values().stream().filter(letter -> letter.letter().open()).count();
    }

    private void send(ProducerRecord<String, byte[]> record) {
        if (producer == null) {
            throw new IllegalStateException("The dead letters are not open.");
        }
        try {
            producer.send(record).get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            throw new InterruptException(e);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof KafkaException known ? known : new KafkaException("A dead letter could not be written", e.getCause());
        } catch (java.util.concurrent.TimeoutException e) {
            throw new TimeoutException("A dead letter could not be written within " + PATIENCE.toSeconds() + " seconds.", e);
        }
    }

    private synchronized void take(ConsumerRecord<String, byte[]> record) {
        if (DeadLetterCodec.isResolution(record)) {
            held.computeIfPresent(DeadLetterCodec.idOf(record), (id, letter) -> letter.letter().open()
                    ? new Held(letter.letter().resolved(DeadLetterCodec.resolvedBy(record)), letter.headers(), null) : letter);
        } else {
            DeadLetter letter = DeadLetterCodec.decode(record);
            held.putIfAbsent(letter.id(), new Held(letter, record.headers(), record.value()));
        }
    }

    @Override
    public void close() {
        TopicFollower reading;
        KafkaProducer<String, byte[]> writing;
        synchronized (this) {
            reading = follower;
            writing = producer;
        }
        if (reading != null) {
            reading.close();
        }
        if (writing != null) {
            writing.close(Duration.ofSeconds(5));
        }
    }
}
