package cn.dandang.kit.access;

import static org.assertj.core.api.Assertions.assertThat;

import cn.dandang.kit.boot.StartPhases;
import cn.dandang.kit.codec.Json;
import cn.dandang.kit.decision.Actor;
import cn.dandang.kit.decision.Role;
import cn.dandang.kit.erasure.app.PersonsService;
import cn.dandang.kit.testing.TestGateway;
import cn.dandang.kit.wire.TestBroker;
import cn.dandang.ledger.Ledger;
import cn.dandang.ledger.LedgerVerifier;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.kafka.test.EmbeddedKafkaKraftBroker;
import tools.jackson.databind.JsonNode;

class ReadsRecordedTest {
    private static final Actor AUDITOR = new Actor("person-auditor", "office-9", "unit-9", "000000", Set.of(Role.AUDITOR));
    private static final Actor OFFICER = new Actor("person-officer", "office-1", "unit-1", "371000", Set.of(Role.ORG_OFFICER));

    private static final Actor OUTSIDER = new Actor("person-outsider", "office-2", "unit-2", "371000", Set.of(Role.CADRE));
    /** Typed where an id belongs. */
    private static final String NAME = "冯敬之";

    @TempDir
    private Path folder;
    private final HttpClient http = HttpClient.newHttpClient();

    private HttpResponse<String> send(ConfigurableApplicationContext context, String token, HttpRequest.Builder request, String path) throws Exception {
        URI uri = URI.create("http://127.0.0.1:" + context.getEnvironment().getProperty("local.server.port") + "/api/assessment/v1" + path);
        return http.send(request.uri(uri).header("Authorization", "Bearer " + token).header("Content-Type", "application/json").build(), HttpResponse.BodyHandlers.ofString());
    }

    @Test
    void an_auditors_reads_exports_and_prints_are_recorded_before_they_are_answered_in_a_ledger_of_their_own() throws Exception {
        EmbeddedKafkaKraftBroker broker = TestBroker.fresh();
        try (TestGateway gateway = new TestGateway(); ConfigurableApplicationContext context = new SpringApplicationBuilder(PersonsService.class).run("--dandang.service=assessment",
                "--dandang.data-dir=" + folder, "--dandang.tokens.jwks-uri=" + gateway.jwksUri(), "--dandang.kafka.bootstrap=" + broker.getBrokersAsString(), "--server.port=0",
                "--management.server.port=0", "--logging.structured.format.console=", "--spring.profiles.active=local", "--dandang.exit-on-failed-start=false")) {
            assertThat(context.getBean(StartPhases.class).awaitReady(60, TimeUnit.SECONDS)).isTrue();
            String auditor = gateway.token(AUDITOR, "assessment");
            long before = context.getBean(Ledger.class).head();
            String reason = "例行审计";
            assertThat(send(context, auditor, HttpRequest.newBuilder().GET().header("Dandang-Reason", URLEncoder.encode(reason, StandardCharsets.UTF_8)), "/ledger/export").statusCode()).isEqualTo(200);
            send(context, auditor, HttpRequest.newBuilder().GET(), "/erasures?after=" + URLEncoder.encode(NAME, StandardCharsets.UTF_8) + "&reason=" + URLEncoder.encode(reason, StandardCharsets.UTF_8));
            send(context, auditor, HttpRequest.newBuilder().GET(), "/ledger/head");
            assertThat(send(context, gateway.token(OFFICER, "assessment"), HttpRequest.newBuilder().GET(), "/erasures").statusCode()).isEqualTo(200);
            assertThat(send(context, gateway.token(OFFICER, "assessment"), HttpRequest.newBuilder().GET(), "/questions?state=OPEN").statusCode()).isEqualTo(200);
            assertThat(send(context, gateway.token(OUTSIDER, "assessment"), HttpRequest.newBuilder().GET(), "/erasures").statusCode()).isEqualTo(403);
            assertThat(send(context, gateway.token(OFFICER, "assessment"), HttpRequest.newBuilder().POST(HttpRequest.BodyPublishers.ofString("{\"what\":\"/erasures\",\"reason\":\"归档\"}")), "/reads/prints").statusCode()).isEqualTo(200);
            assertThat(send(context, gateway.token(OFFICER, "assessment"), HttpRequest.newBuilder().GET(), "/reads").statusCode()).isEqualTo(403);

            JsonNode reads = Json.mapper().readTree(send(context, auditor, HttpRequest.newBuilder().GET(), "/reads").body());
            List<String> told = reads.at("/items").valueStream().map(read -> read.at("/person").asString() + " " + read.at("/manner").asString() + " " + read.at("/what").asString() + " "
                    + read.at("/rows").asString("-") + " " + read.at("/reason").asString("-")).toList();
            assertThat(told).containsExactly("person-auditor EXPORTED /api/assessment/v1/ledger/export - 例行审计",
                    "person-auditor LOOKED /api/assessment/v1/erasures?after=" + NAME + " 0 例行审计", "person-officer LOOKED /api/assessment/v1/erasures 0 -",
                    "person-outsider LOOKED /api/assessment/v1/erasures - -", "person-officer PRINTED /erasures - 归档", "person-officer LOOKED /api/assessment/v1/reads - -", "person-auditor LOOKED /api/assessment/v1/reads - -");
            assertThat(context.getBean(Ledger.class).head()).as("nothing in the service's own ledger").isEqualTo(before);
            Path export = folder.resolve("reads.jsonl");
            Files.writeString(export, send(context, auditor, HttpRequest.newBuilder().GET(), "/reads/export").body());
            assertThat(LedgerVerifier.verify(export).records()).isEqualTo(8);
            assertThat(LedgerVerifier.verify(export).ok()).isTrue();
            try (Stream<Path> files = Files.list(folder.resolve("ledger"))) {
                for (Path file : files.filter(Files::isRegularFile).toList()) {
                    assertThat(new String(Files.readAllBytes(file), StandardCharsets.UTF_8)).as("what is free text is sealed: " + file).doesNotContain(reason, "归档", NAME);
                }
            }

            context.getBean(AccessLedger.class).close();
            HttpResponse<String> unrecorded = send(context, auditor, HttpRequest.newBuilder().GET(), "/erasures");
            assertThat(unrecorded.statusCode()).as("a list that cannot be recorded is not shown").isEqualTo(503);
            assertThat(unrecorded.body()).doesNotContain("items").contains("未留痕的查阅不予显示", "what is not on record is not shown");
        } finally {
            broker.destroy();
        }
    }
}
