package cn.dandang.incentive.standing;

import cn.dandang.contracts.Ground;
import cn.dandang.kit.decision.DomainEvent;
import cn.dandang.kit.decision.EventName;
import java.util.List;

/** What happened to a fact's standing in incentive. */
public sealed interface StandingEvent extends DomainEvent {
    String factId();

    @Override
    default List<String> factIds() {
        return List.of(factId());
    }

    @EventName("incentive.adverse-entry-admitted.v1")
    record AdverseEntryAdmitted(String factId, AdverseEntry entry) implements StandingEvent {}

    @EventName("incentive.adverse-entry-dropped.v1")
    record AdverseEntryDropped(String factId, String entry) implements StandingEvent {}

    @EventName("incentive.fact-tolerated.v1")
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

    @EventName("incentive.fact-locked.v1")
    record FactLocked(String factId, String toleranceCase, String cadre, Ground ground) implements StandingEvent {}

    @EventName("incentive.toleration-lifted.v1")
    record TolerationLifted(String factId, String toleranceCase, String cadre, String cause) implements StandingEvent {}

    @EventName("incentive.fact-joined.v1")
    record FactJoined(String factId, String link, String sameAs, String cause) implements StandingEvent {}

    @EventName("incentive.fact-parted.v1")
    record FactParted(String factId, String link, String cause) implements StandingEvent {}
}
