package cn.dandang.kit.orders;

import cn.dandang.kit.codec.AxonEventSerializer;
import cn.dandang.kit.codec.EventCodec;
import cn.dandang.kit.decision.Circumstances;
import cn.dandang.kit.decision.Command;
import cn.dandang.kit.decision.Decider;
import cn.dandang.kit.decision.Refusal;
import cn.dandang.kit.ids.Ids;
import cn.dandang.ledger.AppendRefusedException;
import cn.dandang.ledger.ArchiveUnreadableException;
import cn.dandang.ledger.Ledger;
import cn.dandang.ledger.NewRecord;
import cn.dandang.ledger.LedgerUnavailableException;
import cn.dandang.ledger.OutcomeUnknownException;
import cn.dandang.ledger.axon.LedgerEventStorageEngine;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicReference;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.commandhandling.CommandResultMessage;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.commandhandling.SimpleCommandBus;
import org.axonframework.eventsourcing.AbstractAggregateFactory;
import org.axonframework.eventsourcing.EventSourcingRepository;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.messaging.GenericMessage;
import org.axonframework.messaging.MetaData;
import org.axonframework.modelling.command.Aggregate;
import org.axonframework.modelling.command.Repository;
import org.axonframework.serialization.Serializer;
import org.jspecify.annotations.Nullable;

/** One try of an order: one Axon command, one unit of work, one append. No state is kept between tries, so none survives a failed append. */
final class OrderDispatch implements AutoCloseable {
    private static final String COMMAND = "cn.dandang.order";

    private final Ledger ledger;
    private final EventCodec codec;
    private final Deciders deciders;
    private final Ids ids;
    private final StreamStates states;
    private final EmbeddedEventStore events;
    private final Repository<StreamShell> repository;
    private final CommandBus bus = SimpleCommandBus.builder().build();

    OrderDispatch(Ledger ledger, EventCodec codec, Deciders deciders, Ids ids, StreamStates states) {
        this.ledger = ledger;
        this.codec = codec;
        this.deciders = deciders;
        this.ids = ids;
        this.states = states;
        Serializer serializer = new AxonEventSerializer(codec);
        LedgerEventStorageEngine.Builder engine = LedgerEventStorageEngine.builder().ledger(ledger).recordMapper(new EnvelopeRecordMapper());
        engine.eventSerializer(serializer);
        engine.snapshotSerializer(serializer);
        this.events = new KeptEventStore(engine.build(), states, deciders);
        this.repository = EventSourcingRepository.builder(StreamShell.class).eventStore(events).aggregateFactory(new Shells(deciders)).build();
        bus.subscribe(COMMAND, message -> decideAll((OrderRun) message.getPayload()));
    }

    /** Decides and appends. What the ledger or a decision says comes out as its own exception. */
    Receipt run(Order order, Circumstances now) {
        OrderRun run = new OrderRun(order, now, codec, ids.next());
        AtomicReference<@Nullable CommandResultMessage<?>> answer = new AtomicReference<>();
        LedgerIdentifiers.during(ids, () -> bus.dispatch(new GenericCommandMessage<>(new GenericMessage<>(run, MetaData.emptyInstance()), COMMAND),
                (CommandMessage<? extends OrderRun> sent, CommandResultMessage<? extends Object> result) -> answer.set(result)));
        CommandResultMessage<?> result = Objects.requireNonNull(answer.get(), "the simple command bus answers in the caller's thread");
        if (result.isExceptional()) {
            throw meaning(result.exceptionResult());
        }
        run.lengths().forEach((stream, evolved) -> states.keepIfDue(stream, deciders.forStream(stream), evolved));
        return receipt(run);
    }

    private Object decideAll(OrderRun run) throws Exception {
        Order order = run.order();
        Map<String, Decider<?, ?, ?>> targets = new TreeMap<>();
        for (Command offered : order.commands()) {
            Command command = Once.bare(offered);
            targets.put(command.stream(), deciders.forCommand(command));
        }
        // locks are taken in the order of names, so that two orders over the same streams never wait for each other
        Map<String, Aggregate<StreamShell>> shells = new TreeMap<>();
        for (Map.Entry<String, Decider<?, ?, ?>> target : targets.entrySet()) {
            shells.put(target.getKey(), repository.loadOrCreate(target.getKey(), () -> new StreamShell(target.getKey(), target.getValue())));
        }
        if (order.ifMatch() != null) {
            long version = versionOf(shells.get(order.commands().getFirst().stream()));
            if (version != order.ifMatch()) {
                throw new OrderRefusedException(new KitRefusal.StaleVersion(version), run.now().policy().rulesVersion());
            }
        }
        for (Command offered : order.commands()) {
            Command command = run.begin(offered);
            Optional<Refusal> refusal = shells.get(command.stream()).invoke(shell -> shell.run(command, run.now(), run::envelope));
            if (refusal.isPresent()) {
                throw new OrderRefusedException(refusal.get(), run.now().policy().rulesVersion());
            }
        }
        for (Map.Entry<String, Aggregate<StreamShell>> shell : shells.entrySet()) {
            run.length(shell.getKey(), shell.getValue().invoke(StreamShell::evolved));
        }
        return run;
    }

    private Receipt receipt(OrderRun run) {
        @Nullable NewRecord first = run.first();
        if (first == null) {
            String stream = run.order().commands().getFirst().stream();
            return new Receipt(stream, ledger.lastVersion(stream).orElse(-1), ledger.head() - 1, false);
        }
        long position = ledger.findById(first.id()).orElseThrow(() -> new IllegalStateException("The ledger acknowledged " + first.id() + " and does not hold it.")).position();
        return new Receipt(first.stream(), run.version(), position + run.offered() - 1, false);
    }

    private static long versionOf(Aggregate<StreamShell> shell) {
        @Nullable Long version = shell.version();
        return version == null ? -1 : version;
    }

    private static RuntimeException meaning(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof OrderRefusedException || cause instanceof AppendRefusedException || cause instanceof OutcomeUnknownException
                    || cause instanceof LedgerUnavailableException || cause instanceof ArchiveUnreadableException) {
                return (RuntimeException) cause;
            }
        }
        if (failure instanceof Error error) {
            throw error;
        }
        return failure instanceof RuntimeException runtime ? runtime : new IllegalStateException(failure);
    }

    @Override
    public void close() {
        events.shutDown();
    }

    private static final class Shells extends AbstractAggregateFactory<StreamShell> {
        private final Deciders deciders;

        Shells(Deciders deciders) {
            super(StreamShell.class);
            this.deciders = deciders;
        }

        @Override
        @SuppressWarnings("rawtypes")
        protected StreamShell doCreateAggregate(String stream, DomainEventMessage firstEvent) {
            return new StreamShell(stream, deciders.forStream(stream));
        }
    }
}
