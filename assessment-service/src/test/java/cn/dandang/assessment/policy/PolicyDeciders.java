package cn.dandang.assessment.policy;

import cn.dandang.kit.decision.Decider;
import java.util.List;

/** The package's deciders for tests outside it. */
public final class PolicyDeciders {
    private PolicyDeciders() {}

    public static List<Decider<?, ?, ?>> all() {
        return List.of(new DocumentDates(), new ConfirmedReadings(), new PolicyChanges());
    }
}
