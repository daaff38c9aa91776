package cn.dandang.clarification;

import cn.dandang.clarification.assessment.ClarificationAssessments;
import cn.dandang.clarification.clarification.ClarificationCases;
import cn.dandang.clarification.feedback.FeedbackDuties;
import cn.dandang.clarification.report.Reports;
import cn.dandang.clarification.reported.ReportedFacts;
import cn.dandang.kit.decision.Decider;
import cn.dandang.kit.testing.PinnedNames;
import cn.dandang.kit.testing.StoredHistories;
import java.util.List;
import org.junit.jupiter.api.Test;

class StoredNamesTest {

    static List<Decider<?, ?, ?>> deciders() {
        return List.of(new Reports(), new FeedbackDuties(), new ReportedFacts(), new ClarificationAssessments(), new ClarificationCases());
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
