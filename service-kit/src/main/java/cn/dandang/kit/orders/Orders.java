package cn.dandang.kit.orders;

import cn.dandang.kit.codec.EventCodec;
import cn.dandang.kit.decision.Circumstances;
import cn.dandang.kit.decision.Command;
import cn.dandang.kit.decision.Decider;
import cn.dandang.kit.decision.Decision;
import cn.dandang.kit.decision.DomainEvent;
import cn.dandang.kit.decision.Refusal;
import cn.dandang.kit.ids.Ids;
import cn.dandang.kit.snapshot.Snapshots;
import cn.dandang.ledger.AppendRefused;
import cn.dandang.ledger.AppendRefusedException;
import cn.dandang.ledger.Ledger;
import cn.dandang.ledger.LedgerCursor;
import cn.dandang.ledger.LedgerUnavailableException;
import cn.dandang.ledger.OutcomeUnknownException;
import cn.dandang.ledger.Recorded;
import cn.dandang.policy.Message;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.LockSupport;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.jspecify.annotations.Nullable;

/**
 * Takes orders. All commands of an order are decided in turn, each on the state that the earlier ones leave, and appended as one; a refusal
 * of any writes nothing. Thread-safe.
 */
public final class Orders implements AutoCloseable {
    private static final int SYSTEM_TRIES = 5;
    private static final Duration LONGEST_JITTER = Duration.ofMillis(40);

    private final Ledger ledger;
    private final EventCodec codec;
    private final Deciders deciders;
    private final CircumstancesSource source;
    private final OrderDispatch dispatch;
    private final StreamStates states;
    private final OrderGate gate;

    /** Orders over a ledger, which is not closed with them; every stream is read from its first event. */
    public Orders(Ledger ledger, EventCodec codec, Deciders deciders, CircumstancesSource source, Ids ids) {
        this(ledger, codec, deciders, source, ids, Snapshots.off(), OrderGate.NONE);
    }

    /** Orders over a ledger, with kept states of long streams; neither is closed with them. The gate is asked about each command before it is decided. */
    public Orders(Ledger ledger, EventCodec codec, Deciders deciders, CircumstancesSource source, Ids ids, Snapshots snapshots, OrderGate gate) {
        this.gate = gate;
        this.states = new StreamStates(ledger, codec, snapshots);
        this.dispatch = new OrderDispatch(ledger, codec, deciders, ids, states);
        this.ledger = ledger;
        this.codec = codec;
        this.deciders = deciders;
        this.source = source;
    }

    /**
     * Decides and records an order; when it returns, the events are durable. A repeated key answers with the first receipt.
     * An order of a person that loses a race is refused, one of the system is decided again up to five times.
     *
     * @throws OrderRefusedException      if a decision refuses, the version is stale, or the key was used for another request; nothing is written
     * @throws OutcomeUnknownException    if the ledger did not say in time whether it landed; ask again with the same key
     * @throws LedgerUnavailableException if the ledger cannot serve; nothing is written
     */
    public Receipt send(Order order) {
        if (CurrentUnitOfWork.isStarted()) {
            throw new IllegalStateException("An order cannot be sent while another is being decided on this thread: put its commands into the same order.");
        }
        Optional<Receipt> before = first(order);
        if (before.isPresent()) {
            return before.get();
        }
        Optional<Refusal> held = held(order);
        if (held.isPresent()) {
            throw new OrderRefusedException(held.get(), source.circumstances(order.actor(), order.asOf()).policy().rulesVersion());
        }
        for (int attempt = 1; ; attempt++) {
            Circumstances now = source.circumstances(order.actor(), order.asOf());
            try {
                return dispatch.run(order, now);
            } catch (OrderRefusedException | AppendRefusedException refused) {
                // the twin of this order may have landed between the look and the append
                Optional<Receipt> twin = first(order);
                if (twin.isPresent()) {
                    return twin.get();
                }
                if (refused instanceof OrderRefusedException decided) {
                    throw decided;
                }
                AppendRefused why = ((AppendRefusedException) refused).refusal();
                if (!(why instanceof AppendRefused.VersionTaken || why instanceof AppendRefused.VersionSkipped)) {
                    throw new OrderRefusedException(notAppended(why), now.policy().rulesVersion());
                }
                if (!order.actor().isSystem() || attempt == SYSTEM_TRIES) {
                    throw new OrderRefusedException(new KitRefusal.LostRace(), now.policy().rulesVersion());
                }
                LockSupport.parkNanos(this, ThreadLocalRandom.current().nextLong(LONGEST_JITTER.toNanos() * attempt));
            }
        }
    }

    /** The refusal that an order would meet now, or empty if it would be taken. Nothing is written; keys and versions are not looked at. */
    public Optional<Refusal> ask(Order order) {
        Optional<Refusal> held = held(order);
        if (held.isPresent()) {
            return held;
        }
        Circumstances now = source.circumstances(order.actor(), order.asOf());
        Map<String, Object> states = new HashMap<>();
        for (Command offered : order.commands()) {
            Command command = Once.bare(offered);
            Decider<Command, DomainEvent, Object> decider = typed(deciders.forCommand(command));
            Object state = states.computeIfAbsent(command.stream(), stream -> state(stream, decider));
            switch (decider.decide(command, state, now)) {
                case Decision.Refused<DomainEvent> refused -> {
                    return Optional.of(refused.refusal());
                }
                case Decision.Accepted<DomainEvent> accepted -> {
                    for (DomainEvent event : accepted.events()) {
                        state = decider.evolve(state, event);
                    }
                    states.put(command.stream(), state);
                }
            }
        }
        return Optional.empty();
    }

    /** The state of a stream as of its last event, from the ledger; the initial state for a stream without events. */
    @SuppressWarnings("unchecked")
    public <S> S state(String stream, Decider<?, ?, S> decider) {
        return (S) states.state(stream, decider);
    }

    /** Whether the matter of a stream has come to its end, as its decider says; false for a stream that no decider of this service knows. */
    public boolean closed(String stream) {
        return deciders.ofStream(stream).filter(decider -> closed(stream, decider)).isPresent();
    }

    private <S> boolean closed(String stream, Decider<?, ?, S> decider) {
        return decider.closed(state(stream, decider));
    }

    /** Version of a stream's last event; -1 for a stream without events. */
    public long version(String stream) {
        return ledger.lastVersion(stream).orElse(-1);
    }

    /** Whether a stream has events. */
    public boolean exists(String stream) {
        return version(stream) >= 0;
    }

    @Override
    public void close() {
        dispatch.close();
    }

    private Optional<Refusal> held(Order order) {
        return order.commands().stream().map(Once::bare).flatMap(command -> gate.refusal(order.actor(), command).stream()).findFirst();
    }

    private Optional<Receipt> first(Order order) {
        if (order.idempotencyKey() != null) {
            Optional<Recorded> held = ledger.findByOnce(OrderRun.requestKey(order.actor(), order.idempotencyKey()));
            if (held.isPresent()) {
                String digest = codec.envelope(held.get().record()).request();
                if (digest != null && order.requestDigest() != null && !digest.equals(order.requestDigest())) {
                    throw new OrderRefusedException(new KitRefusal.IdempotencyConflict(), codec.envelope(held.get().record()).rulesVersion());
                }
                return Optional.of(receiptOf(held.get()));
            }
        }
        return order.commands().stream()
                .filter(Once.class::isInstance).map(Once.class::cast)
                .flatMap(once -> ledger.findByOnce(once.key()).stream())
                .findFirst().map(this::receiptOf);
    }

    /** The receipt of the order that wrote this record: all records of one order lie next to each other. */
    private Receipt receiptOf(Recorded held) {
        String id = codec.envelope(held.record()).order();
        long begin = held.position();
        while (begin > 0 && id.equals(orderAt(begin - 1))) {
            begin--;
        }
        @Nullable String stream = null;
        long version = -1;
        long position = held.position();
        // not up to the head: a batch whose outcome was unknown may lie beyond what this process knows of
        try (LedgerCursor cursor = ledger.cursor(begin, Long.MAX_VALUE)) {
            while (cursor.hasNext()) {
                Recorded next = cursor.next();
                if (!id.equals(codec.envelope(next.record()).order())) {
                    break;
                }
                if (stream == null) {
                    stream = next.record().stream();
                }
                if (next.record().stream().equals(stream)) {
                    version = next.record().version();
                }
                position = next.position();
            }
        }
        return new Receipt(stream == null ? held.record().stream() : stream, version, position, true);
    }

    private @Nullable String orderAt(long position) {
        try (LedgerCursor cursor = ledger.cursor(position, position + 1)) {
            return cursor.hasNext() ? codec.envelope(cursor.next().record()).order() : null;
        }
    }

    private static Refusal notAppended(AppendRefused why) {
        return switch (why) {
            case AppendRefused.TooLarge tooLarge -> new KitRefusal.TooLarge(Message.of(tooLarge.messages().get("zh"), tooLarge.messages().get("en")));
            case AppendRefused.TooMany tooMany -> new KitRefusal.TooLarge(Message.of(tooMany.messages().get("zh"), tooMany.messages().get("en")));
            case AppendRefused.VersionTaken taken -> new KitRefusal.LostRace();
            case AppendRefused.VersionSkipped skipped -> new KitRefusal.LostRace();
            // ids are fresh and once keys were looked up: the ledger contradicts itself, or ids repeat
            case AppendRefused.IdTaken taken -> throw new AppendRefusedException(taken);
            case AppendRefused.OnceTaken taken -> throw new AppendRefusedException(taken);
        };
    }

    @SuppressWarnings("unchecked")
    private static Decider<Command, DomainEvent, Object> typed(Decider<?, ?, ?> decider) {
        return (Decider<Command, DomainEvent, Object>) decider;
    }
}
