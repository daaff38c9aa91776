package cn.dandang.kit.due;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.dandang.contracts.PublishedFact;
import cn.dandang.contracts.Topics;
import cn.dandang.kit.publishing.FactReceived;
import cn.dandang.kit.publishing.RecordedEvent;
import cn.dandang.kit.relay.Relay;
import cn.dandang.kit.topic.FactCodec;
import cn.dandang.kit.wire.Matters;
import cn.dandang.kit.wire.Matters.MatterEvent;
import cn.dandang.kit.wire.TestBroker;
import cn.dandang.kit.wire.WireService;
import cn.dandang.ledger.LedgerVerifier;
import cn.dandang.ledger.TailReader;
import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.memory.MemoryBackend;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Three processes on one ledger, their clocks an hour before, right and an hour behind: one hangs longer than its lease and comes back, another is killed. */
class ReplicasIT {
    private static final Duration LONG = Duration.ofSeconds(90);
    private static final String NAME = "replicas";
    private static final List<String> REPLICAS = List.of("slow", "right", "fast");

    @TempDir
    private Path folder;
    private final Map<String, Process> processes = new TreeMap<>();

    private void start(String replica, String mongo) throws IOException {
        processes.put(replica, new ProcessBuilder(System.getProperty("java.home") + "/bin/java", "-Xmx256m", "--enable-native-access=ALL-UNNAMED", "-Ddisable-axoniq-console-message=true",
                "-Daxon.update-check.disabled=true", "-cp", System.getProperty("java.class.path"), Replica.class.getName(), TestBroker.bootstrap(), mongo, NAME, replica,
                Integer.toString(REPLICAS.indexOf(replica) - 1), said(replica).toString()).redirectErrorStream(true).redirectOutput(folder.resolve(replica + ".log").toFile()).start());
    }

    private Path said(String replica) {
        return folder.resolve(replica + ".txt");
    }

    private List<String> lines(String replica) throws IOException {
        return Files.exists(said(replica)) ? Files.readAllLines(said(replica)) : List.of();
    }

    private String relaying() throws IOException {
        for (String replica : REPLICAS) {
            List<String> changes = lines(replica).stream().filter(line -> line.startsWith("relay ")).toList();
            if (processes.get(replica).isAlive() && !changes.isEmpty() && changes.getLast().equals("relay RELAYING")) {
                return replica;
            }
        }
        return "";
    }

    private void signal(String replica, String signal) throws Exception {
        assertThat(new ProcessBuilder("kill", "-" + signal, Long.toString(processes.get(replica).pid())).start().waitFor()).isZero();
    }

    private static List<FactReceived<? extends PublishedFact>> facts() {
        List<FactReceived<? extends PublishedFact>> facts = new ArrayList<>();
        TestBroker.committed(Topics.facts(NAME)).forEach(record -> facts.add(FactCodec.decode(record).orElseThrow()));
        return facts;
    }

    @Test
    @Tag("nightly")
    @DisplayName("every acknowledged append is in its place, every fact is published once and in order, every deadline is met once, whoever hangs or dies")
    void replicas_take_over_from_each_other() throws Exception {
        Assumptions.assumeTrue(new ProcessBuilder("kill", "-l").start().waitFor() == 0, "needs signals");
        TestBroker.topicsOf(NAME);
        MongoServer mongo = new MongoServer(new MemoryBackend());
        String address = "mongodb://127.0.0.1:" + mongo.bind().getPort();
        AtomicLong seen = new AtomicLong();
        List<String> disorder = new ArrayList<>();
        try (WireService here = WireService.replica(Replica.store(address), NAME, TestBroker.clients(NAME), Clock.systemUTC())) {
            TailReader tail = here.ledger.tail(0, records -> records.forEach(recorded -> {
                if (recorded.position() != seen.getAndIncrement()) {
                    disorder.add(recorded.position() + " after " + (seen.get() - 1));
                }
            }), "watcher");
            for (String replica : REPLICAS) {
                start(replica, address);
            }
            await().atMost(LONG).until(() -> facts().size() > 100);

            // hangs for longer than its lease; while they join, for moments none of them relays
            String hung = await().atMost(LONG).until(this::relaying, replica -> !replica.isEmpty());
            signal(hung, "STOP");
            int before = facts().size();
            await().atMost(LONG).until(() -> facts().size() > before + 200);
            signal(hung, "CONT");
            int acknowledged = lines(hung).size();
            await().atMost(LONG).until(() -> lines(hung).size() > acknowledged + 20);

            // and one dies while it relays
            await().atMost(LONG).until(() -> !relaying().isEmpty() && !relaying().equals(hung) || relaying().equals(hung) && lines(hung).getLast().startsWith("acknowledged"));
            String killed = REPLICAS.stream().filter(replica -> !replica.equals(hung)).filter(replica -> holds(replica)).findFirst().orElse(hung);
            processes.get(killed).destroyForcibly().waitFor();
            int then = facts().size();
            await().atMost(LONG).until(() -> facts().size() > then + 100);

            for (String replica : REPLICAS) {
                processes.get(replica).getOutputStream().close();
                assertThat(processes.get(replica).waitFor(60, TimeUnit.SECONDS)).as(replica).isTrue();
            }
            check(here, tail, seen, disorder);
        } finally {
            processes.values().forEach(Process::destroyForcibly);
            mongo.shutdownNow();
        }
    }

    private boolean holds(String replica) {
        try {
            List<String> changes = lines(replica).stream().filter(line -> line.startsWith("relay ")).toList();
            return !changes.isEmpty() && changes.getLast().equals("relay RELAYING");
        } catch (IOException e) {
            return false;
        }
    }

    private void check(WireService here, TailReader tail, AtomicLong seen, List<String> disorder) throws Exception {
        long head = here.ledger.head();
        assertThat(tail.awaitPosition(head, LONG)).isTrue();
        assertThat(disorder).as("a reader sees p before p+1").isEmpty();
        assertThat(seen.get()).isEqualTo(head);
        assertThat(LedgerVerifier.verify(here.ledger, List.of()).messages()).containsKey("en").satisfies(said -> assertThat(said.get("en")).startsWith("Verified"));
        List<RecordedEvent> events = here.events();

        Map<Long, String> texts = new HashMap<>();
        events.stream().filter(event -> event.event() instanceof MatterEvent.Noted).forEach(event -> texts.put(event.position(), ((MatterEvent.Noted) event.event()).text()));
        for (String replica : REPLICAS) {
            for (String line : lines(replica)) {
                if (line.startsWith("acknowledged ") && line.split(" ").length == 3) {
                    assertThat(texts).as(replica).containsEntry(Long.parseLong(line.split(" ")[1]), line.split(" ")[2]);
                }
            }
        }
        // the clocks were hours apart, and the order is that of the positions
        List<Instant> times = events.stream().map(RecordedEvent::recordedAt).toList();
        assertThat(times).isNotEqualTo(times.stream().sorted().toList());

        // what was recorded last may have found no relay any more: the next one publishes it
        try (Relay relay = new Relay(NAME, here.ledger, here::read, Matters.PUBLISHER, here.clients, false, Duration.ofMillis(300))) {
            relay.start();
            await().atMost(LONG).until(() -> facts().size() >= texts.size());
        }
        assertThat(facts().stream().map(FactReceived::position).sorted().toList()).isEqualTo(texts.keySet().stream().sorted().toList());
        facts().stream().collect(Collectors.groupingBy(FactReceived::rootCase)).values().forEach(of -> assertThat(of.stream().map(FactReceived::position)).isSorted());

        Set<String> entered = events.stream().filter(event -> event.event() instanceof MatterEvent.Entered).map(RecordedEvent::stream).collect(Collectors.toSet());
        List<String> expired = events.stream().filter(event -> event.event() instanceof MatterEvent.Expired).map(RecordedEvent::stream).toList();
        assertThat(expired).doesNotHaveDuplicates();
        assertThat(entered).containsAll(expired);
        assertThat(expired.size()).as("all but those of the last moment").isGreaterThan(entered.size() - 20);
    }
}
