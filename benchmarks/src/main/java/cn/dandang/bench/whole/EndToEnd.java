package cn.dandang.bench.whole;

import cn.dandang.bench.measure.Benchmark;
import cn.dandang.bench.measure.Figure;
import cn.dandang.bench.measure.Load;
import cn.dandang.bench.measure.Look;
import cn.dandang.bench.measure.OpenLoop;
import cn.dandang.bench.measure.Result;
import cn.dandang.bench.measure.Setting;
import cn.dandang.bench.measure.Target;
import cn.dandang.bench.profile.ThreadTimes;
import cn.dandang.bench.profile.ThreadsPage;
import cn.dandang.deploy.api.Api;
import cn.dandang.deploy.demo.Accounts;
import cn.dandang.deploy.demo.DemoFiles;
import cn.dandang.deploy.demo.DemoLoader;
import cn.dandang.deploy.stack.DataFolder;
import cn.dandang.deploy.stack.Installation;
import cn.dandang.deploy.stack.LocalStack;
import cn.dandang.deploy.stack.Ports;
import cn.dandang.deploy.stack.Progress;
import cn.dandang.deploy.stack.StackOptions;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * From an order to the page that shows it, through every process of an installation: gateway, service, ledger, relay, broker, oversight's
 * views, and the gateway again.
 */
public final class EndToEnd implements Benchmark {

    /** The pace that the targets are for. */
    private static final int PER_SECOND = 200;
    private static final long SEED = 42;
    /** Of the last run; null before. */
    private @Nullable Loaded last;

    @Override
    public List<String> figures() {
        return List.of("e2e_p50_ms", "e2e_p99_ms");
    }

    @Override
    public List<Result> run(Setting setting) throws Exception {
        Installation installation = Installation.find();
        Loaded loaded = setting.inFreshFolder(folder -> {
            try (LocalStack stack = new LocalStack(installation, new DataFolder(folder.resolve("var")), Ports.free(), StackOptions.forTests(SEED).withRoom(), Progress.silent());
                    LocalStack.Watch _ = stack.endedWithProcess("end-of-bench")) {
                stack.start();
                return loaded(stack, Accounts.read(installation), setting);
            }
        });
        last = loaded;
        Nominations load = loaded.nominations();
        int pace = setting.steady().perSecond();
        String what = "From the moment when an order should have been sent to the answer of oversight that shows its fact, everything through the gateway, at " + pace
                + " orders a second, by the clock and not by the answers; ";
        List<Figure> tail = new ArrayList<>(List.of(new Figure("e2e_acknowledged_p99_ms", Load.millis(load.acknowledged(), 99), "ms"),
                new Figure("e2e_max_ms", load.visible().getMaxValue() / 1e3, "ms"), new Figure("e2e_asked_again", load.askedAgain(), "orders"),
                new Figure("e2e_held_per_second", loaded.held(), "orders/s")));
        loaded.processorMillis().forEach((process, millis) -> tail.add(new Figure("e2e_processor_ms_per_order_" + process, millis, "ms")));
        return List.of(
                setting.alone("e2e_p50_ms", "ms", what + "the median.", at(pace, 50), List.of(Load.millis(load.visible(), 50)),
                        new Figure("e2e_acknowledged_p50_ms", Load.millis(load.acknowledged(), 50), "ms"),
                        new Figure("e2e_orders", load.acknowledged().getTotalCount(), "orders"), new Figure("e2e_looked_for", load.visible().getTotalCount(), "orders")),
                setting.alone("e2e_p99_ms", "ms", what + "the time that 99 of 100 did not exceed.", at(pace, 250), List.of(Load.millis(load.visible(), 99)), tail.toArray(Figure[]::new)));
    }

    @Override
    public Optional<Look> look(Result result) {
        Loaded run = last;
        return run == null ? Optional.empty() : Optional.of(ThreadsPage.of(result, run.threads(), run.nominations().acknowledged().getTotalCount()));
    }

    private static @Nullable Target at(int pace, double millis) {
        return pace == PER_SECOND ? Target.atMost(millis) : null;
    }

    /**
     * @param held            orders answered in a second, until the last of them was
     * @param processorMillis by process, what it used of the processors for one order on average; together under ALL
     * @param threads         the same by kind of thread, of all orders, with the generator's
     */
    private record Loaded(Nominations nominations, double held, Map<String, Double> processorMillis, ThreadTimes threads) {
    }

    private static Loaded loaded(LocalStack stack, Accounts accounts, Setting setting) throws Exception {
        URI gateway = URI.create("http://127.0.0.1:" + stack.ports().of("gateway"));
        try (Api api = new Api(gateway, stack.password())) {
            new DemoLoader(api, accounts).load(DemoFiles.packed().only(Set.of("register.yaml")));
            Nominations warming = new Nominations(api, stack.password(), accounts.person("weihai.cadre"), SEED);
            Setting.Steady steady = setting.steady();
            OpenLoop.warm(steady.perSecond(), steady.warmUp(), warming::propose);
            Nominations measured = warming.afresh();
            Map<String, Long> processes = new TreeMap<>(Map.of("generator", ProcessHandle.current().pid()));
            stack.names().forEach(name -> processes.put(name, stack.pid(name)));
            Map<String, Duration> before = stack.processorTimes();
            ThreadTimes threads = ThreadTimes.of(processes);
            long begin = System.nanoTime();
            OpenLoop.run(steady.perSecond(), steady.measured(), measured::propose);
            double seconds = (System.nanoTime() - begin) / 1e9;
            long orders = measured.acknowledged().getTotalCount();
            Map<String, Double> millis = new LinkedHashMap<>();
            stack.processorTimes().forEach((process, after) -> millis.put(process, after.minus(before.getOrDefault(process, Duration.ZERO)).toNanos() / 1e6 / orders));
            millis.put("ALL", millis.values().stream().mapToDouble(Double::doubleValue).sum());
            return new Loaded(measured, orders / seconds, millis, ThreadTimes.of(processes).since(threads));
        }
    }
}
