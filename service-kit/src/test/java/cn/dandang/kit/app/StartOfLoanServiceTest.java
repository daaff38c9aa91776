package cn.dandang.kit.app;

import static org.assertj.core.api.Assertions.assertThat;

import cn.dandang.kit.boot.StartPhases;
import cn.dandang.kit.codec.Json;
import cn.dandang.kit.loan.Library;
import cn.dandang.kit.testing.TestGateway;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

class StartOfLoanServiceTest {
    @TempDir
    private Path folder;

    @Test
    void while_views_catch_up_orders_are_taken_and_queries_are_answered_with_the_progress() throws Exception {
        try (TestGateway gateway = new TestGateway(); HttpClient http = HttpClient.newHttpClient();
                ConfigurableApplicationContext context = new SpringApplicationBuilder(LoanService.class).run("--dandang.service=loan", "--dandang.data-dir=" + folder,
                        "--dandang.tokens.jwks-uri=" + gateway.jwksUri(), "--server.port=0", "--logging.structured.format.console=", "--loan.gate=closed")) {
            StartPhases phases = context.getBean(StartPhases.class);
            Awaitility.await().until(phases::live);
            String api = "http://127.0.0.1:" + context.getEnvironment().getProperty("local.server.port") + "/api/loan/v1";
            String health = "http://127.0.0.1:" + context.getEnvironment().getProperty("local.management.port") + "/actuator/health";
            String token = "Bearer " + gateway.token(Library.OFFICER, "loan");

            HttpResponse<String> query = http.send(HttpRequest.newBuilder(URI.create(api + "/numbers")).header("Authorization", token).build(), HttpResponse.BodyHandlers.ofString());
            assertThat(query.statusCode()).isEqualTo(503);
            assertThat(query.headers().firstValue("Retry-After")).isPresent();
            assertThat(Json.mapper().readTree(query.body()).at("/progress").asString()).isEqualTo("views: gate, waiting");
            HttpResponse<String> order = http.send(HttpRequest.newBuilder(URI.create(api + "/books")).header("Authorization", token).header("Idempotency-Key", "k")
                    .header("Content-Type", "application/json").POST(HttpRequest.BodyPublishers.ofString("{\"title\":\"治要\"}")).build(), HttpResponse.BodyHandlers.ofString());
            assertThat(order.statusCode()).isEqualTo(201);
            assertThat(status(http, health + "/liveness")).isEqualTo(200);
            assertThat(status(http, health + "/readiness")).isEqualTo(503);

            context.getBean(LoanService.Gate.class).open.countDown();
            assertThat(phases.awaitReady(30, TimeUnit.SECONDS)).isTrue();
            assertThat(status(http, health + "/readiness")).isEqualTo(200);
        }
    }

    private static int status(HttpClient http, String uri) throws Exception {
        return http.send(HttpRequest.newBuilder(URI.create(uri)).build(), HttpResponse.BodyHandlers.discarding()).statusCode();
    }
}
