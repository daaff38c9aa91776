package cn.dandang.kit.decision;

import java.util.List;

/** What an aggregate answers to an order: events in order, or a refusal. A denial by a body (不予…) is an event, not a refusal. */
public sealed interface Decision<E extends DomainEvent> {

    /** The order is taken. May be empty where the order changes nothing. */
    record Accepted<E extends DomainEvent>(List<E> events) implements Decision<E> {
        public Accepted {
            events = List.copyOf(events);
        }
    }

    /** The platform does not take the order; nothing is written. */
    record Refused<E extends DomainEvent>(Refusal refusal) implements Decision<E> {}

    @SafeVarargs
    static <E extends DomainEvent> Decision<E> accept(E... events) {
        return new Accepted<>(List.of(events));
    }

    static <E extends DomainEvent> Decision<E> accept(List<? extends E> events) {
        return new Accepted<>(List.copyOf(events));
    }

    static <E extends DomainEvent> Decision<E> refuse(Refusal refusal) {
        return new Refused<>(refusal);
    }
}
