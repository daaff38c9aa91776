package cn.dandang.policy.feedback;

import cn.dandang.policy.PolicySnapshot;
import java.time.LocalDate;

/** Feedback to reporters (CLR-01, CLR-02, CLR-04). Called by clarification alone: nothing outside it knows that a report exists. */
public final class Feedback {

    private Feedback() {
    }

    /** What is owed to a reporter of this mode when the matter ends this way. */
    public static FeedbackAnswer duty(PolicySnapshot policy, String jurisdiction, LocalDate asOf, ReporterMode mode, FeedbackTrigger trigger) {
        throw new UnsupportedOperationException();
    }
}
