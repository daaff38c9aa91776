package cn.dandang.bench.ledger;

import cn.dandang.bench.measure.Benchmark;
import cn.dandang.bench.measure.Figure;
import cn.dandang.bench.measure.Machine;
import cn.dandang.bench.measure.Report;
import cn.dandang.bench.measure.Result;
import cn.dandang.bench.measure.Setting;
import cn.dandang.bench.standin.RealMongo;
import cn.dandang.bench.whole.EndToEnd;
import cn.dandang.bench.whole.Rebuild;
import com.mongodb.ConnectionString;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code ./dandang bench ledger}: prints the figures, and keeps them with charts for the report. */
@Command(name = "ledger", mixinStandardHelpOptions = true, description = {"账本、读取、转发、核验的速度。", "Speed of ledger, readers, relay and verifier."})
public final class LedgerBench implements Callable<Integer> {

    static final List<Benchmark> ALL = List.of(new SqliteAppends(), new AxonAppends(null), new Reads(), new Growth(), new Verifying(), new Relays(),
            new EndToEnd(), new Rebuild());

    @Option(names = "--only", paramLabel = "FIGURE", split = ",", description = {"只测这些数字", "only these figures"})
    private List<String> only = new ArrayList<>();

    @Option(names = "--pairs", defaultValue = "7", description = {"轮数，默认 ${DEFAULT-VALUE}", "rounds, ${DEFAULT-VALUE} unless given"})
    private int pairs;

    @Option(names = "--seconds", defaultValue = "3", description = {"每次测量的秒数，默认 ${DEFAULT-VALUE}", "seconds of each run, ${DEFAULT-VALUE} unless given"})
    private double seconds;

    @Option(names = "--records", defaultValue = "10000000", description = {"大账本的记录数，默认 ${DEFAULT-VALUE}", "records of the large ledgers, ${DEFAULT-VALUE} unless given"})
    private long records;

    @Option(names = "--facts", defaultValue = "1000000", description = {"重建视图的事实数，默认 ${DEFAULT-VALUE}", "facts from which a view is built again, ${DEFAULT-VALUE} unless given"})
    private long facts;

    @Option(names = "--load-per-second", defaultValue = "200", description = {"全套进程负载每秒的命令数，默认 ${DEFAULT-VALUE}（目标只对此值）", "orders a second on all processes, ${DEFAULT-VALUE} unless given; the targets are for that"})
    private int loadPerSecond;

    @Option(names = "--load-warm-up", defaultValue = "60", description = {"全套进程负载的预热秒数，默认 ${DEFAULT-VALUE}", "seconds of load on all processes before it counts, ${DEFAULT-VALUE} unless given"})
    private double loadWarmUp;

    @Option(names = "--load-seconds", defaultValue = "60", description = {"全套进程负载的测量秒数，默认 ${DEFAULT-VALUE}", "seconds of load on all processes that count, ${DEFAULT-VALUE} unless given"})
    private double loadSeconds;

    @Option(names = "--mongodb", paramLabel = "URI", description = {"在此 MongoDB 上测量（用完即删的独立数据库）；含口令的地址放在环境变量 " + RealMongo.VARIABLE,
            "measure on this MongoDB, in databases of our own that are dropped; an address with a password belongs into the variable " + RealMongo.VARIABLE})
    private @Nullable String mongodb;

    @Option(names = "--data", paramLabel = "DIR", description = {"测量数据所在目录（决定所测磁盘）", "where the data lies: the disk that is measured"})
    private @Nullable Path data;

    @Option(names = "--report", paramLabel = "DIR", description = {"报告目录，默认 var/bench", "folder of the report, var/bench unless given"})
    private @Nullable Path report;

    @Option(names = "--profile", arity = "0..1", fallbackValue = "MISSED", defaultValue = "NONE", paramLabel = "WHICH",
            description = {"未达标者再测一轮并附剖析；=ALL 则全部", "one more round of our side under a profile, for each figure missed; =ALL for all"})
    private Profiling profile = Profiling.NONE;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws Exception {
        List<Benchmark> all = all();
        List<Benchmark> chosen = all.stream().filter(each -> only.isEmpty() || !Collections.disjoint(each.figures(), only)).toList();
        List<String> known = all.stream().flatMap(each -> each.figures().stream()).toList();
        if (!known.containsAll(only)) {
            throw new ParameterException(spec.commandLine(), "Known figures: " + String.join(", ", known));
        }
        Path home = Path.of(System.getProperty("dandang.home", ""));
        Report page = new Report(report == null ? home.resolve("var/bench") : report);
        boolean reached = true;
        for (Benchmark benchmark : chosen) {
            Setting setting = new Setting(pairs, seconds(seconds / 2), seconds(seconds), records, new Setting.Steady(loadPerSecond, seconds(loadWarmUp), seconds(loadSeconds)), facts,
                    data == null ? home.resolve("var/bench/data") : data, command(benchmark), Machine.now());
            List<Result> results = profile.of(benchmark, setting, benchmark.run(setting), page);
            for (Result result : results) {
                System.out.println(result.figure().line());
                result.besides().stream().map(Figure::line).map(line -> "  " + line).forEach(System.out::println);
                reached &= result.reached();
            }
            page.write(results);
        }
        return reached ? 0 : 1;
    }

    /** What is measured on a MongoDB is measured on the one that is named, if one is; everything else stays. */
    private List<Benchmark> all() {
        String named = mongodb == null ? System.getenv(RealMongo.VARIABLE) : mongodb;
        if (named == null || named.isBlank()) {
            return ALL;
        }
        if (mongodb != null && new ConnectionString(mongodb).getPassword() != null) {
            throw new ParameterException(spec.commandLine(), "口令不写在命令行里，请用环境变量 " + RealMongo.VARIABLE + "。 No password on a command line: use the variable " + RealMongo.VARIABLE + ".");
        }
        RealMongo real = RealMongo.at(named);
        System.out.println("MongoDB: " + real.description());
        return ALL.stream().map(benchmark -> benchmark instanceof AxonAppends ? new AxonAppends(real) : benchmark).toList();
    }

    private String command(Benchmark benchmark) {
        String figure = benchmark.figures().getFirst();
        // the address may hold a password: it is not repeated
        String only = (figure.startsWith("mongodb_") ? RealMongo.VARIABLE + "=mongodb://... " : "") + "./dandang bench ledger --only " + figure;
        return switch (benchmark) {
            case EndToEnd _ -> String.format(Locale.ROOT, "%s --load-per-second %d --load-warm-up %.0f --load-seconds %.0f", only, loadPerSecond, loadWarmUp, loadSeconds);
            case Rebuild _ -> String.format(Locale.ROOT, "%s --pairs %d --facts %d", only, pairs, facts);
            default -> String.format(Locale.ROOT, "%s --pairs %d --seconds %.1f --records %d", only, pairs, seconds, records);
        };
    }

    private static Duration seconds(double seconds) {
        return Duration.ofNanos((long) (seconds * 1e9));
    }
}
