package cn.dandang.tolerance.planted;

import cn.dandang.kit.decision.Circumstances;
import cn.dandang.kit.decision.Command;
import cn.dandang.kit.decision.Decider;
import cn.dandang.kit.decision.Decision;
import cn.dandang.kit.decision.DomainEvent;
import cn.dandang.kit.view.Views;
import java.time.Instant;

/** Breaks: decisions are pure, by way of another class; and: deciders do not read views. */
class ImpureDecider implements Decider<Command, DomainEvent, Instant> {
    private final Views views;

    ImpureDecider(Views views) {
        this.views = views;
    }

    @Override
    public String kind() {
        return views.of("planted").name();
    }

    @Override
    public Class<Command> commands() {
        return Command.class;
    }

    @Override
    public Class<DomainEvent> events() {
        return DomainEvent.class;
    }

    @Override
    public Instant initial() {
        return HiddenClock.now();
    }

    @Override
    public Decision<DomainEvent> decide(Command order, Instant state, Circumstances now) {
        return Decision.accept();
    }

    @Override
    public Instant evolve(Instant state, DomainEvent event) {
        return state;
    }

    static final class HiddenClock {
        static Instant now() {
            return Instant.now();
        }
    }
}
