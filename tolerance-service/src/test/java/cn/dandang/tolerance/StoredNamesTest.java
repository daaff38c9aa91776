package cn.dandang.tolerance;

import cn.dandang.kit.decision.Decider;
import cn.dandang.kit.testing.PinnedNames;
import cn.dandang.kit.testing.StoredHistories;
import cn.dandang.tolerance.accountability.AccountabilityDecider;
import cn.dandang.tolerance.appeal.AppealDecider;
import cn.dandang.tolerance.fact.FactDecider;
import cn.dandang.tolerance.fact.FactLinks;
import cn.dandang.tolerance.rectification.RectificationDecider;
import cn.dandang.tolerance.tolerancecase.ToleranceDecider;
import org.junit.jupiter.api.Test;

class StoredNamesTest {
    private static final Decider<?, ?, ?>[] ALL = {new AccountabilityDecider(), new ToleranceDecider(), new RectificationDecider(), new AppealDecider(), new FactDecider(), new FactLinks()};

    @Test
    void every_event_has_its_pinned_name() {
        PinnedNames.of(ALL).match(StoredNamesTest.class);
    }

    @Test
    void recorded_histories_still_replay_to_the_same_state() {
        StoredHistories.of(ALL).replay(StoredNamesTest.class);
    }
}
