package cn.dandang.kit.testing;

import cn.dandang.kit.decision.Actor;
import cn.dandang.kit.decision.Circumstances;
import cn.dandang.kit.decision.Command;
import cn.dandang.kit.decision.Decider;
import cn.dandang.kit.decision.Decision;
import cn.dandang.kit.decision.DomainEvent;
import cn.dandang.kit.decision.Refusal;
import cn.dandang.kit.decision.Role;
import java.util.List;
import java.util.Set;

/** A way to say: given these events, when this order, then those events or that refusal. Everything is decided twice, for a decision is pure. */
public final class Decisions {
    private Decisions() {}

    /** A person in an office of his own. */
    public static Actor actor(String person, String jurisdiction, Role... roles) {
        return new Actor(person, "office-" + person, "unit", jurisdiction, Set.of(roles));
    }

    public static <C extends Command, E extends DomainEvent, S> S state(Decider<C, E, S> decider, List<? extends E> events) {
        S state = decider.initial();
        for (E event : events) {
            state = decider.evolve(state, event);
        }
        return state;
    }

    /** The events that the order gives; fails when it is refused. */
    public static <C extends Command, E extends DomainEvent, S> List<E> accepted(Decider<C, E, S> decider, List<? extends E> given, C order, Circumstances now) {
        return switch (twice(decider, given, order, now)) {
            case Decision.Accepted<E> accepted -> accepted.events();
            case Decision.Refused<E> refused -> throw new AssertionError("The order " + order + " was refused: " + refused.refusal());
        };
    }

    /** Why the order is refused, in both languages; fails when it is taken. */
    public static <C extends Command, E extends DomainEvent, S> Refusal refused(Decider<C, E, S> decider, List<? extends E> given, C order, Circumstances now) {
        return switch (twice(decider, given, order, now)) {
            case Decision.Accepted<E> accepted -> throw new AssertionError("The order " + order + " was taken: " + accepted.events());
            case Decision.Refused<E> refused -> {
                if (refused.refusal().message().zh().isBlank() || refused.refusal().message().en().isBlank()) {
                    throw new AssertionError("The refusal " + refused.refusal() + " says nothing in one of the languages.");
                }
                yield refused.refusal();
            }
        };
    }

    private static <C extends Command, E extends DomainEvent, S> Decision<E> twice(Decider<C, E, S> decider, List<? extends E> given, C order, Circumstances now) {
        Decision<E> first = decider.decide(order, state(decider, given), now);
        if (!decider.decide(order, state(decider, given), now).equals(first)) {
            throw new AssertionError("The order " + order + " is not decided the same when asked twice.");
        }
        return first;
    }
}
