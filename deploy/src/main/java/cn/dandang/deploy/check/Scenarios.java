package cn.dandang.deploy.check;

import java.util.List;

/** Every scenario of {@code check}, in the order in which they are played on one installation. */
public final class Scenarios {
    private Scenarios() {}

    public static List<Scenario> all() {
        return List.of(new SignInScenario());
    }
}
