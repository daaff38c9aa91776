package cn.dandang.assessment;

import cn.dandang.assessment.candidate.CandidateDeciders;
import cn.dandang.assessment.evaluation.NegativeEvaluations;
import cn.dandang.assessment.policy.PolicyDeciders;
import cn.dandang.assessment.policytext.PolicyTextDeciders;
import cn.dandang.assessment.register.RegisterDeciders;
import cn.dandang.assessment.setup.SetupDeciders;
import cn.dandang.assessment.standing.FactStandings;
import cn.dandang.kit.decision.Decider;
import cn.dandang.kit.testing.PinnedNames;
import cn.dandang.kit.testing.StoredHistories;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class StoredNamesTest {

    static List<Decider<?, ?, ?>> deciders() {
        List<Decider<?, ?, ?>> all = new ArrayList<>(List.of(new NegativeEvaluations(), new FactStandings()));
        all.addAll(RegisterDeciders.all());
        all.addAll(PolicyDeciders.all());
        all.addAll(PolicyTextDeciders.all());
        all.addAll(SetupDeciders.all());
        all.addAll(CandidateDeciders.all());
        return all;
    }

    @Test
    void names_are_pinned() {
        PinnedNames.of(deciders(), List.of()).match(StoredNamesTest.class);
    }

    @Test
    void histories_replay() {
        StoredHistories.of(deciders(), List.of()).replay(StoredNamesTest.class);
    }
}
