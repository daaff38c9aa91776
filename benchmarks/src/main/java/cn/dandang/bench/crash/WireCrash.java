package cn.dandang.bench.crash;

import cn.dandang.bench.standin.StandIn;
import cn.dandang.deploy.fault.KillPlan;
import cn.dandang.ledger.Ledger;
import cn.dandang.ledger.LedgerOptions;
import cn.dandang.ledger.LedgerVerifier;
import cn.dandang.ledger.MongoLedgerStore;
import cn.dandang.ledger.Recorded;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * Two processes append to one ledger over the wire through a {@link FaultProxy}; by a plan that the seed gives, one of them is killed after
 * so many acknowledged records and replaced.
 */
final class WireCrash {

    static final String DATABASE = "crash";
    static final String COLLECTION = "ledger";
    private static final List<String> APPENDERS = List.of("one", "other");
    private static final int MOST_ANSWERS = 120;
    /** When nothing is answered the next kill comes all the same. */
    private static final int SILENCE_SECONDS = 20;
    /** Of so many connections the faults are printed; those of later ones are as fixed. */
    private static final int CONNECTIONS_TOLD = 12;

    private final KillPlan plan;
    private final FaultPlan faults;
    private final Map<String, Long> acknowledged = new ConcurrentHashMap<>();
    private final Semaphore answers = new Semaphore(0);
    private int started;

    WireCrash(int kills, long seed) {
        this.plan = KillPlan.of(seed, kills, APPENDERS, 1, MOST_ANSWERS);
        this.faults = new FaultPlan(seed);
    }

    /** What a run kills and which faults it meets, in lines. */
    List<String> plan() {
        return Stream.concat(plan.lines().stream(), faults.lines(CONNECTIONS_TOLD).stream().map(line -> "connection " + line)).toList();
    }

    CrashCount run() throws Exception {
        try (StandIn server = StandIn.inMemory(); FaultProxy proxy = new FaultProxy(URI.create(server.uri()).getPort(), faults)) {
            Map<String, Process> running = new HashMap<>();
            try {
                for (String appender : APPENDERS) {
                    running.put(appender, start(proxy));
                }
                for (KillPlan.Kill kill : plan.kills()) {
                    awaitAnswers(kill.answers());
                    running.get(kill.process()).destroyForcibly().waitFor();
                    running.put(kill.process(), start(proxy));
                }
                awaitAnswers(MOST_ANSWERS);
            } finally {
                for (Process process : running.values()) {
                    process.destroyForcibly().waitFor();
                }
            }
            System.out.println("wire: " + proxy.faults() + " messages lost or late");
            return counted(server.uri(), proxy.faults());
        }
    }

    private void awaitAnswers(int more) throws InterruptedException {
        if (!answers.tryAcquire(more, SILENCE_SECONDS, TimeUnit.SECONDS)) {
            answers.drainPermits();
        }
    }

    private Process start(FaultProxy proxy) throws IOException {
        String name = "p" + started++;
        Process process = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx128m", "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1", "-cp", System.getProperty("java.class.path"), CrashAppender.class.getName(),
                "mongodb://127.0.0.1:" + proxy.port() + "/?retryWrites=false", name).redirectError(ProcessBuilder.Redirect.DISCARD).start();
        Thread.ofVirtual().start(() -> listen(process));
        return process;
    }

    private void listen(Process process) {
        try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                String[] words = line.split(" ");
                // a line that the kill cut short acknowledges nothing
                if (words.length == 4 && words[0].equals("ack") && words[3].equals("durable")) {
                    acknowledged.put(words[1], Long.parseLong(words[2]));
                    answers.release();
                }
            }
        } catch (IOException ended) {
            // the process was killed
        }
    }

    private CrashCount counted(String uri, long met) throws IOException {
        try (Ledger ledger = Ledger.open(MongoLedgerStore.open(uri, DATABASE, COLLECTION), LedgerOptions.defaults())) {
            Map<String, List<Recorded>> byId = new HashMap<>();
            Map<String, Long> versions = new HashMap<>();
            long[] disordered = new long[1];
            long[] expected = new long[1];
            ledger.read(0, Long.MAX_VALUE, recorded -> {
                byId.computeIfAbsent(recorded.record().id(), id -> new ArrayList<>()).add(recorded);
                boolean next = versions.merge(recorded.record().stream(), 0L, (last, none) -> last + 1) == recorded.record().version();
                disordered[0] += next && recorded.position() == expected[0]++ ? 0 : 1;
            });
            long lost = acknowledged.keySet().stream().filter(id -> !byId.containsKey(id)).count();
            long doubled = byId.values().stream().filter(all -> all.size() > 1).count();
            long elsewhere = acknowledged.entrySet().stream().filter(each -> byId.containsKey(each.getKey())
                    && byId.get(each.getKey()).getFirst().position() != each.getValue()).count();
            long unverified = LedgerVerifier.verify(ledger, List.of()).ok() ? 0 : 1;
            return new CrashCount(plan.kills().size(), acknowledged.size(), lost, doubled, disordered[0] + elsewhere, unverified,
                    met > 0 && !acknowledged.isEmpty());
        }
    }
}
