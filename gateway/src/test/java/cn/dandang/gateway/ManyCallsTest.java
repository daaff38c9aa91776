package cn.dandang.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class ManyCallsTest {
    private static final int MANY = 150;

    @Test
    @DisplayName("nobody waits behind the calls of others to the same service")
    void together() throws Exception {
        try (StubService service = new StubService();
                GatewayUnderTest gateway = new GatewayUnderTest(Map.of("dandang.gateway.services.tolerance", service.address(), "dandang.gateway.timeout", "60s"));
                ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
            var browser = gateway.browser().signedInAs("weihai.decider");
            service.hang(true);
            List<Future<HttpResponse<String>>> answers = new ArrayList<>();
            for (int call = 0; call < MANY; call++) {
                answers.add(callers.submit(() -> browser.get("/api/tolerance/v1/todos")));
            }
            try {
                await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> assertThat(service.calls).hasSize(MANY));
            } finally {
                service.letGo();
            }
            for (Future<HttpResponse<String>> answer : answers) {
                assertThat(answer.get().statusCode()).isEqualTo(200);
            }
        }
    }

    @Test
    @DisplayName("calls that follow each other go over one connection")
    void afterEachOther() throws Exception {
        try (StubService service = new StubService(); GatewayUnderTest gateway = new GatewayUnderTest(Map.of("dandang.gateway.services.tolerance", service.address()))) {
            var browser = gateway.browser().signedInAs("weihai.decider");
            for (int call = 0; call < 10; call++) {
                assertThat(browser.get("/api/tolerance/v1/todos").statusCode()).isEqualTo(200);
            }
            assertThat(service.calls).hasSize(10);
            assertThat(service.connections).hasSize(1);
        }
    }
}
