package cn.dandang.policy.tolerance;

import cn.dandang.policy.Message;
import java.util.List;

/** The test of one place: how its items work together, and what each outcome needs. */
sealed interface PlaceTest permits WeihaiTest, ShandongTest, AnhuiTest, GuizhouTest, CentralTest {

    Message combination();

    OutcomePermission permission(ToleranceOutcome outcome, Subject subject);

    /** Questions of this place besides those that a permission asks. */
    List<Question> questions();

    /** Readings this test may rest on. */
    List<String> readings();

    static PlaceTest of(Facts facts) {
        return switch (facts.document().code()) {
            case "威" -> new WeihaiTest(facts);
            case "鲁" -> new ShandongTest(facts);
            case "皖" -> new AnhuiTest(facts);
            case "黔" -> new GuizhouTest(facts);
            default -> new CentralTest(facts);
        };
    }
}
