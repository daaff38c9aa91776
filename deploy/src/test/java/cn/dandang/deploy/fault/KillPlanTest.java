package cn.dandang.deploy.fault;

import static org.assertj.core.api.Assertions.assertThat;

import cn.dandang.deploy.stack.LocalStack;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class KillPlanTest {

    @Test
    @DisplayName("a seed gives the same plan today and in years")
    void pinned() {
        assertThat(Kills.plan(9, 7).lines()).containsExactly(
                "oversight+33 gateway+34 assessment+35 incentive+59 broker+5 tolerance+17 clarification+53 gateway+44 oversight+27");
    }

    @Test
    @DisplayName("a plan of more kills begins with the plan of fewer, and another seed gives another")
    void prefix() {
        assertThat(Kills.plan(40, 7).kills().subList(0, 9)).isEqualTo(Kills.plan(9, 7).kills());
        assertThat(Kills.plan(40, 8)).isNotEqualTo(Kills.plan(40, 7));
        assertThat(Kills.plan(40, 7).lines()).hasSize(4);
    }

    @Test
    @DisplayName("each process is killed as often as the others, after five to sixty-four answers")
    void fair() {
        List<KillPlan.Kill> kills = Kills.plan(70, 123).kills();
        assertThat(kills.stream().collect(Collectors.groupingBy(KillPlan.Kill::process, Collectors.counting())))
                .hasSize(LocalStack.processes().size()).allSatisfy((process, times) -> assertThat(times).isEqualTo(10));
        assertThat(kills).allSatisfy(kill -> assertThat(kill.answers()).isBetween(5, 64));
    }
}
