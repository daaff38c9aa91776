package cn.dandang.deploy.check;

import java.util.List;

/** Every scenario of {@code check}, in the order in which they are played on one installation. */
public final class Scenarios {
    private Scenarios() {}

    /** Played while the dates are entered and no reading is confirmed. */
    public static List<Scenario> unconfirmed() {
        return List.of(new SignInScenario(), new UnconfirmedWeihaiScenario());
    }

    /** Played on the whole demonstration. */
    public static List<Scenario> confirmed() {
        return List.of(new WeihaiScenario(), new MajorLossScenario(), new RedLineScenario(), new ShandongScenario(), new AnhuiScenario(), new GuizhouScenario(), new ReportScenario(), new ClearedScenario(), new SilenceScenario(), new AuditScenario());
    }
}
