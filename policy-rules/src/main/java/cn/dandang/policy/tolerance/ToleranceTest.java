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
        throw new UnsupportedOperationException();
    }

    /** Weighs nothing and proposes nothing: reports item by item and says which outcomes a body may decide. */
    public static ToleranceAssessment evaluate(PolicySnapshot policy, String jurisdiction, LocalDate asOf, ToleranceInput input) {
        throw new UnsupportedOperationException();
    }

    /** What a red-line finding still lacks (B-23); empty when it can be taken. */
    public static List<Message> redLineLacks(PolicySnapshot policy, String jurisdiction, LocalDate asOf, RedLineFinding finding) {
        throw new UnsupportedOperationException();
    }
}
