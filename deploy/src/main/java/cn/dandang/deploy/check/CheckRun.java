package cn.dandang.deploy.check;

import cn.dandang.deploy.api.Api;
import cn.dandang.deploy.audit.LedgerAudit;
import cn.dandang.deploy.audit.Verdict;
import cn.dandang.deploy.demo.Accounts;
import cn.dandang.deploy.demo.DemoFiles;
import cn.dandang.deploy.demo.DemoLoader;
import cn.dandang.deploy.stack.DataFolder;
import cn.dandang.deploy.stack.Installation;
import cn.dandang.deploy.stack.LocalStack;
import cn.dandang.deploy.stack.Ports;
import cn.dandang.deploy.stack.Progress;
import cn.dandang.deploy.stack.StackOptions;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Plays scenarios on a fresh installation and tells how it went. */
public final class CheckRun {
    private static final Set<String> LATER = Set.of("readings.yaml", "story.yaml");
    private final Installation installation;
    private final PrintStream out;

    public CheckRun(Installation installation, PrintStream out) {
        this.installation = installation;
        this.out = out;
    }

    /** How many expectations held and how many did not. */
    public record Outcome(int passed, int failed) {}

    /** Runs everything in the folder, which must be fresh, and ends every process before it returns. */
    public Outcome run(Path folder, Progress progress) throws InterruptedException {
        Instant begin = Instant.now();
        Expectations expect = new Expectations(out);
        try (LocalStack stack = new LocalStack(installation, new DataFolder(folder), Ports.free(), StackOptions.forTests(42), progress);
                LocalStack.Watch _ = stack.endedWithProcess("end-of-check")) {
            play(stack, expect, begin);
        }
        verifyLedgers(new DataFolder(folder), expect);
        figure("check_seconds", Duration.between(begin, Instant.now()).toMillis() / 1000.0, "s");
        out.println(expect.passed() + " passed, " + expect.failed() + " failed");
        return new Outcome(expect.passed(), expect.failed());
    }

    private void play(LocalStack stack, Expectations expect, Instant begin) throws InterruptedException {
        stack.start();
        Accounts accounts = Accounts.read(installation);
        try (Api api = new Api(URI.create("http://127.0.0.1:" + stack.ports().of("gateway")), stack.password())) {
            DemoLoader loader = new DemoLoader(api, accounts);
            Stage stage = new Stage(api, stack, new BusinessTime(stack.bootstrap()), accounts, expect);
            loader.load(DemoFiles.packed().without(LATER));
            Duration starting = Duration.between(begin, Instant.now());
            play(Scenarios.unconfirmed(), stage);
            Instant again = Instant.now();
            loader.load(DemoFiles.packed().only(LATER));
            figure("start_seconds", starting.plus(Duration.between(again, Instant.now())).toMillis() / 1000.0, "s");
            play(Scenarios.confirmed(), stage);
            figure("memory_mib", stack.memoryMib(), "MiB");
        }
    }

    private void play(List<Scenario> scenarios, Stage stage) throws InterruptedException {
        for (Scenario scenario : scenarios) {
            stage.expect().begin(scenario.name());
            try {
                scenario.play(stage);
            } catch (InterruptedException ended) {
                throw ended;
            } catch (Exception broken) {
                stage.expect().that("it can be played to its end", false, broken);
                broken.printStackTrace(out);
            }
        }
    }

    private static void verifyLedgers(DataFolder folder, Expectations expect) {
        expect.begin("ledgers");
        Path ledgers = folder.data().resolve("ledger");
        if (!Files.isDirectory(ledgers)) {
            expect.that("there are ledgers to verify", false);
            return;
        }
        try {
            for (Verdict verdict : LedgerAudit.verify(ledgers)) {
                expect.that(verdict.ledger() + " is complete and unaltered, " + verdict.records() + " records", verdict.ok(), verdict.en());
            }
        } catch (IOException unreadable) {
            expect.that("the ledgers can be read", false, unreadable);
        }
    }

    private void figure(String name, double value, String unit) {
        out.println("figure " + name + " " + String.format(Locale.ROOT, "%.1f", value) + " " + unit);
    }
}
