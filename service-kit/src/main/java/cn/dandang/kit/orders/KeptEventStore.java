package cn.dandang.kit.orders;

import cn.dandang.kit.decision.Decider;
import cn.dandang.kit.snapshot.Kept;
import java.util.Optional;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventsourcing.eventstore.DomainEventStream;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;

/** Axon's event store, which begins a stream with its kept state where there is one. */
final class KeptEventStore extends EmbeddedEventStore {
    private final StreamStates states;
    private final Deciders deciders;

    KeptEventStore(EventStorageEngine engine, StreamStates states, Deciders deciders) {
        // nothing follows the ledger through Axon, so its event cache would only hold memory
        super(EmbeddedEventStore.builder().storageEngine(engine).cachedEvents(0).optimizeEventConsumption(false));
        this.states = states;
        this.deciders = deciders;
    }

    @Override
    public DomainEventStream readEvents(String stream) {
        Decider<?, ?, ?> decider = deciders.forStream(stream);
        Optional<Kept> kept = states.kept(stream, decider);
        if (kept.isEmpty()) {
            return readEvents(stream, 0);
        }
        StreamShell shell = new StreamShell(stream, decider, kept.get().state());
        return DomainEventStream.concat(DomainEventStream.of(new GenericDomainEventMessage<>(decider.kind(), stream, kept.get().version(), shell)),
                readEvents(stream, kept.get().version() + 1));
    }
}
