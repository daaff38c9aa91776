package cn.dandang.bench.policy;

import cn.dandang.policy.PolicySnapshot;
import cn.dandang.policy.effects.Effect;
import cn.dandang.policy.effects.EffectGroup;
import cn.dandang.policy.effects.Effects;
import cn.dandang.policy.tolerance.OutcomePermission;
import cn.dandang.policy.tolerance.ToleranceAssessment;
import cn.dandang.policy.tolerance.ToleranceInput;
import cn.dandang.policy.tolerance.ToleranceTest;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** The largest rule set is Weihai's test of tolerance; the inputs go round, so that no single one is learnt by heart. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 8, time = 1)
public class EvaluateBenchmark {
    private static final Set<EffectGroup> GROUPS = EnumSet.allOf(EffectGroup.class);

    private final PolicySnapshot policy = Cases.policy();
    private final List<ToleranceInput> inputs = Cases.inputs(policy, 256);
    private int next;

    private ToleranceInput input() {
        next = (next + 1) % inputs.size();
        return inputs.get(next);
    }

    private LocalDate day() {
        return Cases.FIRST_DAY.plusDays(next);
    }

    @Benchmark
    public ToleranceAssessment withTrace() {
        return ToleranceTest.evaluate(policy, Cases.PLACE, day(), input());
    }

    @Benchmark
    public List<OutcomePermission> withoutTrace() {
        return ToleranceTest.permissions(policy, Cases.PLACE, day(), input());
    }

    /** Fourteen questions to the whole lineage, each with its trace. */
    @Benchmark
    public List<Effect> effects() {
        return Effects.ofExemption(policy, Cases.PLACE, day(), GROUPS);
    }
}
