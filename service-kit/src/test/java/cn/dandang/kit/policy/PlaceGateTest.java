package cn.dandang.kit.policy;

import static org.assertj.core.api.Assertions.assertThat;

import cn.dandang.kit.decision.Actor;
import cn.dandang.kit.decision.Command;
import cn.dandang.kit.decision.OpensMatter;
import cn.dandang.kit.decision.Role;
import cn.dandang.kit.problem.ProblemType;
import cn.dandang.policy.PolicySnapshot;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class PlaceGateTest {
    private static final Actor OFFICER = new Actor("officer", "office", "unit", "371000", Set.of(Role.ORG_OFFICER));

    /** @param follows whether it belongs to a matter that began before */
    private record Begin(boolean follows) implements OpensMatter {
        @Override
        public String stream() {
            return "matter-1";
        }

        @Override
        public boolean opensMatter() {
            return !follows;
        }
    }

    private record GoOn() implements Command {
        @Override
        public String stream() {
            return "matter-1";
        }
    }

    @Test
    @DisplayName("a person begins nothing in a place that is not open; what began goes on, and so do the platform's own reactions")
    void no_matter_begins_in_a_place_that_is_not_open() {
        CurrentPolicy policy = new CurrentPolicy(PolicySnapshot.base());
        PlaceGate gate = new PlaceGate(policy);
        assertThat(gate.refusal(OFFICER, new Begin(false))).hasValueSatisfying(refusal -> {
            assertThat(ProblemType.of(refusal.slug()).status()).isEqualTo(409);
            assertThat(refusal.message().zh()).contains("371000").contains("尚未启用");
            assertThat(refusal.message().en()).contains("Nothing was recorded");
        });
        assertThat(gate.refusal(OFFICER, new Begin(true))).isEmpty();
        assertThat(gate.refusal(OFFICER, new GoOn())).isEmpty();
        assertThat(gate.refusal(Actor.system("371000"), new Begin(false))).isEmpty();

        policy.opened("370000");
        assertThat(gate.refusal(OFFICER, new Begin(false))).as("another place's opening opens nothing here").isPresent();
        policy.opened("371000");
        assertThat(gate.refusal(OFFICER, new Begin(false))).isEmpty();
    }
}
