package cn.dandang.deploy.cli;

import cn.dandang.contracts.Topics;
import cn.dandang.deploy.api.Api;
import cn.dandang.deploy.reconcile.Comparison;
import cn.dandang.deploy.reconcile.Difference;
import cn.dandang.deploy.reconcile.Reconciliation;
import cn.dandang.deploy.reconcile.Side;
import cn.dandang.deploy.stack.DataFolder;
import cn.dandang.deploy.stack.ExitCode;
import cn.dandang.deploy.stack.Installation;
import cn.dandang.deploy.stack.RunRecord;
import cn.dandang.deploy.stack.StackFailure;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(name = "reconcile", description = {"对照账本、主题与视图中已发布的事实。", "Compares the published facts in ledger, topic and projection."})
final class ReconcileCommand implements Callable<Integer> {
    private static final String AUDITOR = "centre.auditor";
    private static final Duration PATIENCE = Duration.ofSeconds(15);
    private static final int NAMED = 50;

    @Mixin
    private DataOption data = new DataOption();

    @Option(names = "--service", paramLabel = "NAME")
    private @Nullable String service;

    @Option(names = "--from", paramLabel = "POSITION")
    private long from;

    @Option(names = "--to", paramLabel = "POSITION")
    private long to = Long.MAX_VALUE;

    @Override
    public Integer call() throws InterruptedException {
        if (service != null && !Topics.PUBLISHERS.contains(service) || from < 0 || to < from) {
            throw new StackFailure(ExitCode.WRONG_ARGUMENTS, "服务只能是 " + Topics.PUBLISHERS + " 之一，位置从 0 起且先小后大。", "A service is one of " + Topics.PUBLISHERS + "; positions begin with 0, the lower one first.");
        }
        DataFolder folder = data.folder(Installation.find());
        RunRecord running = (folder.inUse() ? RunRecord.read(folder) : Optional.<RunRecord>empty()).orElseThrow(() -> new StackFailure(ExitCode.NOT_RUNNING,
                "在 " + folder.root() + " 没有正在运行的 dandang。", "No dandang is running on " + folder.root() + "."));
        boolean equal = true;
        try (Api api = new Api(URI.create("http://127.0.0.1:" + running.gatewayPort()), folder.password())) {
            Reconciliation reconciliation = new Reconciliation(api.as(AUDITOR), Map.of("bootstrap.servers", bootstrap(running)), PATIENCE);
            for (String name : service == null ? Topics.PUBLISHERS : List.of(service)) {
                for (Comparison comparison : reconciliation.of(name, from, to)) {
                    print(comparison);
                    equal &= comparison.equal();
                }
            }
        }
        return (equal ? ExitCode.OK : ExitCode.EXPECTATION_FAILED).code();
    }

    private static String bootstrap(RunRecord running) {
        return running.processes().stream().filter(process -> process.name().equals("broker")).findFirst().map(broker -> "127.0.0.1:" + broker.port())
                .or(() -> Optional.ofNullable(System.getenv("KAFKA_BOOTSTRAP")))
                .orElseThrow(() -> new StackFailure(ExitCode.WRONG_ARGUMENTS, "请设 KAFKA_BOOTSTRAP。", "Set KAFKA_BOOTSTRAP."));
    }

    private static void print(Comparison found) {
        System.out.println((found.equal() ? "EQUAL     " : "DIFFERENT ") + found.service() + "  " + found.topicName());
        side("账本 ledger    ", found.ledger());
        side("主题 topic     ", found.topic());
        Side projection = found.projection();
        if (projection != null) {
            side("视图 projection", projection);
        }
        found.differences().stream().limit(NAMED).map(ReconcileCommand::named).forEach(System.out::println);
        if (found.differences().size() > NAMED) {
            System.out.println("    … 共 " + found.differences().size() + " 处，另有未列出的 · of " + found.differences().size() + " in all");
        }
    }

    private static void side(String name, Side side) {
        System.out.printf("    %s %10d  %s%n", name, side.count(), side.root());
    }

    private static String named(Difference found) {
        return "    " + found.place() + ": " + found.id() + " " + found.kind().zh() + " · " + found.kind().en() + (found.at().isEmpty() ? "" : " (" + found.at() + ")");
    }
}
