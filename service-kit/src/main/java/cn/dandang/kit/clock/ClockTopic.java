package cn.dandang.kit.clock;

import cn.dandang.contracts.Topics;
import cn.dandang.kit.codec.Json;
import cn.dandang.kit.topic.KafkaClients;
import cn.dandang.kit.topic.TopicFollower;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The topic that holds how far business time is ahead. Only the local profile follows it; only the launcher's checks and tests write it. */
public final class ClockTopic {
    private static final Logger log = LoggerFactory.getLogger(ClockTopic.class);
    private static final String KEY = "offset";
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    /** What a record says. */
    private record Offset(long millis) {}

    private final KafkaClients clients;
    private final Clock system;

    public ClockTopic(KafkaClients clients) {
        this(clients, Clock.systemUTC());
    }

    ClockTopic(KafkaClients clients, Clock system) {
        this.clients = clients;
        this.system = system;
    }

    /** Moves the given clock with the topic; the caller closes the follower. */
    public TopicFollower follow(BusinessClock clock) {
        return TopicFollower.start(clients, "clock", List.of(Topics.CLOCK), Map.of(), records -> records.forEach(record -> {
            Duration offset = Duration.ofMillis(Json.read(record.value(), Offset.class).millis());
            if (offset.compareTo(clock.offset()) > 0) {
                clock.moveTo(offset);
                log.info("Business time moved forward to {}.", clock.instant());
            }
        }));
    }

    /**
     * Moves the business time of every service that follows forward to this instant.
     *
     * @throws IllegalArgumentException if business time is later already
     */
    public void advanceTo(Instant instant) {
        BusinessClock known = BusinessClock.over(system);
        try (TopicFollower follower = follow(known)) {
            if (!follower.awaitEnd(PATIENCE)) {
                throw new IllegalStateException("The topic " + Topics.CLOCK + " could not be read within " + PATIENCE.toSeconds() + " seconds.");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted before the clock was moved", e);
        }
        if (instant.isBefore(known.instant())) {
            throw new IllegalArgumentException("Business time goes forward only: it is " + known.instant() + ", later than " + instant + ".");
        }
        write(Duration.between(system.instant(), instant));
    }

    private void write(Duration offset) {
        try (KafkaProducer<String, byte[]> producer = clients.producer("clock", Map.of())) {
            producer.send(new ProducerRecord<>(Topics.CLOCK, KEY, Json.bytes(new Offset(offset.toMillis())))).get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted before the clock was moved", e);
        } catch (ExecutionException | TimeoutException e) {
            throw new IllegalStateException("The clock could not be moved", e);
        }
    }
}
