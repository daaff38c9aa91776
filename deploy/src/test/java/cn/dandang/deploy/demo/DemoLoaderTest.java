package cn.dandang.deploy.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.dandang.deploy.api.Api;
import cn.dandang.deploy.stack.ExitCode;
import cn.dandang.deploy.stack.Installation;
import cn.dandang.deploy.stack.StackFailure;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DemoLoaderTest {
    private final List<String> seen = new CopyOnWriteArrayList<>();
    private HttpServer server;
    private DemoLoader loader;
    private volatile int refuseTimes;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        server.createContext("/api/session", exchange -> answer(exchange, 200, "{}"));
        server.createContext("/api/tolerance", this::record);
        server.start();
        loader = new DemoLoader(new Api(URI.create("http://127.0.0.1:" + server.getAddress().getPort()), "secret"), Accounts.read(Installation.find()));
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    private void record(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        if (refuseTimes-- > 0) {
            answer(exchange, 503, "{}");
            return;
        }
        seen.add(exchange.getRequestMethod() + " " + exchange.getRequestURI() + " " + exchange.getRequestHeaders().getFirst("Idempotency-Key") + " "
                + exchange.getRequestHeaders().getFirst("If-Match") + " " + body);
        answer(exchange, exchange.getRequestURI().toString().endsWith("/refused") ? 422 : 201, "{\"id\":\"f-1\",\"version\":4}");
    }

    private static void answer(HttpExchange exchange, int status, String body) throws IOException {
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, body.length());
        exchange.getResponseBody().write(body.getBytes(StandardCharsets.UTF_8));
        exchange.close();
    }

    @Test
    void requests_are_sent_in_order_with_fixed_keys_and_can_use_earlier_answers() throws Exception {
        loader.load(DemoFiles.of("a.yaml", """
                - {as: weihai.investigator, path: /api/tolerance/v1/facts, body: {what: 水, cadre: '${account.weihai.cadre.person}', unit: '${unit.weihai.bureau}'}, save: fact}
                - {as: weihai.decider, path: '/api/tolerance/v1/facts/${fact.id}/x', ifMatch: '${fact.version}', key: my-key, body: {list: ['${fact.id}', 2, true]}}
                """));
        assertThat(seen).containsExactly(
                "POST /api/tolerance/v1/facts demo/a.yaml/1 null {\"what\":\"水\",\"cadre\":\"0195d3a0-0002-7200-8000-000000000001\",\"unit\":\"0195d3a0-0002-7100-8000-000000000001\"}",
                "POST /api/tolerance/v1/facts/f-1/x my-key \"4\" {\"list\":[\"f-1\",2,true]}");
    }

    @Test
    void a_service_that_is_not_there_yet_is_asked_again() throws Exception {
        refuseTimes = 2;
        loader.load(DemoFiles.of("a.yaml", "- {as: weihai.decider, path: /api/tolerance/v1/facts, body: {}}"));
        assertThat(seen).hasSize(1);
    }

    @Test
    void a_refused_request_is_told_with_its_place() {
        assertThatThrownBy(() -> loader.load(DemoFiles.of("b.yaml", "- {as: weihai.decider, path: /api/tolerance/v1/refused, body: {}}")))
                .isInstanceOfSatisfying(StackFailure.class, failure -> assertThat(failure.code()).isEqualTo(ExitCode.DEMO_REFUSED))
                .hasMessageContaining("b.yaml 1").hasMessageContaining("422");
    }

    @Test
    void an_unknown_name_is_told() {
        assertThatThrownBy(() -> loader.load(DemoFiles.of("b.yaml", "- {as: weihai.decider, path: '/api/tolerance/v1/${nobody.id}', body: {}}")))
                .hasMessageContaining("${nobody.id}");
    }

    @Test
    void the_packed_files_are_readable_and_complete() {
        assertThat(DemoFiles.packed().digest()).hasSize(64);
    }
}
