package cn.dandang.clarification.reported;

import cn.dandang.kit.decision.DomainEvent;
import cn.dandang.kit.decision.EventName;
import java.util.List;

/** What became known of a fact here. Stays in this service. */
public sealed interface ReportedEvent extends DomainEvent {
    String factId();

    @Override
    default List<String> factIds() {
        return List.of(factId());
    }

    @EventName("clarification.fact-reported.v1")
    record FactReported(String factId, ReportedFact.Source source) implements ReportedEvent {}

    @EventName("clarification.fact-decided.v1")
    record FactDecided(String factId, ReportedFact.Decided decided) implements ReportedEvent {}

    @EventName("clarification.fact-decision-dropped.v1")
    record FactDecisionDropped(String factId, String toleranceCase) implements ReportedEvent {}

    @EventName("clarification.fact-joined.v1")
    record FactJoined(String factId, String link, String sameAs) implements ReportedEvent {}

    @EventName("clarification.fact-parted.v1")
    record FactParted(String factId, String link) implements ReportedEvent {}
}
