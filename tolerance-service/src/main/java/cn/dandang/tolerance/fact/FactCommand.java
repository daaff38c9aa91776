package cn.dandang.tolerance.fact;

import cn.dandang.contracts.Ground;
import cn.dandang.kit.decision.Command;
import cn.dandang.kit.decision.OpensMatter;
import cn.dandang.kit.personal.Sealed;
import cn.dandang.policy.tolerance.ToleranceOutcome;
import cn.dandang.tolerance.Streams;
import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Orders to the standing of one fact. */
public sealed interface FactCommand extends Command {

    String factId();

    @Override
    default String stream() {
        return Streams.factStanding(factId());
    }

    /** The first recorder describes what happened. */
    record RecordFact(String factId, Sealed<String> what, Sealed<String> where, LocalDate happenedOn, @Nullable String cadre) implements FactCommand, OpensMatter {}

    /**
     * An accountability case cites the fact.
     *
     * @param decidedIn the facts in whose standing the same append decides: this one and all that are linked with it
     */
    record EnterAdverse(String factId, String accountabilityCase, String cadre, Set<String> decidedIn) implements FactCommand {
        public EnterAdverse {
            decidedIn = Set.copyOf(decidedIn);
        }
    }

    /**
     * A decision on the fact was taken for these subjects.
     *
     * @param subjects         ids of the persons and units decided about
     * @param differenceReason why this outcome differs from that of another subject of the same fact
     */
    record RecordOutcome(String factId, String toleranceCase, String jurisdiction, Set<String> subjects, ToleranceOutcome outcome,
                         @Nullable Sealed<String> differenceReason) implements FactCommand {
        public RecordOutcome {
            subjects = Set.copyOf(subjects);
        }
    }

    /** The decision fell: on remittal, on appeal or with a red-line finding. */
    record SetOutcomeAside(String factId, String toleranceCase) implements FactCommand {}

    /** The fact was cleared for this person, by the clause given. */
    record RecordCleared(String factId, String cadre, Ground cleared) implements FactCommand {}

    record NoteLink(String factId, String link, String other) implements FactCommand {}

    record NoteUnlink(String factId, String link, String other) implements FactCommand {}
}
