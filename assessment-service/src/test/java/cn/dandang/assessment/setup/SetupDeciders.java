package cn.dandang.assessment.setup;

import cn.dandang.kit.decision.Decider;
import java.util.List;

/** The package's deciders for tests outside it. */
public final class SetupDeciders {
    private SetupDeciders() {}

    public static List<Decider<?, ?, ?>> all() {
        return List.of(new PlaceSetups());
    }
}
