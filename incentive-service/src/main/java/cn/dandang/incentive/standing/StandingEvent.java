package cn.dandang.incentive.standing;

import cn.dandang.contracts.Ground;
import cn.dandang.kit.decision.DomainEvent;
import cn.dandang.kit.decision.EventName;
import cn.dandang.kit.standing.Clearance;
import cn.dandang.kit.standing.StandingChange;
import cn.dandang.kit.standing.Toleration;
import java.util.List;

/** What happened to a fact's standing in incentive. */
public sealed interface StandingEvent extends DomainEvent {
    String factId();

    @Override
    default List<String> factIds() {
        return List.of(factId());
    }

    @EventName("incentive.adverse-entry-admitted.v1")
    record AdverseEntryAdmitted(String factId, AdverseEntry entry) implements StandingEvent, StandingChange.Admitted {}

    @EventName("incentive.adverse-entry-dropped.v1")
    record AdverseEntryDropped(String factId, String entry) implements StandingEvent, StandingChange.Dropped {}

    @EventName("incentive.fact-tolerated.v1")
    record FactTolerated(String factId, Toleration toleration) implements StandingEvent, StandingChange.Tolerated {}

    @EventName("incentive.fact-locked.v1")
    record FactLocked(String factId, String toleranceCase, String cadre, Ground ground) implements StandingEvent, StandingChange.Locked {
        @Override
        public String decision() {
            return toleranceCase;
        }
    }

    /** 已澄清正名. */
    @EventName("incentive.fact-cleared.v1")
    record FactCleared(String factId, Clearance clearance) implements StandingEvent, StandingChange.Cleared {}

    @EventName("incentive.cleared-fact-locked.v1")
    record ClearedFactLocked(String factId, String clarification, String cadre, Ground ground) implements StandingEvent, StandingChange.Locked {
        @Override
        public String decision() {
            return clarification;
        }
    }

    @EventName("incentive.clearance-lifted.v1")
    record ClearanceLifted(String factId, String clarification, String cadre, String cause) implements StandingEvent, StandingChange.Lifted {
        @Override
        public String decision() {
            return clarification;
        }
    }

    @EventName("incentive.toleration-lifted.v1")
    record TolerationLifted(String factId, String toleranceCase, String cadre, String cause) implements StandingEvent, StandingChange.Lifted {
        @Override
        public String decision() {
            return toleranceCase;
        }
    }

    @EventName("incentive.fact-joined.v1")
    record FactJoined(String factId, String link, String sameAs, String cause) implements StandingEvent, StandingChange.Joined {}

    @EventName("incentive.fact-parted.v1")
    record FactParted(String factId, String link, String cause) implements StandingEvent, StandingChange.Parted {}
}
