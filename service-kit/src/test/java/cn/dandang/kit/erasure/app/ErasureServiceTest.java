package cn.dandang.kit.erasure.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.dandang.contracts.ErasureFact;
import cn.dandang.contracts.RegisterFact;
import cn.dandang.contracts.Topics;
import cn.dandang.kit.boot.StartPhases;
import cn.dandang.kit.codec.Json;
import cn.dandang.kit.decision.Actor;
import cn.dandang.kit.decision.DomainEvent;
import cn.dandang.kit.decision.Role;
import cn.dandang.kit.personal.KeyStore;
import cn.dandang.kit.personal.LocalKeyStore;
import cn.dandang.kit.personal.Opened;
import cn.dandang.kit.personal.PersonalData;
import cn.dandang.kit.personal.Sealed;
import cn.dandang.kit.publishing.RecordedEvent;
import cn.dandang.kit.testing.TestGateway;
import cn.dandang.kit.topic.FactCodec;
import cn.dandang.kit.topic.KafkaClients;
import cn.dandang.kit.wire.TestBroker;
import cn.dandang.ledger.Ledger;
import cn.dandang.ledger.LedgerStore;
import cn.dandang.ledger.LedgerVerifier;
import cn.dandang.ledger.Snapshot;
import cn.dandang.ledger.TreeHead;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.kafka.test.EmbeddedKafkaKraftBroker;
import tools.jackson.databind.JsonNode;

/** An erasure through the API of the service that owns the persons, with a follower that keeps its own keys. */
class ErasureServiceTest {
    private static final Duration LONG = Duration.ofSeconds(30);
    private static final String WEIHAI = "371000";
    private static final String SUBJECT = "0195d3a0-0002-7200-8000-0000000000c1";
    private static final Actor OFFICER = new Actor("0195d3a0-0002-7200-8000-0000000000a1", "office-1", "unit-1", WEIHAI, Set.of(Role.ORG_OFFICER));
    private static final Actor DECIDER = new Actor("0195d3a0-0002-7200-8000-0000000000a2", "office-2", "unit-1", WEIHAI, Set.of(Role.ORG_DECIDER));
    private static final Actor AUDITOR = new Actor("0195d3a0-0002-7200-8000-0000000000a3", "office-3", "unit-2", "000000", Set.of(Role.AUDITOR));

    @TempDir
    private Path folder;
    private final TestGateway gateway = new TestGateway();
    private final HttpClient http = HttpClient.newHttpClient();
    private final EmbeddedKafkaKraftBroker broker = TestBroker.fresh();
    private final List<ConfigurableApplicationContext> open = new ArrayList<>();

    private record Behind() implements DomainEvent {}

    @BeforeEach
    void register() throws Exception {
        LocalKeyStore keys = new LocalKeyStore(folder.resolve("one/keys"));
        try (KafkaProducer<String, byte[]> producer = new KafkaClients("test", broker.getBrokersAsString(), Map.of()).producer("register", Map.of())) {
            RegisterFact person = new RegisterFact.PersonRegistered(SUBJECT, new PersonalData(keys, "assessment").seal("person:" + SUBJECT, SUBJECT, "name", "张三").toText(), WEIHAI, true);
            RecordedEvent event = new RecordedEvent("register-test", 0, "id", "person-" + SUBJECT, 0, "x", 1, Instant.EPOCH, Instant.EPOCH, "p", "o", WEIHAI, null, null, "x", "v1", new Behind());
            for (var record : FactCodec.encode(event, List.of(person))) {
                producer.send(record).get();
            }
        }
    }

    @AfterEach
    void close() {
        open.reversed().forEach(ConfigurableApplicationContext::close);
        gateway.close();
        http.close();
        broker.destroy();
    }

    private ConfigurableApplicationContext start(String service, String data) throws InterruptedException {
        ConfigurableApplicationContext context = new SpringApplicationBuilder(PersonsService.class).run("--dandang.service=" + service, "--dandang.data-dir=" + folder.resolve(data),
                "--dandang.tokens.jwks-uri=" + gateway.jwksUri(), "--dandang.kafka.bootstrap=" + broker.getBrokersAsString(), "--server.port=0", "--management.server.port=0",
                "--logging.structured.format.console=", "--spring.profiles.active=local", "--dandang.exit-on-failed-start=false");
        open.add(context);
        assertThat(context.getBean(StartPhases.class).awaitReady(60, TimeUnit.SECONDS)).isTrue();
        return context;
    }

    private HttpResponse<String> send(ConfigurableApplicationContext context, Actor actor, HttpRequest.Builder request, String path) throws Exception {
        URI uri = URI.create("http://127.0.0.1:" + context.getEnvironment().getProperty("local.server.port") + "/api/assessment/v1/erasures" + path);
        return http.send(request.uri(uri).header("Authorization", "Bearer " + gateway.token(actor, "assessment")).header("Content-Type", "application/json").build(), HttpResponse.BodyHandlers.ofString());
    }

    private static HttpRequest.Builder post(String body) {
        return HttpRequest.newBuilder().POST(HttpRequest.BodyPublishers.ofString(body)).header("Idempotency-Key", UUID.randomUUID().toString());
    }

    private static JsonNode json(HttpResponse<String> response) {
        assertThat(response.statusCode()).as(response.body()).isBetween(200, 299);
        return Json.mapper().readTree(response.body());
    }

    private String proposed(ConfigurableApplicationContext context) throws Exception {
        String body = "{\"subject\":\"" + SUBJECT + "\",\"rule\":\"某规定\",\"article\":\"第一条\",\"reason\":\"本人申请\"}";
        assertThat(send(context, DECIDER, post(body), "").statusCode()).isEqualTo(403);
        return json(send(context, OFFICER, post(body), "")).get("id").asString();
    }

    private String approved(ConfigurableApplicationContext context, String id) throws Exception {
        return json(send(context, DECIDER, post("{\"reason\":\"依据成立\"}").header("If-Match", "\"0\""), "/" + id + "/approval")).get("position").asString();
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> all = Files.walk(from)) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                Path target = to.resolve(from.relativize(file));
                Files.createDirectories(target.getParent());
                Files.copy(file, target, StandardCopyOption.REPLACE_EXISTING);
            }
        }
    }

    private static void delete(Path root) throws IOException {
        try (Stream<Path> all = Files.walk(root)) {
            for (Path path : all.sorted(java.util.Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }

    @Test
    void an_ordered_erasure_destroys_the_key_here_and_with_every_follower_and_stays_provable() throws Exception {
        ConfigurableApplicationContext owner = start("assessment", "one");
        ConfigurableApplicationContext follower = start("incentive", "two");
        Sealed<String> name = owner.getBean(PersonalData.class).seal("person:" + SUBJECT, "r", "name", "张三");
        // a store of its own, as behind another vault
        follower.getBean(KeyStore.class).getOrCreate("person:" + SUBJECT);
        TreeHead before = owner.getBean(Ledger.class).treeHead();
        List<LedgerStore> stores = List.of(owner.getBean(LedgerStore.class), follower.getBean(LedgerStore.class));
        stores.forEach(store -> store.saveSnapshot(new Snapshot("kept", 7, "k", "x", "x", "1", Instant.EPOCH, new byte[0], new byte[0])));

        String id = proposed(owner);
        assertThat(owner.getBean(PersonalData.class).text(name)).isEqualTo("张三");
        assertThat(send(owner, OFFICER, post("{\"reason\":\"x\"}").header("If-Match", "\"0\""), "/" + id + "/approval").statusCode()).isEqualTo(403);
        String position = approved(owner, id);

        assertThat(owner.getBean(PersonalData.class).text(name)).isEqualTo(Opened.ERASED);
        await().atMost(LONG).until(() -> follower.getBean(KeyStore.class).erased("person:" + SUBJECT));
        await().atMost(LONG).untilAsserted(() -> assertThat(stores).allSatisfy(store -> assertThat(store.snapshots("kept")).as("kept states go with an erasure").isEmpty()));
        JsonNode row = json(send(owner, AUDITOR, HttpRequest.newBuilder().GET().header("Dandang-At-Least", Long.toString(Long.parseLong(position) + 1)), "/" + id));
        assertThat(row.get("state").asString()).isEqualTo("CARRIED_OUT");
        assertThat(row.get("rule").asString() + row.get("article").asString() + row.get("reason").asString() + row.get("decisionReason").asString()).isEqualTo("某规定第一条本人申请依据成立");
        assertThat(row.get("decidedBy").asString()).isEqualTo(DECIDER.person());
        assertThat(row.get("commitment").asString()).matches("[0-9a-f]{64}");
        assertThat(LedgerVerifier.verify(owner.getBean(Ledger.class), List.of(before, owner.getBean(Ledger.class).treeHead())).ok()).isTrue();
        assertThat(send(owner, OFFICER, post("{\"subject\":\"" + SUBJECT + "\",\"rule\":\"某规定\",\"article\":\"第一条\",\"reason\":\"x\"}"), "").statusCode()).isEqualTo(409);
        assertThat(send(owner, OFFICER, post("{\"subject\":\"0195d3a0-0002-7200-8000-00000000dead\",\"rule\":\"某规定\",\"article\":\"第一条\",\"reason\":\"x\"}"), "").statusCode()).isEqualTo(404);
    }

    @Test
    void a_key_that_an_older_backup_brings_back_is_erased_again_before_anything_is_served() throws Exception {
        ConfigurableApplicationContext owner = start("assessment", "one");
        Sealed<String> name = owner.getBean(PersonalData.class).seal("person:" + SUBJECT, "r", "name", "张三");
        copy(folder.resolve("one/keys"), folder.resolve("backup/keys"));
        String id = proposed(owner);
        approved(owner, id);
        await().atMost(LONG).until(() -> published() == 1);
        owner.close();
        ConfigurableApplicationContext follower = start("incentive", "two");
        follower.close();

        // the owner's own ledger knows of it, the follower learns it from the topic
        for (String data : List.of("one", "two")) {
            delete(folder.resolve(data + "/keys"));
            copy(folder.resolve("backup/keys"), folder.resolve(data + "/keys"));
            assertThat(new PersonalData(new LocalKeyStore(folder.resolve(data + "/keys")), "test").text(name)).isEqualTo("张三");
        }
        assertThat(start("assessment", "one").getBean(PersonalData.class).text(name)).isEqualTo(Opened.ERASED);
        assertThat(start("incentive", "two").getBean(PersonalData.class).text(name)).isEqualTo(Opened.ERASED);
        assertThat(published()).as("told once").isEqualTo(1);
    }

    private long published() {
        try (var consumer = new KafkaClients("test", broker.getBrokersAsString(), Map.of()).consumer("erasures", org.apache.kafka.common.IsolationLevel.READ_COMMITTED, null, KafkaClients.TO_THE_END)) {
            var partition = new org.apache.kafka.common.TopicPartition(Topics.ERASURES, 0);
            consumer.assign(List.of(partition));
            consumer.seekToBeginning(List.of(partition));
            long end = consumer.endOffsets(List.of(partition)).get(partition);
            long erased = 0;
            while (consumer.position(partition) < end) {
                for (var record : consumer.poll(Duration.ofMillis(50))) {
                    erased += FactCodec.decode(record).orElseThrow().fact() instanceof ErasureFact.PersonErased ? 1 : 0;
                }
            }
            return erased;
        }
    }
}
