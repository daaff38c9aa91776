package cn.dandang.kit.orders;

import cn.dandang.kit.decision.Command;
import cn.dandang.kit.decision.Decider;
import cn.dandang.kit.decision.DomainEvent;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The deciders of a service by kind of stream and by class of command. Refuses two that claim the same. */
public final class Deciders {
    private final Map<String, Decider<?, ?, ?>> byKind = new HashMap<>();
    private final Map<Class<?>, Decider<?, ?, ?>> byCommand = new HashMap<>();

    public Deciders(Collection<? extends Decider<?, ?, ?>> deciders) {
        for (Decider<?, ?, ?> decider : deciders) {
            Decider<?, ?, ?> previous = byKind.putIfAbsent(decider.kind(), decider);
            if (previous != null) {
                throw new IllegalStateException("Two deciders claim the streams of kind " + decider.kind() + ": " + previous.getClass().getName() + " and " + decider.getClass().getName() + ".");
            }
            register(decider.commands(), decider);
        }
    }

    /** Every event family, for the codec. */
    public List<Class<? extends DomainEvent>> eventFamilies() {
        return byKind.values().stream().<Class<? extends DomainEvent>>map(Decider::events).toList();
    }

    /** The decider of a stream; empty for one that is of no kind of this service. */
    Optional<Decider<?, ?, ?>> ofStream(String stream) {
        return Streams.named(stream) ? Optional.ofNullable(byKind.get(Streams.kind(stream))) : Optional.empty();
    }

    Decider<?, ?, ?> forStream(String stream) {
        Decider<?, ?, ?> decider = byKind.get(Streams.kind(stream));
        if (decider == null) {
            throw new IllegalArgumentException("No decider of this service knows streams of kind " + Streams.kind(stream) + ".");
        }
        return decider;
    }

    /** The decider of a command; refuses one whose stream is of another kind. */
    Decider<?, ?, ?> forCommand(Command command) {
        Decider<?, ?, ?> decider = byCommand.get(command.getClass());
        if (decider == null) {
            throw new IllegalArgumentException("No decider of this service takes " + command.getClass().getName() + ".");
        }
        if (!Streams.kind(command.stream()).equals(decider.kind())) {
            throw new IllegalArgumentException(command.getClass().getSimpleName() + " is for a stream of kind " + decider.kind() + ", not for " + command.stream() + ".");
        }
        return decider;
    }

    private void register(Class<?> commands, Decider<?, ?, ?> decider) {
        if (commands.isSealed()) {
            for (Class<?> permitted : commands.getPermittedSubclasses()) {
                register(permitted, decider);
            }
            return;
        }
        if (commands.isInterface()) {
            throw new IllegalStateException("The commands " + commands.getName() + " are open: make the family sealed, so that each has one decider.");
        }
        Decider<?, ?, ?> previous = byCommand.putIfAbsent(commands, decider);
        if (previous != null && previous != decider) {
            throw new IllegalStateException(commands.getName() + " is taken by both " + previous.getClass().getName() + " and " + decider.getClass().getName() + ".");
        }
    }
}
