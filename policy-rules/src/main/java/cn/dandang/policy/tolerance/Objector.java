package cn.dandang.policy.tolerance;

import cn.dandang.policy.Answered;
import cn.dandang.policy.Message;
import cn.dandang.policy.PolicyDocument;
import cn.dandang.policy.PolicySnapshot;
import cn.dandang.policy.Resolution;
import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The one who clearly opposed a wrong decision and was overruled (T-08, B-15). */
public final class Objector {
    private static final Map<String, String> EVIDENCE_FOR = Map.of("皖", "anhui.element.3", "黔", "guizhou.situation.4", "威", "weihai.condition.2",
            "中", "consideration.3");

    private Objector() {
    }

    /** A clear objection, its date and the reference to its proof (minutes). */
    public record Objection(LocalDate date, String proof) {
        public Objection {
            if (proof.isBlank()) {
                throw new IllegalArgumentException("An objection needs the reference to its proof.");
            }
        }
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

    /** What the objection counts as in this place; national rules that may count it everywhere are in the resolution. */
    public static Answer answer(PolicySnapshot policy, String jurisdiction, LocalDate asOf, Objection objection) {
        Resolution rule = policy.resolve("tolerance.objector", jurisdiction, asOf);
        if (rule.actsByItself()) {
            return new Answer(Counts.MEETS_CONDITION, "shandong.condition.5", Message.of(
                    "对错误决策明确反对未被采纳，由 " + objection.date() + " 的记录（" + objection.proof() + "）证明，条件五成立。",
                    "The clear objection not adopted is proved by the record of " + objection.date() + " (" + objection.proof() + "): condition five is met."), rule);
        }
        if (rule.outcome() == Answered.STATED) {
            return new Answer(Counts.ASKS_READING, EVIDENCE_FOR.get(document(policy, jurisdiction)), Message.of(
                    "上级条款可作依据，须先就本地区确认口径；记录先作为证据附入。",
                    "The higher clause may carry it once the reading is confirmed for this place; the record is attached as evidence meanwhile."), rule);
        }
        String item = EVIDENCE_FOR.get(document(policy, jurisdiction));
        if (rule.outcome() == Answered.UNDEFINED && item != null) {
            return new Answer(Counts.EVIDENCE_ONLY, item, Message.of("本地区的文件未载明此条件；记录作为程序方法方面的证据。",
                    "This condition is not stated in the documents for this place; the record is evidence on procedure."), rule);
        }
        return new Answer(Counts.ASKS_A_PERSON, null, rule.says(), rule);
    }

    private static String document(PolicySnapshot policy, String jurisdiction) {
        return Tests.documentFor(policy, jurisdiction).map(PolicyDocument::code).orElse("");
    }
}
