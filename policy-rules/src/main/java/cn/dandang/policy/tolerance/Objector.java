package cn.dandang.policy.tolerance;

import cn.dandang.policy.Message;
import cn.dandang.policy.PolicySnapshot;
import cn.dandang.policy.Resolution;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** The one who clearly opposed a wrong decision and was overruled (T-08, B-15). */
public final class Objector {

    private Objector() {
    }

    /** A clear objection, its date and the reference to its proof (minutes). */
    public record Objection(LocalDate date, String proof) {
    }

    /**
     * What the objection counts as here.
     *
     * @param itemId the item of this place's test it belongs to, or null
     */
    public record Answer(Counts counts, @Nullable String itemId, Message says, Resolution resolution) {
    }

    public enum Counts {
        /** The condition is met by the proof. */
        MEETS_CONDITION,
        /** No such condition here; the proof is evidence for another item. */
        EVIDENCE_ONLY,
        /** A condition of the level above, to be confirmed for this place. */
        ASKS_READING,
        /** Left to a person, who records which other rule he looked at. */
        ASKS_A_PERSON
    }

    public static Answer answer(PolicySnapshot policy, String jurisdiction, LocalDate asOf, Objection objection) {
        throw new UnsupportedOperationException();
    }
}
