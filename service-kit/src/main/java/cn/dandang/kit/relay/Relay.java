package cn.dandang.kit.relay;

import cn.dandang.contracts.Topics;
import cn.dandang.kit.publishing.FactPublisher;
import cn.dandang.kit.publishing.RecordedEvent;
import cn.dandang.kit.relay.RelayStatus.State;
import cn.dandang.kit.topic.KafkaClients;
import cn.dandang.ledger.Ledger;
import cn.dandang.ledger.Recorded;
import cn.dandang.policy.Message;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.InvalidProducerEpochException;
import org.apache.kafka.common.errors.ProducerFencedException;
import org.apache.kafka.common.errors.WakeupException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Publishes the own ledger's facts: each once, as a read_committed reader sees it, in the order of the ledger. Of all replicas the one that
 * the group {@code <service>.relay} gives the position partition to does it. Stops and says so rather than skip or double anything.
 */
public final class Relay implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(Relay.class);
    private static final Duration MEMBERSHIP_POLL = Duration.ofMillis(200);
    /** Its own positions come with every transaction and concern nobody; only a rewind among them does, and half a second later is soon enough. */
    private static final Map<String, Object> SELDOM = Map.of(ConsumerConfig.FETCH_MIN_BYTES_CONFIG, 1 << 20);

    private final String service;
    private final Ledger ledger;
    private final Function<Recorded, RecordedEvent> reader;
    private final FactPublisher publisher;
    private final KafkaClients clients;
    private final boolean opaque;
    private final Duration rejoinAfter;
    private final CountDownLatch closing = new CountDownLatch(1);
    private final Thread thread;
    private volatile long next;
    private volatile State state = State.WAITING;
    private volatile @Nullable Message reason;
    private @Nullable RelayTerm term;
    private @Nullable Message lastTold;

    /**
     * @param reader      decodes a record of the ledger
     * @param opaque      whether facts are numbered by themselves instead of by their place in the ledger: where the distance of two
     *                    places would tell how much was recorded in between, as in the service of reports
     * @param rejoinAfter how long it stays out of the group after it stopped or lost a connection
     */
    public Relay(String service, Ledger ledger, Function<Recorded, RecordedEvent> reader, FactPublisher publisher, KafkaClients clients, boolean opaque, Duration rejoinAfter) {
        this.service = service;
        this.ledger = ledger;
        this.reader = reader;
        this.publisher = publisher;
        this.clients = clients;
        this.opaque = opaque;
        this.rejoinAfter = rejoinAfter;
        thread = Thread.ofPlatform().daemon().name("relay-lease-" + service).unstarted(this::run);
    }

    public void start() {
        thread.start();
    }

    public RelayStatus status() {
        return new RelayStatus(state, next, reason);
    }

    /** Records of the ledger that this process has not seen relayed; -1 while another member relays. */
    public long lag() {
        return state == State.WAITING ? -1 : Math.max(0, ledger.head() - next);
    }

    @Override
    public void close() {
        closing.countDown();
        try {
            thread.join(TimeUnit.SECONDS.toMillis(30));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        while (closing.getCount() > 0) {
            boolean pause = true;
            try {
                pause = hold();
            } catch (InterruptException | WakeupException e) {
                return;
            } catch (RuntimeException e) {
                log.warn("The relay of {} lost its membership and joins again: {}", service, e.toString());
            }
            if (pause) {
                await(rejoinAfter);
            }
        }
    }

    /** One membership: joins, relays while it holds the partition, leaves. True if it should stay out for a while. */
    private boolean hold() {
        try (KafkaConsumer<String, byte[]> lease = clients.consumer("relay-lease", IsolationLevel.READ_COMMITTED, service + ".relay", SELDOM)) {
            lease.subscribe(List.of(Topics.relay(service)), new Lease(lease));
            while (closing.getCount() > 0) {
                boolean rewound = false;
                for (ConsumerRecord<String, byte[]> record : lease.poll(MEMBERSHIP_POLL)) {
                    rewound |= RelayPosition.isRewind(record);
                }
                RelayTerm held = term;
                if (rewound && held != null) {
                    log.info("The relay of {} was rewound; it leaves and joins again.", service);
                    return false;
                }
                if (held != null && !held.running()) {
                    return ended(held.end());
                }
            }
            return false;
        } finally {
            endTerm();
            if (state == State.RELAYING) {
                state = State.WAITING;
            }
        }
    }

    private boolean ended(@Nullable Throwable cause) {
        switch (cause) {
            case RelayStoppedException stopped -> {
                if (!stopped.reason().equals(lastTold)) {
                    lastTold = stopped.reason();
                    log.error("The relay of {} stopped. {}", service, stopped.reason().en(), stopped.getCause());
                }
                reason = stopped.reason();
                state = State.STOPPED;
                return true;
            }
            case ProducerFencedException _, InvalidProducerEpochException _ -> {
                log.info("The relay of {} was fenced by a newer holder; it leaves and joins again.", service);
                return false;
            }
            case null, default -> {
                log.warn("The relay of {} was interrupted and joins again: {}", service, String.valueOf(cause));
                return true;
            }
        }
    }

    private void await(Duration atMost) {
        try {
            closing.await(atMost.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            closing.countDown();
        }
    }

    private void progressed(long position) {
        next = position;
        state = State.RELAYING;
        reason = null;
    }

    private void endTerm() {
        RelayTerm held = term;
        term = null;
        if (held != null) {
            held.close();
        }
    }

    /** Holding the partition is the lease. Its records are read by the term itself; here only those that come later, for a rewind among them. */
    private final class Lease implements ConsumerRebalanceListener {
        private final KafkaConsumer<String, byte[]> consumer;

        Lease(KafkaConsumer<String, byte[]> consumer) {
            this.consumer = consumer;
        }

        @Override
        public void onPartitionsAssigned(Collection<TopicPartition> partitions) {
            if (partitions.isEmpty()) {
                state = State.WAITING;
            } else {
                consumer.seekToEnd(partitions);
                RelayTerm started = new RelayTerm(service, ledger, reader, publisher, clients, opaque, Relay.this::progressed);
                term = started;
                started.start();
            }
        }

        @Override
        public void onPartitionsRevoked(Collection<TopicPartition> partitions) {
            if (!partitions.isEmpty()) {
                endTerm();
                state = state == State.STOPPED ? State.STOPPED : State.WAITING;
            }
        }
    }
}
