package cn.dandang.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class ServiceDownTest {
    private static final Duration LIMIT = Duration.ofMillis(600);
    private int port;
    private GatewayUnderTest gateway;

    @BeforeEach
    void start() throws Exception {
        port = GatewayUnderTest.freePort();
        gateway = new GatewayUnderTest(Map.of(
                "dandang.gateway.services.tolerance", "http://127.0.0.1:" + port, "dandang.gateway.timeout", LIMIT.toMillis() + "ms"));
    }

    @AfterEach
    void stop() {
        gateway.close();
    }

    @Test
    @DisplayName("a service that is down gives 503 with Retry-After, not 401 and not 500")
    void down() throws Exception {
        var browser = gateway.browser().signedInAs("weihai.decider");
        assertUnavailable(browser.get("/api/tolerance/v1/todos"), "unavailable");
        assertUnavailable(browser.sendWithCsrf("POST", "/api/tolerance/v1/facts", "{}"), "unavailable");
        assertThat(browser.get("/api/session").statusCode()).isEqualTo(200);
    }

    @Test
    @DisplayName("a service that is slow gives 503 within the limit; of an order it is said that it may have been taken")
    void slow() throws Exception {
        try (StubService service = new StubService(port)) {
            service.hang(true);
            var browser = gateway.browser().signedInAs("weihai.decider");
            long start = System.nanoTime();
            assertUnavailable(browser.get("/api/tolerance/v1/todos"), "unavailable");
            assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(LIMIT.multipliedBy(4));
            assertUnavailable(browser.sendWithCsrf("POST", "/api/tolerance/v1/facts", "{}"), "outcome-unknown");
        }
    }

    @Test
    @DisplayName("a service may take as long as the limit says, and no library's default ends it before")
    void slowWithinTheLimit() throws Exception {
        try (StubService service = new StubService();
                GatewayUnderTest patient = new GatewayUnderTest(Map.of("dandang.gateway.services.tolerance", service.address(), "dandang.gateway.timeout", "30s"))) {
            service.hang(true);
            var browser = patient.browser().signedInAs("weihai.decider");
            CompletableFuture.delayedExecutor(1500, TimeUnit.MILLISECONDS).execute(service::letGo);
            assertThat(browser.get("/api/tolerance/v1/todos").statusCode()).isEqualTo(200);
        }
    }

    @Test
    @DisplayName("a report over a whole ledger may take longer than other answers")
    void reportTakesLong() throws Exception {
        try (StubService service = new StubService();
                GatewayUnderTest hurried = new GatewayUnderTest(Map.of("dandang.gateway.services.tolerance", service.address(), "dandang.gateway.timeout", "300ms"))) {
            service.hang(true);
            var browser = hurried.browser().signedInAs("weihai.decider");
            assertThat(browser.get("/api/tolerance/v1/todos").statusCode()).isEqualTo(503);
            CompletableFuture.delayedExecutor(1500, TimeUnit.MILLISECONDS).execute(service::letGo);
            assertThat(browser.sendWithCsrf("POST", "/api/tolerance/v1/policy-impacts", "{}").statusCode()).isEqualTo(201);
        }
    }

    @Test
    @DisplayName("a service that keeps failing is left alone for a moment, then used again")
    void opensAndCloses() throws Exception {
        var browser = gateway.browser().signedInAs("weihai.decider");
        for (int call = 0; call < 5; call++) {
            assertUnavailable(browser.get("/api/tolerance/v1/todos"), "unavailable");
        }
        try (StubService service = new StubService(port)) {
            assertUnavailable(browser.get("/api/tolerance/v1/todos"), "unavailable");
            assertThat(service.calls).as("the breaker is open").isEmpty();
            await().atMost(Duration.ofSeconds(15)).untilAsserted(() -> assertThat(browser.get("/api/tolerance/v1/todos").statusCode()).isEqualTo(200));
        }
    }

    private static void assertUnavailable(HttpResponse<String> answer, String slug) {
        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.headers().firstValueAsLong("Retry-After").orElseThrow()).isBetween(1L, 10L);
        assertThat(answer.headers().firstValue("Content-Type")).get().asString().startsWith("application/problem+json");
        assertThat(answer.body()).contains("urn:dandang:problem:" + slug, "\"traceId\":\"", "\"zh\":", "\"en\":");
    }
}
