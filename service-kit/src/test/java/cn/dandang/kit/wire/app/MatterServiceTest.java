package cn.dandang.kit.wire.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.dandang.kit.boot.StartPhases;
import cn.dandang.kit.clock.BusinessClock;
import cn.dandang.kit.clock.ClockTopic;
import cn.dandang.kit.codec.Json;
import cn.dandang.kit.decision.Actor;
import cn.dandang.kit.decision.Role;
import cn.dandang.kit.orders.Order;
import cn.dandang.kit.orders.Orders;
import cn.dandang.kit.testing.TestGateway;
import cn.dandang.kit.topic.KafkaClients;
import cn.dandang.kit.wire.Matters;
import cn.dandang.kit.wire.Matters.MatterCommand;
import cn.dandang.kit.wire.TestBroker;
import cn.dandang.kit.wire.WireService;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.kafka.test.EmbeddedKafkaKraftBroker;
import tools.jackson.databind.JsonNode;

/** Two services and the service of reports on one broker: orders, facts, questions, views, limits and figures, over HTTP. */
class MatterServiceTest {
    private static final Duration LONG = Duration.ofSeconds(60);
    private static final Actor AUDITOR = new Actor("person-auditor", "office-9", "unit-9", "000000", Set.of(Role.AUDITOR));

    @TempDir
    private Path folder;
    private final TestGateway gateway = new TestGateway();
    private final HttpClient http = HttpClient.newHttpClient();
    // facts of the other tests would ask questions here
    private final EmbeddedKafkaKraftBroker broker = TestBroker.fresh();
    private final List<ConfigurableApplicationContext> open = new ArrayList<>();

    @AfterEach
    void close() {
        open.reversed().forEach(ConfigurableApplicationContext::close);
        gateway.close();
        http.close();
        broker.destroy();
    }

    private ConfigurableApplicationContext start(String service) throws InterruptedException {
        ConfigurableApplicationContext context = new SpringApplicationBuilder(MatterService.class).run("--dandang.service=" + service, "--dandang.data-dir=" + folder,
                "--dandang.tokens.jwks-uri=" + gateway.jwksUri(), "--dandang.kafka.bootstrap=" + broker.getBrokersAsString(), "--server.port=0", "--logging.structured.format.console=", "--spring.profiles.active=local");
        open.add(context);
        assertThat(context.getBean(StartPhases.class).awaitReady(60, TimeUnit.SECONDS)).isTrue();
        return context;
    }

    private HttpResponse<String> get(ConfigurableApplicationContext context, Actor actor, String path) throws Exception {
        return send(context, actor, HttpRequest.newBuilder().GET(), path);
    }

    private HttpResponse<String> send(ConfigurableApplicationContext context, Actor actor, HttpRequest.Builder request, String path) throws Exception {
        String service = context.getEnvironment().getRequiredProperty("dandang.service");
        URI uri = URI.create("http://127.0.0.1:" + context.getEnvironment().getProperty("local.server.port") + "/api/" + service + "/v1" + path);
        return http.send(request.uri(uri).header("Authorization", "Bearer " + gateway.token(actor, service)).header("Content-Type", "application/json").build(), HttpResponse.BodyHandlers.ofString());
    }

    private static JsonNode json(HttpResponse<String> response) {
        assertThat(response.statusCode()).as(response.body()).isBetween(200, 299);
        return Json.mapper().readTree(response.body());
    }

    private String management(ConfigurableApplicationContext context, String path) throws Exception {
        URI uri = URI.create("http://127.0.0.1:" + context.getEnvironment().getProperty("local.management.port") + "/actuator/" + path);
        return http.send(HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.ofString()).body();
    }

    @Test
    void a_fact_of_one_service_becomes_a_question_in_another_and_the_answer_its_effect() throws Exception {
        ConfigurableApplicationContext one = start("assessment");
        ConfigurableApplicationContext other = start("incentive");
        ConfigurableApplicationContext reports = start("clarification");
        String id = UUID.randomUUID().toString();
        String matter = "matter-" + id;
        Orders there = other.getBean(Orders.class);
        there.send(Order.of(WireService.DECIDER, new MatterCommand.Enter(matter, "cadre", other.getBean(BusinessClock.class).today().plusDays(10))));
        one.getBean(Orders.class).send(Order.of(WireService.DECIDER, new MatterCommand.Note(matter, "evaluation", 1)));

        // the question comes by Kafka alone, and is a thing to do
        await().atMost(LONG).untilAsserted(() -> assertThat(json(get(other, WireService.DECIDER, "/questions?state=OPEN")).get("items")).hasSize(1));
        JsonNode question = json(get(other, WireService.DECIDER, "/questions?state=OPEN")).get("items").get(0);
        assertThat(question.get("ground").get("clauses").get(0).get("place").asString()).isEqualTo("鲁·三·3");
        assertThat(question.get("reading").asString()).isEqualTo("wire.reading");
        JsonNode todos = json(get(other, WireService.DECIDER, "/todos")).get("items");
        assertThat(todos).hasSize(2);
        assertThat(todos.get(0).get("daysLeft").asLong()).isEqualTo(10);
        assertThat(todos.get(0).get("service").asString()).isEqualTo("incentive");
        assertThat(todos.get(1).get("kind").asString()).isEqualTo("question");
        assertThat(json(get(other, AUDITOR, "/todos")).get("items")).isEmpty();
        assertThat(get(other, AUDITOR, "/questions/" + question.get("id").asString()).statusCode()).isEqualTo(404);

        String path = "/questions/" + question.get("id").asString() + "/answer";
        String body = "{\"accept\":true,\"reason\":\"事实相同\"}";
        assertThat(send(other, WireService.DECIDER, HttpRequest.newBuilder().POST(HttpRequest.BodyPublishers.ofString(body)).header("Idempotency-Key", "a"), path).statusCode()).isEqualTo(428);
        JsonNode answer = json(send(other, WireService.DECIDER, HttpRequest.newBuilder().POST(HttpRequest.BodyPublishers.ofString(body)).header("Idempotency-Key", "a").header("If-Match", "\"0\""), path));
        assertThat(there.state(matter, other.getBean(Matters.class)).annulled()).isTrue();
        HttpResponse<String> read = send(other, WireService.DECIDER, HttpRequest.newBuilder().GET().header("Dandang-At-Least", answer.get("position").asString()), "/questions/" + question.get("id").asString());
        assertThat(json(read).get("state").asString()).isEqualTo("ACCEPTED");
        assertThat(json(read).get("answeredBy").asString()).isEqualTo("person-decider");

        // views of facts, and their rebuilding
        MatterService.FactView facts = other.getBean(MatterService.FactView.class);
        await().atMost(LONG).untilAsserted(() -> assertThat(facts.rows.find(id)).contains(new MatterService.FactRow(id, 1)));
        assertThat(send(other, WireService.DECIDER, HttpRequest.newBuilder().POST(HttpRequest.BodyPublishers.noBody()).header("Idempotency-Key", "b"), "/views/facts/rebuilds").statusCode()).isEqualTo(403);
        assertThat(send(other, AUDITOR, HttpRequest.newBuilder().POST(HttpRequest.BodyPublishers.noBody()).header("Idempotency-Key", "c"), "/views/facts/rebuilds").statusCode()).isEqualTo(202);
        await().atMost(LONG).ignoreExceptions().untilAsserted(() -> assertThat(json(get(other, AUDITOR, "/views")).get("items").get(0).get("rebuild").get("report").get("differing").asLong()).isZero());
        assertThat(facts.rows.find(id)).contains(new MatterService.FactRow(id, 1));

        // business time moves in every process
        new ClockTopic(new KafkaClients("check", broker.getBrokersAsString(), Map.of())).advanceTo(other.getBean(BusinessClock.class).instant().plus(Duration.ofDays(2)));
        await().atMost(LONG).until(() -> one.getBean(BusinessClock.class).today().equals(other.getBean(BusinessClock.class).today())
                && json(get(other, WireService.DECIDER, "/todos")).get("items").get(0).get("daysLeft").asLong() == 8);

        assertThat(management(other, "prometheus")).contains("dandang_ledger_head", "dandang_ledger_append_seconds_count", "dandang_ledger_batch_records_count", "dandang_relay_lag_records",
                "dandang_view_lag_records{", "view=\"matters\"", "dandang_reactions_total{", "conclusion=\"ASKED\"");
        assertThat(management(other, "health/readiness")).contains("\"status\":\"UP\"");

        // in the service of reports no figure moves with what is recorded
        List<String> before = series(reports);
        reports.getBean(Orders.class).send(Order.of(WireService.DECIDER, new MatterCommand.Enter("matter-" + UUID.randomUUID(), "cadre", reports.getBean(BusinessClock.class).today().plusDays(10))));
        get(reports, WireService.DECIDER, "/todos");
        assertThat(series(reports)).isEqualTo(before).isNotEmpty();
    }

    /** Every series with its value but the time the process has been up. */
    private List<String> series(ConfigurableApplicationContext context) throws Exception {
        return management(context, "prometheus").lines().filter(line -> !line.startsWith("#") && !line.startsWith("process_uptime")).sorted().toList();
    }
}
