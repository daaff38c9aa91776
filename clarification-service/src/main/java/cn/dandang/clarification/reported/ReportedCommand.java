package cn.dandang.clarification.reported;

import cn.dandang.kit.decision.Command;
import java.util.Set;

/** Orders about what is known of one fact. */
public sealed interface ReportedCommand extends Command {
    String factId();

    @Override
    default String stream() {
        return ReportedFacts.stream(factId());
    }

    /**
     * An allegation is about this fact.
     *
     * @param knownDecisions the decisions on the fact that the order reckoned with; refused when there are others by now
     */
    record NoteReport(String factId, ReportedFact.Source source, Set<String> knownDecisions) implements ReportedCommand {
        public NoteReport {
            knownDecisions = Set.copyOf(knownDecisions);
        }
    }

    /** A decision to tolerate was published on this fact, or on one that is the same. */
    record NoteDecision(String factId, ReportedFact.Decided decided) implements ReportedCommand {}

    /** The decision no longer reaches this fact. */
    record DropDecision(String factId, String toleranceCase) implements ReportedCommand {}

    record JoinFact(String factId, String link, String sameAs) implements ReportedCommand {}

    record PartFact(String factId, String link) implements ReportedCommand {}
}
