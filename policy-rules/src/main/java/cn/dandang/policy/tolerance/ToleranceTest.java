package cn.dandang.policy.tolerance;

import cn.dandang.policy.Message;
import cn.dandang.policy.PolicySnapshot;
import java.time.LocalDate;
import java.util.List;

/** The test of tolerance of a place: what must be recorded, and what follows from what was found. */
public final class ToleranceTest {

    private ToleranceTest() {
    }

    /** Whether any document of this place's lineage was in force on the day, or lacks its date: else there is no test to ask, and a person looks elsewhere. */
    public static boolean hasTest(PolicySnapshot policy, String jurisdiction, LocalDate asOf) {
        return Tests.anyDocument(policy, jurisdiction, asOf).isPresent();
    }

    /** Every item of the test of this place, in the order of its document; inherited items last. */
    public static List<TestItem> items(PolicySnapshot policy, String jurisdiction, LocalDate asOf) {
        return Prepared.of(policy, jurisdiction, asOf).plain();
    }

    /**
     * Weighs nothing and proposes nothing: reports item by item and says which outcomes a body may decide. A finding on an item that is
     * not asked here now counts for nothing and stays in the trace. Refuses an item that no test asks, and two findings on one item.
     */
    public static ToleranceAssessment evaluate(PolicySnapshot policy, String jurisdiction, LocalDate asOf, ToleranceInput input) {
        return new Evaluation(policy, jurisdiction, asOf, input).assessment();
    }

    /** The permissions of {@link #evaluate} alone, without items, questions and trace: for going through many recorded decisions. */
    public static List<OutcomePermission> permissions(PolicySnapshot policy, String jurisdiction, LocalDate asOf, ToleranceInput input) {
        return new Evaluation(policy, jurisdiction, asOf, input).permissions();
    }

    /** What a red-line finding still lacks (B-23); empty when it can be taken. */
    public static List<Message> redLineLacks(PolicySnapshot policy, String jurisdiction, LocalDate asOf, RedLineFinding finding) {
        return RedLines.lacks(policy, jurisdiction, asOf, finding);
    }
}
