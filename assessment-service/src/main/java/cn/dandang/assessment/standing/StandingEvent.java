package cn.dandang.assessment.standing;

import cn.dandang.contracts.Ground;
import cn.dandang.kit.decision.DomainEvent;
import cn.dandang.kit.decision.EventName;
import java.util.List;

/** What happened to a fact's standing in assessment. */
public sealed interface StandingEvent extends DomainEvent {
    String factId();

    @Override
    default List<String> factIds() {
        return List.of(factId());
    }

    @EventName("assessment.adverse-entry-admitted.v1")
    record AdverseEntryAdmitted(String factId, AdverseEntry entry) implements StandingEvent {}

    @EventName("assessment.adverse-entry-dropped.v1")
    record AdverseEntryDropped(String factId, String entry) implements StandingEvent {}

    @EventName("assessment.fact-tolerated.v1")
    record FactTolerated(String factId, Toleration toleration) implements StandingEvent {
        @Override
        public Ground ground() {
            return toleration.ground();
        }

        @Override
        public String jurisdiction() {
            return toleration.jurisdiction();
        }
    }

    @EventName("assessment.fact-locked.v1")
    record FactLocked(String factId, String toleranceCase, String cadre, AdverseEntry.Kind kind, Ground ground) implements StandingEvent {}

    @EventName("assessment.toleration-lifted.v1")
    record TolerationLifted(String factId, String toleranceCase, String cadre, String cause) implements StandingEvent {}

    @EventName("assessment.fact-joined.v1")
    record FactJoined(String factId, String link, String sameAs, String cause) implements StandingEvent {}

    @EventName("assessment.fact-parted.v1")
    record FactParted(String factId, String link, String cause) implements StandingEvent {}
}
