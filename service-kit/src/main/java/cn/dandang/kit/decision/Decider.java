package cn.dandang.kit.decision;

/**
 * The pure heart of one kind of aggregate.
 *
 * @param <C> sealed family of its orders
 * @param <E> sealed family of its events
 * @param <S> its state, a sealed family or record; immutable
 */
public interface Decider<C extends Command, E extends DomainEvent, S> {
    /** First part of its streams' names, {@code tolerance-case}. */
    String kind();

    Class<C> commands();

    Class<E> events();

    /** The state of a stream without events. */
    S initial();

    /** Events or a refusal; the same for the same arguments. Opens no sealed value. */
    Decision<E> decide(C order, S state, Circumstances now);

    /** Whether the matter has come to its end, so that its history may be archived. A kind of matter that does not say so never has. */
    default boolean closed(S state) {
        return false;
    }

    /** The state after an event. Never refuses, never consults a rule. */
    S evolve(S state, E event);
}
