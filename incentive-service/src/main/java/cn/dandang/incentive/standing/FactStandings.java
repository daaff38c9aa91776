package cn.dandang.incentive.standing;

import cn.dandang.incentive.IncentiveRefusal;
import cn.dandang.incentive.Permission;
import cn.dandang.incentive.standing.StandingEvent.AdverseEntryAdmitted;
import cn.dandang.incentive.standing.StandingEvent.AdverseEntryDropped;
import cn.dandang.incentive.standing.StandingEvent.ClearanceLifted;
import cn.dandang.incentive.standing.StandingEvent.ClearedFactLocked;
import cn.dandang.incentive.standing.StandingEvent.FactCleared;
import cn.dandang.incentive.standing.StandingEvent.FactJoined;
import cn.dandang.incentive.standing.StandingEvent.FactLocked;
import cn.dandang.incentive.standing.StandingEvent.FactParted;
import cn.dandang.incentive.standing.StandingEvent.FactTolerated;
import cn.dandang.incentive.standing.StandingEvent.TolerationLifted;
import cn.dandang.kit.decision.Actor;
import cn.dandang.kit.decision.Refusal;
import cn.dandang.kit.standing.Clearance;
import cn.dandang.kit.standing.Protection;
import cn.dandang.kit.standing.StandingChange;
import cn.dandang.kit.standing.StandingCommand.JoinFact;
import cn.dandang.kit.standing.StandingCommand.LiftProtection;
import cn.dandang.kit.standing.StandingCommand.LockFact;
import cn.dandang.kit.standing.StandingCommand.PartFact;
import cn.dandang.kit.standing.Standings;
import cn.dandang.kit.standing.Toleration;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The standing of facts in incentive: holds on nominations rest on them. */
@Component
public final class FactStandings extends Standings<AdverseEntry, StandingEvent> {

    public FactStandings() {
        super(AdverseEntry.class, StandingEvent.class);
    }

    @Override
    protected StandingEvent admitted(String factId, AdverseEntry entry) {
        return new AdverseEntryAdmitted(factId, entry);
    }

    @Override
    protected StandingEvent dropped(String factId, String entry) {
        return new AdverseEntryDropped(factId, entry);
    }

    @Override
    protected StandingEvent noted(String factId, Protection protection) {
        return switch (protection) {
            case Toleration toleration -> new FactTolerated(factId, toleration);
            case Clearance clearance -> new FactCleared(factId, clearance);
        };
    }

    @Override
    protected StandingEvent locked(LockFact order, Protection protection) {
        return switch (protection) {
            case Toleration toleration -> new FactLocked(order.factId(), toleration.toleranceCase(), toleration.cadre(), order.ground());
            case Clearance clearance -> new ClearedFactLocked(order.factId(), clearance.clarification(), clearance.cadre(), order.ground());
        };
    }

    @Override
    protected StandingEvent lifted(LiftProtection order, Protection protection) {
        return switch (protection) {
            case Toleration toleration -> new TolerationLifted(order.factId(), toleration.toleranceCase(), toleration.cadre(), order.cause());
            case Clearance clearance -> new ClearanceLifted(order.factId(), clearance.clarification(), clearance.cadre(), order.cause());
        };
    }

    @Override
    protected StandingEvent joined(JoinFact order) {
        return new FactJoined(order.factId(), order.link(), order.sameAs(), order.cause());
    }

    @Override
    protected StandingEvent parted(PartFact order) {
        return new FactParted(order.factId(), order.link(), order.cause());
    }

    @Override
    protected Refusal refused(StandingChange.Locked lock) {
        return lock instanceof ClearedFactLocked ? new IncentiveRefusal.FactCleared(lock.ground()) : new IncentiveRefusal.FactLocked(lock.ground());
    }

    @Override
    protected Optional<Refusal> mayFollow(Actor actor, String cadre, String jurisdiction) {
        return Permission.followingDecision(cadre, actor, jurisdiction);
    }
}
