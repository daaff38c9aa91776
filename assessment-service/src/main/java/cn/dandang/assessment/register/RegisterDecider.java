package cn.dandang.assessment.register;

import cn.dandang.assessment.AssessmentRefusal;
import cn.dandang.assessment.Permission;
import cn.dandang.kit.decision.Circumstances;
import cn.dandang.kit.decision.Decider;
import cn.dandang.kit.decision.Decision;
import cn.dandang.kit.decision.Refusal;
import cn.dandang.kit.decision.Role;
import cn.dandang.policy.Message;
import java.time.LocalDate;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One kind of entry of the register. Kept by the organisation department of the entry's place; an entry never moves to another place.
 */
final class RegisterDecider<C extends RegisterCommand, E extends RegisterEvent> implements Decider<C, E, RegisterDecider.Entry<E>> {
    static final RegisterDecider<RegisterCommand.RegisterUnit, RegisterEvent.UnitRegistered> UNITS = new RegisterDecider<>("register-unit",
            RegisterCommand.RegisterUnit.class, RegisterEvent.UnitRegistered.class,
            order -> new RegisterEvent.UnitRegistered(order.id(), order.name(), order.kind(), order.jurisdiction(), order.code(), order.parent(), order.demonstration()));
    static final RegisterDecider<RegisterCommand.RegisterPerson, RegisterEvent.PersonRegistered> PERSONS = new RegisterDecider<>("register-person",
            RegisterCommand.RegisterPerson.class, RegisterEvent.PersonRegistered.class,
            order -> new RegisterEvent.PersonRegistered(order.id(), order.name(), order.jurisdiction(), order.demonstration()));
    static final RegisterDecider<RegisterCommand.RegisterPost, RegisterEvent.PostRegistered> POSTS = new RegisterDecider<>("register-post",
            RegisterCommand.RegisterPost.class, RegisterEvent.PostRegistered.class,
            order -> new RegisterEvent.PostRegistered(order.id(), order.person(), order.unit(), order.title(), order.postLevel(), order.rank(), order.from(), order.to(), order.jurisdiction()));
    static final RegisterDecider<RegisterCommand.RegisterAuthority, RegisterEvent.AuthorityRegistered> AUTHORITIES = new RegisterDecider<>("register-authority",
            RegisterCommand.RegisterAuthority.class, RegisterEvent.AuthorityRegistered.class,
            order -> new RegisterEvent.AuthorityRegistered(order.id(), order.person(), order.body(), order.role(), order.from(), order.to(), order.jurisdiction()));

    private final String kind;
    private final Class<C> commands;
    private final Class<E> events;
    private final Function<C, E> registered;

    private RegisterDecider(String kind, Class<C> commands, Class<E> events, Function<C, E> registered) {
        this.kind = kind;
        this.commands = commands;
        this.events = events;
        this.registered = registered;
    }

    /** @param latest null before the first registration */
    record Entry<E>(@Nullable E latest) {}

    @Override
    public String kind() {
        return kind;
    }

    @Override
    public Class<C> commands() {
        return commands;
    }

    @Override
    public Class<E> events() {
        return events;
    }

    @Override
    public Entry<E> initial() {
        return new Entry<>(null);
    }

    @Override
    public Decision<E> decide(C order, Entry<E> state, Circumstances now) {
        String place = state.latest() == null ? order.jurisdiction() : state.latest().jurisdiction();
        Optional<Refusal> refusal = Permission.within(now.actor(), place, Role.ORG_OFFICER)
                .or(() -> Permission.within(now.actor(), order.jurisdiction(), Role.ORG_OFFICER))
                .or(() -> endsBeforeItBegins(order));
        if (refusal.isPresent()) {
            return Decision.refuse(refusal.get());
        }
        E entry = registered.apply(order);
        return entry.equals(state.latest()) ? Decision.accept() : Decision.accept(entry);
    }

    @Override
    public Entry<E> evolve(Entry<E> state, E event) {
        return new Entry<>(event);
    }

    private static Optional<Refusal> endsBeforeItBegins(RegisterCommand order) {
        return switch (order) {
            case RegisterCommand.RegisterPost post -> period(post.from(), post.to());
            case RegisterCommand.RegisterAuthority authority -> period(authority.from(), authority.to());
            case RegisterCommand.RegisterUnit unit -> Optional.empty();
            case RegisterCommand.RegisterPerson person -> Optional.empty();
        };
    }

    private static Optional<Refusal> period(LocalDate from, @Nullable LocalDate to) {
        return to == null || to.isAfter(from) ? Optional.empty()
                : Optional.of(new AssessmentRefusal.Malformed(Message.of("终止日期须晚于起始日期。", "The end must be later than the start.")));
    }
}
