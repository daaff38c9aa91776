package cn.dandang.bench.crash;

import static org.assertj.core.api.Assertions.assertThat;

import cn.dandang.bench.crash.FaultPlan.Fault;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FaultPlanTest {

    @Test
    void a_seed_gives_the_same_plan_today_and_in_years() {
        assertThat(new WireCrash(12, 7).plan().subList(0, 7)).containsExactly(
                "one+45 other+46 other+101 one+95 one+90 other+91 one+1 other+73 other+32 one+56",
                "one+82 other+19",
                "connection 0: answer@1",
                "connection 1: request@78",
                "connection 2: request@29",
                "connection 3: late@177(157ms) request@240",
                "connection 4: late@342(155ms) late@618(158ms) request@647");
    }

    @Test
    void what_befalls_a_message_does_not_depend_on_what_was_asked_before() {
        List<Fault> forward = IntStream.range(0, 2000).mapToObj(message -> new FaultPlan(7).at(3, message)).toList();
        FaultPlan plan = new FaultPlan(7);
        List<Fault> backward = IntStream.range(0, 2000).mapToObj(message -> plan.at(3, 1999 - message)).toList().reversed();

        assertThat(backward).isEqualTo(forward);
        assertThat(plan.lines(5)).isNotEqualTo(new FaultPlan(8).lines(5)).doesNotHaveDuplicates();
    }

    @Test
    void one_message_in_150_meets_a_fault_and_each_kind_as_often_as_the_others() {
        FaultPlan plan = new FaultPlan(42);
        Map<Class<?>, Long> met = IntStream.range(0, 300_000).mapToObj(message -> plan.at(message % 100, message / 100)).collect(Collectors.groupingBy(Fault::getClass, Collectors.counting()));

        assertThat(met).hasSize(4);
        met.remove(Fault.None.class);
        assertThat(met.values()).allSatisfy(times -> assertThat(times).isBetween(567L, 767L));
    }
}
