package cn.dandang.assessment.candidate;

import cn.dandang.kit.decision.Decider;
import java.util.List;

/** The package's deciders for tests outside it. */
public final class CandidateDeciders {
    private CandidateDeciders() {}

    public static List<Decider<?, ?, ?>> all() {
        return List.of(new CandidacyFlags(), new CandidacyChecks());
    }
}
