package cn.dandang.policy.tolerance;

import cn.dandang.policy.Message;
import cn.dandang.policy.PolicySnapshot;
import java.time.LocalDate;
import java.util.List;

/** The test of tolerance of a place: what must be recorded, and what follows from what was found. */
public final class ToleranceTest {

    private ToleranceTest() {
    }

    /** Every item of the test of this place, in the order of its document; inherited items last. */
    public static List<TestItem> items(PolicySnapshot policy, String jurisdiction, LocalDate asOf) {
        return Tests.items(policy, jurisdiction, asOf);
    }

    /**
     * Weighs nothing and proposes nothing: reports item by item and says which outcomes a body may decide. A finding on an item that is
     * not asked here now counts for nothing and stays in the trace. Refuses an item that no test asks, and two findings on one item.
     */
    public static ToleranceAssessment evaluate(PolicySnapshot policy, String jurisdiction, LocalDate asOf, ToleranceInput input) {
        return new Evaluation(policy, jurisdiction, asOf, input).assessment();
    }

    /** What a red-line finding still lacks (B-23); empty when it can be taken. */
    public static List<Message> redLineLacks(PolicySnapshot policy, String jurisdiction, LocalDate asOf, RedLineFinding finding) {
        return RedLines.lacks(policy, jurisdiction, asOf, finding);
    }
}
