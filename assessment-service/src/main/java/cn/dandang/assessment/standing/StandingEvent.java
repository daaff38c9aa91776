package cn.dandang.assessment.standing;

import cn.dandang.contracts.Ground;
import cn.dandang.kit.decision.DomainEvent;
import cn.dandang.kit.decision.EventName;
import cn.dandang.kit.standing.Clearance;
import cn.dandang.kit.standing.StandingChange;
import cn.dandang.kit.standing.Toleration;
import java.util.List;

/** What happened to a fact's standing in assessment. */
public sealed interface StandingEvent extends DomainEvent {
    String factId();

    @Override
    default List<String> factIds() {
        return List.of(factId());
    }

    @EventName("assessment.adverse-entry-admitted.v1")
    record AdverseEntryAdmitted(String factId, AdverseEntry entry) implements StandingEvent, StandingChange.Admitted {}

    @EventName("assessment.adverse-entry-dropped.v1")
    record AdverseEntryDropped(String factId, String entry) implements StandingEvent, StandingChange.Dropped {}

    @EventName("assessment.fact-tolerated.v1")
    record FactTolerated(String factId, Toleration toleration) implements StandingEvent, StandingChange.Tolerated {}

    @EventName("assessment.fact-locked.v1")
    record FactLocked(String factId, String toleranceCase, String cadre, AdverseEntry.Kind kind, Ground ground) implements StandingEvent, StandingChange.Locked {
        @Override
        public String decision() {
            return toleranceCase;
        }

        @Override
        public String lockedAs() {
            return kind.name();
        }
    }

    /** 已澄清正名. */
    @EventName("assessment.fact-cleared.v1")
    record FactCleared(String factId, Clearance clearance) implements StandingEvent, StandingChange.Cleared {}

    @EventName("assessment.cleared-fact-locked.v1")
    record ClearedFactLocked(String factId, String clarification, String cadre, AdverseEntry.Kind kind, Ground ground) implements StandingEvent, StandingChange.Locked {
        @Override
        public String decision() {
            return clarification;
        }

        @Override
        public String lockedAs() {
            return kind.name();
        }
    }

    @EventName("assessment.clearance-lifted.v1")
    record ClearanceLifted(String factId, String clarification, String cadre, String cause) implements StandingEvent, StandingChange.Lifted {
        @Override
        public String decision() {
            return clarification;
        }
    }

    @EventName("assessment.toleration-lifted.v1")
    record TolerationLifted(String factId, String toleranceCase, String cadre, String cause) implements StandingEvent, StandingChange.Lifted {
        @Override
        public String decision() {
            return toleranceCase;
        }
    }

    @EventName("assessment.fact-joined.v1")
    record FactJoined(String factId, String link, String sameAs, String cause) implements StandingEvent, StandingChange.Joined {}

    @EventName("assessment.fact-parted.v1")
    record FactParted(String factId, String link, String cause) implements StandingEvent, StandingChange.Parted {}
}
