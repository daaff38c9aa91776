package cn.dandang.assessment.policytext;

import cn.dandang.kit.decision.Decider;
import java.util.List;

/** The package's deciders for tests outside it. */
public final class PolicyTextDeciders {
    private PolicyTextDeciders() {}

    public static List<Decider<?, ?, ?>> all() {
        return List.of(new PolicyTexts());
    }
}
