package cn.dandang.bench.policy;

import cn.dandang.bench.measure.Figure;
import java.util.Collection;
import java.util.concurrent.Callable;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.VerboseMode;
import picocli.CommandLine.Command;

/** {@code ./dandang bench policy}. */
@Command(name = "policy", mixinStandardHelpOptions = true, description = {"规则的速度。", "The speed of the policy rules."})
public final class PolicyBench implements Callable<Integer> {

    private static final int DECISIONS = 1_000_000;

    @Override
    public Integer call() throws RunnerException {
        Collection<RunResult> results = new Runner(new OptionsBuilder().include(EvaluateBenchmark.class.getName()).include(LoadBenchmark.class.getName())
                .jvmArgsAppend("--sun-misc-unsafe-memory-access=allow").verbosity(VerboseMode.SILENT).build()).run();
        for (RunResult result : results) {
            String name = name(result.getPrimaryResult().getLabel());
            System.out.println(new Figure(name, result.getPrimaryResult().getScore(), name.endsWith("ms") ? "ms" : "us").line());
        }
        System.out.println(new Figure("impact_1m_seconds", ImpactMeasurement.seconds(DECISIONS), "s").line());
        return 0;
    }

    private static String name(String benchmark) {
        return switch (benchmark) {
            case "withTrace" -> "evaluate_us";
            case "withoutTrace" -> "evaluate_without_trace_us";
            case "effects" -> "effects_us";
            case "load" -> "load_ms";
            default -> throw new IllegalArgumentException(benchmark);
        };
    }
}
