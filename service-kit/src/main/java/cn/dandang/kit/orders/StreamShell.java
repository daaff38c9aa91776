package cn.dandang.kit.orders;

import cn.dandang.kit.decision.Circumstances;
import cn.dandang.kit.decision.Command;
import cn.dandang.kit.decision.Decider;
import cn.dandang.kit.decision.Decision;
import cn.dandang.kit.decision.DomainEvent;
import java.util.Optional;
import java.util.function.Function;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.messaging.MetaData;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateLifecycle;
import cn.dandang.kit.decision.Refusal;

/** What Axon sees of an aggregate: a stream's name and the state that the decider made of its events. The same for every kind. */
final class StreamShell {
    @AggregateIdentifier
    private final String stream;
    private final Decider<Command, DomainEvent, Object> decider;
    private Object state;
    private int evolved;

    StreamShell(String stream, Decider<?, ?, ?> decider) {
        this(stream, decider, decider.initial());
    }

    @SuppressWarnings("unchecked")
    StreamShell(String stream, Decider<?, ?, ?> decider, Object state) {
        this.stream = stream;
        this.decider = (Decider<Command, DomainEvent, Object>) decider;
        this.state = state;
    }

    /** How many events it was told: those read and those decided. */
    int evolved() {
        return evolved;
    }

    /** Decides and applies the events in order, or gives the refusal. */
    Optional<Refusal> run(Command command, Circumstances now, Function<DomainEvent, MetaData> envelope) {
        return switch (decider.decide(command, state, now)) {
            case Decision.Refused<DomainEvent> refused -> Optional.of(refused.refusal());
            case Decision.Accepted<DomainEvent> accepted -> {
                accepted.events().forEach(event -> AggregateLifecycle.apply(event, envelope.apply(event)));
                yield Optional.empty();
            }
        };
    }

    @EventSourcingHandler
    void on(DomainEvent event) {
        state = decider.evolve(state, event);
        evolved++;
    }
}
