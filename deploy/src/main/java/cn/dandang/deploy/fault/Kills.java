package cn.dandang.deploy.fault;

import cn.dandang.deploy.api.Answer;
import cn.dandang.deploy.api.Api;
import cn.dandang.deploy.demo.Accounts;
import cn.dandang.deploy.demo.DemoFiles;
import cn.dandang.deploy.demo.DemoLoader;
import cn.dandang.deploy.evidence.Entry;
import cn.dandang.deploy.evidence.Ledgers;
import cn.dandang.deploy.evidence.OnTheWire;
import cn.dandang.deploy.evidence.Wire;
import cn.dandang.deploy.fault.Fault.Kind;
import cn.dandang.deploy.stack.DataFolder;
import cn.dandang.deploy.stack.Installation;
import cn.dandang.deploy.stack.LocalStack;
import cn.dandang.deploy.stack.Ports;
import cn.dandang.deploy.stack.Progress;
import cn.dandang.deploy.stack.StackOptions;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** One run: the kills of a plan that the seed gives, while orders are sent; then the reckoning. */
public final class Kills {
    /** When nothing is answered any more the next kill comes all the same. */
    private static final Duration SILENCE = Duration.ofSeconds(20);
    private static final Duration SETTLING = Duration.ofSeconds(90);
    private static final int FEWEST_ANSWERS = 5;
    private static final int MOST_ANSWERS = 64;
    private final Installation installation;
    private final Path folder;
    private final KillPlan plan;

    public Kills(Installation installation, Path folder, int kills, long seed) {
        this.installation = installation;
        this.folder = folder;
        this.plan = plan(kills, seed);
    }

    /** What a run with this seed kills, and when. */
    public static KillPlan plan(int kills, long seed) {
        return KillPlan.of(seed, kills, LocalStack.processes(), FEWEST_ANSWERS, MOST_ANSWERS);
    }

    /** Runs it and gives what was found wrong. */
    public KillsReport run() throws Exception {
        Instant begin = Instant.now();
        int kills = plan.kills().size();
        say("seed " + plan.seed() + ", " + kills + " kills (-Ddandang.seed=" + plan.seed() + " -Ddandang.kills=" + kills + " asks for the same plan again)");
        plan.lines().forEach(line -> say("plan " + line));
        DataFolder data = new DataFolder(folder);
        List<Fault> faults = new ArrayList<>();
        Evidence evidence;
        try (LocalStack stack = new LocalStack(installation, data, Ports.free(), StackOptions.forTests(plan.seed()).restartingCrashed(true), this::progress)) {
            stack.start();
            Accounts accounts = Accounts.read(installation);
            try (Senders senders = new Senders(stack, accounts)) {
                new DemoLoader(senders.sender("loader").api(), accounts).load(DemoFiles.packed());
                say("loaded after " + since(begin));
                senders.begin();
                kill(stack, senders.pace());
                say("killed for the last time after " + since(begin));
                for (String name : stack.names()) {
                    stack.awaitReady(name);
                }
                senders.finish();
                say("everybody was answered after " + since(begin) + "; asked again because of " + senders.unanswered());
                senders.refused().forEach(refused -> faults.add(new Fault(Kind.UNTESTED, refused)));
                evidence = settled(stack, senders);
            }
            say("settled after " + since(begin) + ": " + evidence.acknowledged().size() + " orders, " + evidence.acknowledged().stream().filter(order -> order.attempts() > 1).count()
                    + " of them asked more than once, " + evidence.facts().size() + " facts, " + evidence.tolerated().size() + " exemptions");
        }
        // with fewer kills than processes it may be that only those were killed to which nobody sends orders
        if (evidence.tolerated().size() < 2 || kills > LocalStack.processes().size() && evidence.acknowledged().stream().noneMatch(order -> order.attempts() > 1)) {
            faults.add(new Fault(Kind.UNTESTED, "nothing was tested: " + evidence.tolerated().size() + " exemptions, and no order had to be asked for again"));
        }
        // what came after all were settled would be a second time
        List<String> unverified = new ArrayList<>();
        Map<String, List<Entry>> ledgers = Ledgers.stored(data, unverified);
        unverified.forEach(defect -> faults.add(new Fault(Kind.UNVERIFIED, defect)));
        faults.addAll(Reckoning.faults(new Evidence(evidence.acknowledged(), ledgers, evidence.facts(), evidence.listed(), evidence.tolerated())));
        say("reckoned after " + since(begin) + ": " + (faults.isEmpty() ? "everything is there once, in order" : faults.size() + " faults"));
        return new KillsReport(kills, evidence.acknowledged().size(), faults);
    }

    private void kill(LocalStack stack, Pace pace) throws InterruptedException {
        int killed = 0;
        for (KillPlan.Kill kill : plan.kills()) {
            pace.awaitMore(kill.answers(), SILENCE);
            // a kill counts when something was there to be killed
            stack.awaitReady(kill.process());
            say("kill " + ++killed + " of " + plan.kills().size() + ": " + kill);
            stack.kill(kill.process());
        }
    }

    /** Asks for the evidence until nothing is missing any more; what is still missing at the end is missing. */
    private static Evidence settled(LocalStack stack, Senders senders) throws InterruptedException, IOException {
        Instant limit = Instant.now().plus(SETTLING);
        try (Api auditors = new Api(URI.create("http://127.0.0.1:" + stack.ports().of("gateway")), stack.password(), new Insistent("auditor", new Pace()))) {
            while (true) {
                List<String> unverified = new ArrayList<>();
                Map<String, List<Entry>> ledgers = Ledgers.exported(auditors.as("centre.auditor"), unverified);
                Evidence evidence = new Evidence(senders.acknowledged(), ledgers, OnTheWire.facts(Wire.committed(stack.bootstrap())), listed(auditors), senders.tolerated());
                if (unverified.isEmpty() && Reckoning.faults(evidence).isEmpty() || Instant.now().isAfter(limit)) {
                    return evidence;
                }
                new CountDownLatch(1).await(500, TimeUnit.MILLISECONDS);
            }
        }
    }

    private static List<String> listed(Api auditors) {
        List<String> facts = new ArrayList<>();
        @Nullable String next = null;
        do {
            Answer page = auditors.as("centre.auditor").get("/api/oversight/v1/audit/events?limit=200" + (next == null ? "" : "&after=" + next));
            for (JsonNode item : page.at("items")) {
                facts.add(item.path("fact").asString());
            }
            next = page.text("next").isEmpty() ? null : page.text("next");
        } while (next != null);
        return facts;
    }

    private void progress(String zh, String en) {
        say(en);
    }

    private static void say(String line) {
        System.out.println("kills: " + line);
    }

    private static String since(Instant begin) {
        return Duration.between(begin, Instant.now()).toSeconds() + " s";
    }
}
