package cn.dandang.kit.relay;

import cn.dandang.contracts.PublishedFact;
import cn.dandang.kit.publishing.FactPublisher;
import cn.dandang.kit.publishing.RecordedEvent;
import cn.dandang.kit.topic.FactCodec;
import cn.dandang.kit.topic.KafkaClients;
import cn.dandang.kit.topic.Rounds;
import cn.dandang.ledger.Ledger;
import cn.dandang.ledger.LedgerCursor;
import cn.dandang.ledger.Recorded;
import cn.dandang.ledger.TailReader;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.LongConsumer;
import java.util.function.Supplier;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.jspecify.annotations.Nullable;

/**
 * One holding of the relay partition: from the taking over to the loss. Runs on a thread of its own; what ended it is in {@link #end()}.
 * A producer is initialised once per term and never again, so that a fenced holder stays fenced.
 */
final class RelayTerm {
    /** Events in one transaction at most: small enough for its ten seconds. */
    private static final int RANGE = 2000;
    /** What the reader of the ledger has gathered, a few times: more would only take memory. */
    private static final int QUEUED = 16;

    private final String service;
    private final Ledger ledger;
    private final Function<Recorded, RecordedEvent> reader;
    private final FactPublisher publisher;
    private final KafkaClients clients;
    private final boolean opaque;
    private final LongConsumer progress;
    private final Consumer<Step> reached;
    private final Supplier<KafkaProducer<String, byte[]>> producers;
    private final BlockingQueue<List<Recorded>> queue = new ArrayBlockingQueue<>(QUEUED);
    private final Thread thread;
    private volatile boolean closing;
    private volatile boolean over;
    private volatile @Nullable Throwable end;
    private volatile @Nullable Throwable tailFailure;

    /** The steps of a term, between any two of which it may stand still for as long as a process can. */
    enum Step {
        INITIALISED, POSITION_READ, TRUSTED, RANGE_TAKEN, BEGUN, FACTS_SENT, POSITION_SENT, COMMITTED
    }

    RelayTerm(String service, Ledger ledger, Function<Recorded, RecordedEvent> reader, FactPublisher publisher, KafkaClients clients, boolean opaque, LongConsumer progress) {
        this(service, ledger, reader, publisher, clients, opaque, progress, step -> { }, () -> RelayProducer.open(clients, service));
    }

    /**
     * @param reached   told after each step, on the term's thread: a test lets it wait there
     * @param producers opens the producer: a test takes the fence out of it
     */
    RelayTerm(String service, Ledger ledger, Function<Recorded, RecordedEvent> reader, FactPublisher publisher, KafkaClients clients, boolean opaque, LongConsumer progress, Consumer<Step> reached,
              Supplier<KafkaProducer<String, byte[]>> producers) {
        this.service = service;
        this.ledger = ledger;
        this.reader = reader;
        this.publisher = publisher;
        this.clients = clients;
        this.opaque = opaque;
        this.progress = progress;
        this.reached = reached;
        this.producers = producers;
        thread = Thread.ofPlatform().daemon().name("relay-" + service).unstarted(this::run);
    }

    void start() {
        thread.start();
    }

    boolean running() {
        return thread.isAlive();
    }

    /** What ended the term by itself, or null. */
    @Nullable Throwable end() {
        return end;
    }

    void close() {
        closing = true;
        queue.offer(List.of());
        try {
            // the transaction in hand may end; one that hangs is left to the next holder
            if (!thread.join(Duration.ofSeconds(5))) {
                thread.interrupt();
                thread.join(Duration.ofSeconds(10));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        KafkaProducer<String, byte[]> producer = producers.get();
        try {
            producer.initTransactions();
            reached.accept(Step.INITIALISED);
            RelayPosition position = RelayPosition.read(clients, service);
            reached.accept(Step.POSITION_READ);
            long from = requireTrustworthy(producer, position);
            reached.accept(Step.TRUSTED);
            relay(producer, position, from);
        } catch (Throwable e) {
            if (!closing) {
                end = e;
            }
        } finally {
            // an open transaction is left to the next holder, whose initTransactions ends it
            boolean interrupted = Thread.interrupted();
            producer.close(Duration.ZERO);
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /** As {@link #requireTrustworthy(RelayPosition)}; but who was fenced meanwhile has seen an old position, and nothing is wrong. */
    private long requireTrustworthy(KafkaProducer<String, byte[]> producer, RelayPosition position) throws InterruptedException {
        try {
            return requireTrustworthy(position);
        } catch (RelayStoppedException stopped) {
            requireStillHolding(producer, position);
            throw stopped;
        }
    }

    /** Asks the brokers with a record that is taken back: they refuse it from a holder that was fenced. */
    private void requireStillHolding(KafkaProducer<String, byte[]> producer, RelayPosition position) throws InterruptedException {
        producer.beginTransaction();
        try {
            producer.send(position.record(service)).get();
        } catch (ExecutionException e) {
            throw e.getCause() instanceof KafkaException known ? known : new KafkaException(e.getCause());
        }
        producer.abortTransaction();
    }

    /** Refuses a position that the ledger or the fact topics contradict; gives the ledger position to go on from. */
    private long requireTrustworthy(RelayPosition position) {
        long from = opaque ? ledgerPositionOf(position.next()) : position.next();
        long head = ledger.head();
        if (from > head) {
            throw RelayStoppedException.beyondHead(from, head);
        }
        long highest = PublishedHeads.highest(clients, service);
        if (highest >= position.published()) {
            throw RelayStoppedException.behindFacts(position, highest);
        }
        return from;
    }

    /** Where the ledger goes on after so many events that were published. */
    private long ledgerPositionOf(long published) {
        long counted = 0;
        long next = 0;
        try (LedgerCursor cursor = ledger.cursor(0, ledger.head())) {
            while (counted < published) {
                if (!cursor.hasNext()) {
                    throw RelayStoppedException.beyondHead(published, counted);
                }
                Recorded recorded = cursor.next();
                counted += translate(recorded, counted).isEmpty() ? 0 : 1;
                next = recorded.position() + 1;
            }
        }
        return next;
    }

    private void relay(KafkaProducer<String, byte[]> producer, RelayPosition start, long from) throws InterruptedException {
        RelayPosition position = start;
        long next = from;
        // brokers and readers have work with each transaction, whatever is in it
        Rounds rounds = new Rounds();
        TailReader tail = ledger.tail(from, this::queue, "relay", failure -> tailFailure = failure.cause());
        try {
            while (!closing) {
                List<Recorded> range = nextRange(rounds.next());
                if (!range.isEmpty()) {
                    rounds.begin(range.size());
                    reached.accept(Step.RANGE_TAKEN);
                    position = publish(producer, position, range);
                    next = range.getLast().position() + 1;
                    rounds.end();
                }
                // told after the first range only: a term that stops at once never counts as relaying
                progress.accept(next);
                Throwable failed = tailFailure;
                if (failed != null && queue.isEmpty()) {
                    throw RelayStoppedException.ledger(tail.position(), failed);
                }
            }
        } finally {
            over = true;
            tail.stop();
        }
    }

    private void queue(List<Recorded> batch) throws InterruptedException {
        boolean taken = false;
        while (!taken && !over) {
            taken = queue.offer(batch, 100, TimeUnit.MILLISECONDS);
        }
    }

    /** What has been committed to the ledger in the meantime, in one piece; who comes alone is not kept waiting. */
    private List<Recorded> nextRange(long notBefore) throws InterruptedException {
        List<Recorded> range = new ArrayList<>();
        List<Recorded> batch = queue.poll(500, TimeUnit.MILLISECONDS);
        while (batch != null) {
            range.addAll(batch);
            batch = range.size() < RANGE && !closing ? queue.poll(notBefore - System.nanoTime(), TimeUnit.NANOSECONDS) : null;
        }
        return range;
    }

    private RelayPosition publish(KafkaProducer<String, byte[]> producer, RelayPosition position, List<Recorded> range) {
        List<ProducerRecord<String, byte[]>> facts = new ArrayList<>();
        long ordinal = position.next();
        for (Recorded recorded : range) {
            List<ProducerRecord<String, byte[]>> translated = translate(recorded, ordinal);
            facts.addAll(translated);
            ordinal += translated.isEmpty() ? 0 : 1;
        }
        long next = opaque ? ordinal : range.getLast().position() + 1;
        if (facts.isEmpty()) {
            // no record for events that concern nobody else: their number and time are nobody's business
            return new RelayPosition(next, position.published());
        }
        RelayPosition after = position.advancedTo(next);
        producer.beginTransaction();
        reached.accept(Step.BEGUN);
        facts.forEach(producer::send);
        reached.accept(Step.FACTS_SENT);
        producer.send(after.record(service));
        reached.accept(Step.POSITION_SENT);
        producer.commitTransaction();
        reached.accept(Step.COMMITTED);
        return after;
    }

    /** @param ordinal how many events were published before: the position told to others where the ledger's own would tell of unpublished ones */
    private List<ProducerRecord<String, byte[]>> translate(Recorded recorded, long ordinal) {
        try {
            RecordedEvent event = reader.apply(recorded);
            List<PublishedFact> facts = publisher.facts(event);
            return FactCodec.encode(event, opaque ? ordinal : event.position(), facts);
        } catch (RuntimeException e) {
            throw RelayStoppedException.untranslatable(recorded.position(), e);
        }
    }
}
