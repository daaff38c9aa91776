package cn.dandang.incentive.standing;

import cn.dandang.incentive.IncentiveRefusal;
import cn.dandang.incentive.Permission;
import cn.dandang.incentive.standing.StandingCommand.AdmitEntry;
import cn.dandang.incentive.standing.StandingCommand.DropEntry;
import cn.dandang.incentive.standing.StandingCommand.JoinFact;
import cn.dandang.incentive.standing.StandingCommand.LiftToleration;
import cn.dandang.incentive.standing.StandingCommand.LockFact;
import cn.dandang.incentive.standing.StandingCommand.NoteToleration;
import cn.dandang.incentive.standing.StandingCommand.PartFact;
import cn.dandang.incentive.standing.StandingEvent.AdverseEntryAdmitted;
import cn.dandang.incentive.standing.StandingEvent.AdverseEntryDropped;
import cn.dandang.incentive.standing.StandingEvent.FactJoined;
import cn.dandang.incentive.standing.StandingEvent.FactLocked;
import cn.dandang.incentive.standing.StandingEvent.FactParted;
import cn.dandang.incentive.standing.StandingEvent.FactTolerated;
import cn.dandang.incentive.standing.StandingEvent.TolerationLifted;
import cn.dandang.kit.decision.Circumstances;
import cn.dandang.kit.decision.Decider;
import cn.dandang.kit.decision.Decision;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** What a fact answers to orders about its standing. Refuses a new hold while a lock stands on the cadre; all else is recorded. */
@Component
public final class FactStandings implements Decider<StandingCommand, StandingEvent, FactStanding> {

    public static String stream(String factId) {
        return "fact-standing-" + factId;
    }

    @Override
    public String kind() {
        return "fact-standing";
    }

    @Override
    public Class<StandingCommand> commands() {
        return StandingCommand.class;
    }

    @Override
    public Class<StandingEvent> events() {
        return StandingEvent.class;
    }

    @Override
    public FactStanding initial() {
        return FactStanding.UNTOUCHED;
    }

    @Override
    public Decision<StandingEvent> decide(StandingCommand order, FactStanding state, Circumstances now) {
        return switch (order) {
            case AdmitEntry admit -> state.lock(admit.entry().cadre())
                    .map(lock -> Decision.<StandingEvent>refuse(new IncentiveRefusal.FactLocked(lock.ground())))
                    .orElseGet(() -> Decision.accept(new AdverseEntryAdmitted(admit.factId(), admit.entry())));
            case DropEntry drop -> state.entries().containsKey(drop.entry()) ? Decision.accept(new AdverseEntryDropped(drop.factId(), drop.entry())) : Decision.accept();
            case NoteToleration note -> state.tolerations().stream().anyMatch(note.toleration()::same)
                    ? Decision.accept() : following(note.toleration().cadre(), note.toleration().jurisdiction(), now, new FactTolerated(note.factId(), note.toleration()));
            case LockFact lock -> state.locks().stream().anyMatch(held -> held.toleranceCase().equals(lock.toleranceCase()) && held.cadre().equals(lock.cadre()))
                    ? Decision.accept()
                    : state.toleration(lock.toleranceCase(), lock.cadre())
                            .map(held -> following(held.cadre(), held.jurisdiction(), now, new FactLocked(lock.factId(), lock.toleranceCase(), lock.cadre(), lock.ground())))
                            .orElseGet(() -> Decision.refuse(IncentiveRefusal.WrongState.of("该决定已不及于此事实。", "That decision does not reach this fact any more.")));
            case LiftToleration lift -> state.toleration(lift.toleranceCase(), lift.cadre())
                    .map(held -> following(held.cadre(), held.jurisdiction(), now, new TolerationLifted(lift.factId(), lift.toleranceCase(), lift.cadre(), lift.cause())))
                    .orElseGet(Decision::accept);
            case JoinFact join -> state.links().containsKey(join.link()) ? Decision.accept() : Decision.accept(new FactJoined(join.factId(), join.link(), join.sameAs(), join.cause()));
            case PartFact part -> state.links().containsKey(part.link()) ? Decision.accept(new FactParted(part.factId(), part.link(), part.cause())) : Decision.accept();
        };
    }

    @Override
    public FactStanding evolve(FactStanding state, StandingEvent event) {
        return switch (event) {
            case AdverseEntryAdmitted admitted -> new FactStanding(with(state.entries(), admitted.entry().id(), admitted.entry()), state.tolerations(), state.locks(), state.links());
            case AdverseEntryDropped dropped -> new FactStanding(without(state.entries(), dropped.entry()), state.tolerations(), state.locks(), state.links());
            case FactTolerated tolerated -> new FactStanding(state.entries(), plus(state.tolerations(), tolerated.toleration()), state.locks(), state.links());
            case FactLocked locked -> new FactStanding(state.entries(), state.tolerations(), plus(state.locks(), locked), state.links());
            case TolerationLifted lifted -> new FactStanding(state.entries(),
                    state.tolerations().stream().filter(held -> !(held.toleranceCase().equals(lifted.toleranceCase()) && held.cadre().equals(lifted.cadre()))).toList(),
                    state.locks().stream().filter(held -> !(held.toleranceCase().equals(lifted.toleranceCase()) && held.cadre().equals(lifted.cadre()))).toList(), state.links());
            case FactJoined joined -> new FactStanding(state.entries(), state.tolerations(), state.locks(), with(state.links(), joined.link(), joined.sameAs()));
            case FactParted parted -> new FactStanding(state.entries(), state.tolerations(), state.locks(), without(state.links(), parted.link()));
        };
    }

    private static Decision<StandingEvent> following(String cadre, String jurisdiction, Circumstances now, StandingEvent event) {
        return Permission.followingDecision(cadre, now.actor(), jurisdiction).<Decision<StandingEvent>>map(Decision::refuse).orElseGet(() -> Decision.accept(event));
    }

    private static <T> Map<String, T> with(Map<String, T> held, String key, T value) {
        Map<String, T> next = new LinkedHashMap<>(held);
        next.put(key, value);
        return next;
    }

    private static <T> Map<String, T> without(Map<String, T> held, String key) {
        Map<String, T> next = new LinkedHashMap<>(held);
        next.remove(key);
        return next;
    }

    private static <T> List<T> plus(List<T> held, T value) {
        List<T> next = new ArrayList<>(held);
        next.add(value);
        return next;
    }
}
