package cn.dandang.bench.crash;

import cn.dandang.bench.measure.Figure;
import cn.dandang.deploy.fault.Kills;
import cn.dandang.deploy.fault.KillsReport;
import cn.dandang.deploy.stack.Installation;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * {@code ./dandang bench crash}: kills every kind of process of a whole installation on SQLite, then appenders that share a ledger
 * over MongoDB's wire protocol through a proxy that cuts connections; prints what was lost, doubled, disordered or did not verify.
 */
@Command(name = "crash", mixinStandardHelpOptions = true, description = {"随机终止进程，核对有无丢失、重复、乱序。", "Kills processes at random, and counts losses, doubles and disorder."})
public final class CrashBench implements Callable<Integer> {

    private enum Part { installation, mongodb, all }

    @Option(names = "--kills", defaultValue = "40", description = {"每部分终止几次，默认 ${DEFAULT-VALUE}", "kills in each part, ${DEFAULT-VALUE} unless given"})
    private int kills;

    @Option(names = "--seed", description = {"再现同一计划", "repeats a plan"})
    private @Nullable Long seed;

    @Option(names = "--part", defaultValue = "all", description = {"installation|mongodb|all"})
    private Part part;

    @Option(names = "--data", paramLabel = "DIR", description = {"数据目录，保留以供查看", "data folder, kept"})
    private @Nullable Path data;

    @Override
    public Integer call() throws Exception {
        long chosen = seed == null ? RandomGenerator.getDefault().nextLong(1_000_000) : seed;
        System.out.println("seed " + chosen + " (--seed " + chosen + " --kills " + kills + " asks for the same plan again)");
        Path folder = data == null ? Files.createTempDirectory("dandang-crash") : Files.createDirectories(data);
        CrashCount total = new CrashCount(0, 0, 0, 0, 0, 0, true);
        if (part != Part.mongodb) {
            KillsReport report = new Kills(Installation.find(), folder.resolve("var"), kills, chosen).run();
            report.faults().forEach(fault -> System.out.println(fault.kind() + ": " + fault));
            total = total.plus(told("installation", CrashCount.of(report)));
        }
        if (part != Part.installation) {
            WireCrash wire = new WireCrash(kills, chosen);
            wire.plan().forEach(line -> System.out.println("wire: plan " + line));
            total = total.plus(told("mongodb", wire.run()));
        }
        total.figures().stream().map(Figure::line).forEach(System.out::println);
        System.out.println("data: " + folder);
        return total.asPromised() ? 0 : 1;
    }

    private static CrashCount told(String part, CrashCount count) {
        count.figures().forEach(figure -> System.out.println("  " + part + " " + figure.line()));
        return count;
    }
}
