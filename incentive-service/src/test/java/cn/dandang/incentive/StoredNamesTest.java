package cn.dandang.incentive;

import cn.dandang.incentive.nomination.Holds;
import cn.dandang.incentive.nomination.Nominations;
import cn.dandang.incentive.standing.FactStandings;
import cn.dandang.incentive.talk.Talks;
import cn.dandang.kit.decision.Decider;
import cn.dandang.kit.testing.PinnedNames;
import cn.dandang.kit.testing.StoredHistories;
import java.util.List;
import org.junit.jupiter.api.Test;

class StoredNamesTest {

    static List<Decider<?, ?, ?>> deciders() {
        return List.of(new Nominations(), new Holds(), new FactStandings(), new Talks());
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
