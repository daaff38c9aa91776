package cn.dandang.oversight;

import cn.dandang.kit.decision.Decider;
import cn.dandang.kit.testing.PinnedNames;
import cn.dandang.kit.testing.StoredHistories;
import cn.dandang.oversight.looks.LookDecider;
import java.util.List;
import org.junit.jupiter.api.Test;

class StoredNamesTest {
    private static final List<Decider<?, ?, ?>> DECIDERS = List.of(new LookDecider());

    @Test
    void names_are_pinned() {
        PinnedNames.of(DECIDERS, List.of()).match(StoredNamesTest.class);
    }

    @Test
    void histories_replay() {
        StoredHistories.of(DECIDERS, List.of()).replay(StoredNamesTest.class);
    }
}
