package cn.dandang.kit.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.dandang.kit.access.AccessLedger;
import cn.dandang.kit.access.ReadEvent;
import cn.dandang.kit.boot.StartPhases;
import cn.dandang.kit.codec.Json;
import cn.dandang.kit.decision.Actor;
import cn.dandang.ledger.Ledger;
import cn.dandang.ledger.LedgerCursor;
import cn.dandang.ledger.LedgerRecord;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.JsonNode;

/** The service as a process would run it: a server, a ledger file, a broker; and people who call it with tokens of the gateway. */
public final class Running implements AutoCloseable {
    public final TestBroker broker;
    public final ConfigurableApplicationContext context;
    private final TestGateway gateway = new TestGateway();
    private final HttpClient http = HttpClient.newHttpClient();
    private final String service;
    private final String base;
    public final String management;

    /** An answer. */
    public record Reply(int status, HttpResponse<String> response) {
        public JsonNode json() {
            return Json.mapper().readTree(response.body());
        }

        public String text(String pointer) {
            return json().at(pointer).asString();
        }

        public String id() {
            assertThat(status).as(response.body()).isIn(200, 201);
            return text("/id");
        }

        public String etag() {
            return response.headers().firstValue("ETag").orElse("");
        }

        public void isProblem(int expected, String slug) {
            assertThat(status).as(response.body()).isEqualTo(expected);
            assertThat(text("/type")).isEqualTo("urn:dandang:problem:" + slug);
            assertThat(text("/messages/zh")).isNotBlank();
            assertThat(text("/messages/en")).isNotBlank();
        }
    }

    public Running(Class<?> application, String service, Path folder, TestBroker broker, String... more) throws Exception {
        this.service = service;
        this.broker = broker;
        List<String> arguments = new ArrayList<>(List.of("--dandang.data-dir=" + folder, "--dandang.tokens.jwks-uri=" + gateway.jwksUri(), "--dandang.kafka.bootstrap=" + broker.bootstrap(),
                "--server.port=0", "--management.server.port=0", "--logging.structured.format.console=", "--logging.level.org.apache.kafka=ERROR", "--logging.level.de.bwaldvogel=ERROR", "--spring.profiles.active=local"));
        arguments.addAll(List.of(more));
        context = new SpringApplicationBuilder(application).run(arguments.toArray(String[]::new));
        base = "http://127.0.0.1:" + context.getEnvironment().getProperty("local.server.port") + "/api/" + service + "/v1";
        management = "http://127.0.0.1:" + context.getEnvironment().getProperty("local.management.port") + "/actuator";
        assertThat(context.getBean(StartPhases.class).awaitReady(60, TimeUnit.SECONDS)).isTrue();
    }

    /** Text as part of a path. */
    public static String path(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    public Reply get(Actor actor, String path, String... headers) {
        return call("GET", actor, path, null, headers);
    }

    /** Reads at or after the ledger's present head. */
    public Reply read(Actor actor, String path) {
        return get(actor, path, "Dandang-At-Least", Long.toString(ledger().head() - 1));
    }

    /** An order that makes something new. */
    public Reply create(Actor actor, String path, String body, String... headers) {
        List<String> all = new ArrayList<>(List.of("Idempotency-Key", UUID.randomUUID().toString()));
        all.addAll(List.of(headers));
        return call("POST", actor, path, body, all.toArray(String[]::new));
    }

    /** An order to what exists in this version. */
    public Reply change(Actor actor, String path, long version, String body) {
        return create(actor, path, body, "If-Match", "\"" + version + "\"");
    }

    public Reply call(String method, @Nullable Actor actor, String path, @Nullable String body, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(path.startsWith("http") ? path : base + path)).timeout(Duration.ofSeconds(30))
                .method(method, body == null ? HttpRequest.BodyPublishers.noBody() : HttpRequest.BodyPublishers.ofString(body));
        if (actor != null) {
            request.header("Authorization", "Bearer " + gateway.token(actor, service));
        }
        if (body != null) {
            request.header("Content-Type", "application/json");
        }
        for (int i = 0; i < headers.length; i += 2) {
            request.setHeader(headers[i], headers[i + 1]);
        }
        try {
            HttpResponse<String> response = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
            return new Reply(response.statusCode(), response);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    public Ledger ledger() {
        return context.getBean(Ledger.class);
    }

    /** The stored events of one type, as JSON. */
    public List<JsonNode> events(String type) {
        List<JsonNode> found = new ArrayList<>();
        try (LedgerCursor cursor = ledger().cursor(0, ledger().head())) {
            while (cursor.hasNext()) {
                LedgerRecord record = cursor.next().record();
                if (record.type().equals(type)) {
                    found.add(Json.tree(record.payload()));
                }
            }
        }
        return found;
    }

    /** What is on record of reads, oldest first. */
    public List<ReadEvent.ReadRecorded> reads() {
        return context.getBean(AccessLedger.class).from(0, Integer.MAX_VALUE).stream().map(AccessLedger.Read::read).toList();
    }

    /** Waits for the conclusion of a reaction about a fact; its targets. */
    public JsonNode concluded(String reaction, String fact) {
        return await().atMost(Duration.ofSeconds(30)).until(() -> events("reaction.concluded.v1").stream()
                .filter(event -> event.at("/reaction").asString().equals(reaction) && event.at("/fact").asString().equals(fact)).findFirst().orElse(null), found -> found != null).at("/targets");
    }

    @Override
    public void close() {
        context.close();
        gateway.close();
        http.close();
    }
}
