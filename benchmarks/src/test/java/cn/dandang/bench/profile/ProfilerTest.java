package cn.dandang.bench.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import cn.dandang.bench.measure.ClosedLoop;
import cn.dandang.bench.measure.Figure;
import cn.dandang.bench.measure.Result;
import cn.dandang.bench.measure.Target;
import cn.dandang.ledger.tree.Rfc6962;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

class ProfilerTest {

    private static final Result RESULT = new Result(new Figure("a_vs_b", 0.2, "ratio"), "A beside B.", Target.atLeast(0.5),
            new Result.Side("ours <all>", "records/s", List.of(1.0)), null, List.of(), "./dandang bench ledger --only a_vs_b", "today", null);

    @Test
    @EnabledOnOs(value = OS.LINUX, disabledReason = "the processor times of threads can be sampled on Linux only")
    void the_method_that_takes_the_time_is_the_one_that_is_told() throws Exception {
        byte[] megabyte = new byte[1 << 20];
        Profile profile = Profiler.of(() -> ClosedLoop.run(1, Duration.ZERO, Duration.ofSeconds(1), caller -> () -> Rfc6962.leafHash(megabyte)).perSecond());

        assertThat(profile.running().count()).isPositive();
        assertThat(profile.running().purposes().getFirst().name()).isEqualTo("leaf hash");
        assertThat(profile.line()).contains("leaf hash");
        assertThat(ProfilePage.of(RESULT, profile)).contains("# Profile of `a_vs_b`").contains("| leaf hash |").contains("(a_vs_b.profile.svg)")
                .contains("`./dandang bench ledger --only a_vs_b --profile` · today");
        assertThat(ProfilePage.graph(RESULT, profile)).startsWith("<svg").contains("cn.dandang.ledger.tree.Rfc6962.leafHash").contains("ours &lt;all&gt;");
    }

    @Test
    void a_stack_is_told_by_its_innermost_frame_that_says_what_it_is_for() {
        List<String> hashing = List.of("sun.security.provider.SHA2.implCompress", "cn.dandang.ledger.KeyHash.of", "cn.dandang.ledger.SqliteKeys.add", "cn.dandang.ledger.Ledger.append");
        List<String> remembering = List.of("java.util.HashMap.put", "cn.dandang.ledger.SqliteKeys.add", "cn.dandang.ledger.Ledger.append");
        Stacks stacks = new Stacks(List.of(hashing, hashing, remembering, List.of("java.lang.Thread.run")));

        assertThat(stacks.purposes()).extracting(Stacks.Share::name).containsExactly("keys: hashing", "keys: remembering", Purposes.OTHER);
        assertThat(stacks.purposes().getFirst().share()).isCloseTo(0.5, within(1e-9));
        assertThat(stacks.hottest().getFirst().name()).isEqualTo("sun.security.provider.SHA2.implCompress");
    }

    @Test
    void a_frame_stands_below_its_caller_and_is_as_wide_as_its_share() {
        String graph = FlameGraph.of("t", new Stacks(List.of(List.of("b.B.inner", "a.A.outer"), List.of("c.C.inner", "a.A.outer"))));
        assertThat(graph).contains("<title>a.A.outer 100.0 %</title><rect x=\"0.0\" y=\"30\" width=\"1199.5\"")
                .contains("<title>b.B.inner 50.0 %</title><rect x=\"0.0\" y=\"47\" width=\"599.5\"")
                .contains("<title>c.C.inner 50.0 %</title><rect x=\"600.0\" y=\"47\" width=\"599.5\"");
    }
}
