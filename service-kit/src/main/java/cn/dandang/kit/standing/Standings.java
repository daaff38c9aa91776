package cn.dandang.kit.standing;

import cn.dandang.kit.decision.Actor;
import cn.dandang.kit.decision.Circumstances;
import cn.dandang.kit.decision.Decider;
import cn.dandang.kit.decision.Decision;
import cn.dandang.kit.decision.DomainEvent;
import cn.dandang.kit.decision.Refusal;
import cn.dandang.kit.standing.StandingCommand.AdmitEntry;
import cn.dandang.kit.standing.StandingCommand.DropEntry;
import cn.dandang.kit.standing.StandingCommand.JoinFact;
import cn.dandang.kit.standing.StandingCommand.LiftProtection;
import cn.dandang.kit.standing.StandingCommand.LockFact;
import cn.dandang.kit.standing.StandingCommand.NoteProtection;
import cn.dandang.kit.standing.StandingCommand.PartFact;
import cn.dandang.policy.Message;
import java.util.Optional;

/**
 * What a fact answers to orders about its standing. Refuses a new adverse entry while a lock stands on the cadre; all else is recorded, once.
 * A service extends it with its own entry, its own events and who may follow a decision.
 *
 * @param <A> the service's adverse entry
 * @param <E> the service's sealed family; each of its events is a {@link StandingChange} too
 */
public abstract class Standings<A extends Adverse, E extends DomainEvent> implements Decider<StandingCommand, E, FactStanding<A>> {
    private static final String KIND = "fact-standing";
    private final Class<A> entries;
    private final Class<E> events;

    protected Standings(Class<A> entries, Class<E> events) {
        this.entries = entries;
        this.events = events;
    }

    public static String stream(String factId) {
        return KIND + "-" + factId;
    }

    protected abstract E admitted(String factId, A entry);

    protected abstract E dropped(String factId, String entry);

    protected abstract E noted(String factId, Protection protection);

    protected abstract E locked(LockFact order, Protection protection);

    protected abstract E lifted(LiftProtection order, Protection protection);

    protected abstract E joined(JoinFact order);

    protected abstract E parted(PartFact order);

    /** What is said when a new entry meets a lock. */
    protected abstract Refusal refused(StandingChange.Locked lock);

    /** The platform following a decision by itself, or an official of the place who accepted it; else why not. */
    protected abstract Optional<Refusal> mayFollow(Actor actor, String cadre, String jurisdiction);

    @Override
    public final String kind() {
        return KIND;
    }

    @Override
    public final Class<StandingCommand> commands() {
        return StandingCommand.class;
    }

    @Override
    public final Class<E> events() {
        return events;
    }

    @Override
    public final FactStanding<A> initial() {
        return FactStanding.untouched();
    }

    @Override
    public final Decision<E> decide(StandingCommand order, FactStanding<A> state, Circumstances now) {
        return switch (order) {
            case AdmitEntry admit -> state.lock(admit.entry()).map(lock -> Decision.<E>refuse(refused(lock)))
                    .orElseGet(() -> Decision.accept(admitted(admit.factId(), entries.cast(admit.entry()))));
            case DropEntry drop -> state.entries().containsKey(drop.entry()) ? Decision.accept(dropped(drop.factId(), drop.entry())) : Decision.accept();
            case NoteProtection note -> state.protections().stream().anyMatch(note.protection()::same) ? Decision.accept()
                    : following(note.protection(), now, noted(note.factId(), note.protection()));
            case LockFact lock -> lock(lock, state, now);
            case LiftProtection lift -> state.protection(lift.decision(), lift.cadre()).map(held -> following(held, now, lifted(lift, held))).orElseGet(Decision::accept);
            case JoinFact join -> state.links().containsKey(join.link()) ? Decision.accept() : Decision.accept(joined(join));
            case PartFact part -> state.links().containsKey(part.link()) ? Decision.accept(parted(part)) : Decision.accept();
        };
    }

    @Override
    public final FactStanding<A> evolve(FactStanding<A> state, E event) {
        // sealed here, and each event of the service's family is one of these
        return switch ((StandingChange) event) {
            case StandingChange.Admitted admitted -> state.withEntry(entries.cast(admitted.entry()));
            case StandingChange.Dropped dropped -> state.withoutEntry(dropped.entry());
            case StandingChange.Tolerated tolerated -> state.with(tolerated.toleration());
            case StandingChange.Cleared cleared -> state.with(cleared.clearance());
            case StandingChange.Locked locked -> state.with(locked);
            case StandingChange.Lifted lifted -> state.without(lifted.decision(), lifted.cadre());
            case StandingChange.Joined joined -> state.withLink(joined.link(), joined.sameAs());
            case StandingChange.Parted parted -> state.withoutLink(parted.link());
        };
    }

    private Decision<E> lock(LockFact order, FactStanding<A> state, Circumstances now) {
        if (state.locks().stream().anyMatch(held -> held.decision().equals(order.decision()) && held.cadre().equals(order.cadre()) && held.lockedAs().equals(order.lockedAs()))) {
            return Decision.accept();
        }
        return state.protection(order.decision(), order.cadre()).map(held -> following(held, now, locked(order, held)))
                .orElseGet(() -> Decision.refuse(new StandingRefusal(Message.of("该决定已不及于此事实。", "That decision does not reach this fact any more."))));
    }

    private Decision<E> following(Protection protection, Circumstances now, E event) {
        return mayFollow(now.actor(), protection.cadre(), protection.jurisdiction()).<Decision<E>>map(Decision::refuse).orElseGet(() -> Decision.accept(event));
    }
}
