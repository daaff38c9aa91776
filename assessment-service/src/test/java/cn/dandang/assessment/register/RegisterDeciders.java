package cn.dandang.assessment.register;

import cn.dandang.kit.decision.Decider;
import java.util.List;

/** The package's deciders for tests outside it. */
public final class RegisterDeciders {
    private RegisterDeciders() {}

    public static List<Decider<?, ?, ?>> all() {
        return List.of(RegisterDecider.UNITS, RegisterDecider.PERSONS, RegisterDecider.POSTS, RegisterDecider.AUTHORITIES);
    }
}
