package cn.dandang.kit.app;

import static org.assertj.core.api.Assertions.assertThat;

import cn.dandang.kit.access.AccessLedger;
import cn.dandang.kit.access.ReadEvent;
import cn.dandang.kit.boot.StartPhases;
import cn.dandang.kit.codec.Json;
import cn.dandang.kit.decision.Actor;
import cn.dandang.kit.decision.Role;
import cn.dandang.kit.loan.Library;
import cn.dandang.kit.personal.PersonalData;
import cn.dandang.kit.testing.TestGateway;
import cn.dandang.ledger.Ledger;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.JsonNode;

/** The whole command half over HTTP: a real server, a real ledger file, tokens signed as the gateway signs them. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LoanServiceTest {
    private static final Actor AUDITOR = new Actor("person-auditor", "office-9", "unit-9", "000000", Set.of(Role.AUDITOR));
    private static final Actor CADRE = new Actor("person-cadre", "office-2", "unit-1", "371000", Set.of(Role.CADRE));
    private static final String BUY = "{\"title\":\"治要\"}";

    @TempDir
    private static Path folder;
    private final TestGateway gateway = new TestGateway();
    private final HttpClient http = HttpClient.newHttpClient();
    private ConfigurableApplicationContext context;
    private String base;
    private String management;

    @BeforeAll
    void start() throws Exception {
        context = new SpringApplicationBuilder(LoanService.class).run(
                "--dandang.service=loan", "--dandang.data-dir=" + folder, "--dandang.tokens.jwks-uri=" + gateway.jwksUri(), "--dandang.max-body-bytes=5000",
                "--server.port=0", "--logging.structured.format.console=", "--spring.profiles.active=local");
        base = "http://127.0.0.1:" + context.getEnvironment().getProperty("local.server.port") + "/api/loan/v1";
        management = "http://127.0.0.1:" + context.getEnvironment().getProperty("local.management.port") + "/actuator";
        assertThat(context.getBean(StartPhases.class).awaitReady(30, TimeUnit.SECONDS)).isTrue();
    }

    @AfterAll
    void stop() {
        context.close();
        gateway.close();
        http.close();
    }

    @BeforeEach
    void views() {
        context.getBean(LoanService.Positions.class).reached.set(Long.MAX_VALUE);
    }

    private record Reply(int status, HttpResponse<String> response) {
        JsonNode json() {
            return Json.mapper().readTree(response.body());
        }

        String header(String name) {
            return response.headers().firstValue(name).orElse("");
        }

        String text(String pointer) {
            return json().at(pointer).asString();
        }
    }

    private Reply call(String method, String path, @Nullable String body, String... headers) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(path.startsWith("http") ? path : base + path))
                .method(method, body == null ? HttpRequest.BodyPublishers.noBody() : HttpRequest.BodyPublishers.ofString(body));
        if (body != null) {
            request.header("Content-Type", "application/json");
        }
        for (int i = 0; i < headers.length; i += 2) {
            request.setHeader(headers[i], headers[i + 1]);
        }
        HttpResponse<String> response = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
        return new Reply(response.statusCode(), response);
    }

    private String as(Actor actor) {
        return "Bearer " + gateway.token(actor, "loan");
    }

    private Reply post(String path, String body, String... headers) throws Exception {
        String[] all = new String[headers.length + 4];
        all[0] = "Authorization";
        all[1] = as(Library.OFFICER);
        all[2] = "Idempotency-Key";
        all[3] = UUID.randomUUID().toString();
        System.arraycopy(headers, 0, all, 4, headers.length);
        return call("POST", path, body, all);
    }

    private Reply get(String path, String... headers) throws Exception {
        String[] all = new String[headers.length + 2];
        all[0] = "Authorization";
        all[1] = as(Library.OFFICER);
        System.arraycopy(headers, 0, all, 2, headers.length);
        return call("GET", path, null, all);
    }

    private String lent(String reader) throws Exception {
        String id = post("/books", BUY).text("/id");
        assertThat(post("/books/" + id + "/loan", "{\"reader\":\"" + reader + "\",\"note\":\"还书时请轻拿\"}", "If-Match", "\"0\"").status()).isEqualTo(200);
        return id;
    }

    private static void isProblem(Reply reply, int status, String slug) {
        assertThat(reply.status()).as(reply.response().body()).isEqualTo(status);
        assertThat(reply.header("Content-Type")).startsWith("application/problem+json");
        assertThat(reply.text("/type")).isEqualTo("urn:dandang:problem:" + slug);
        assertThat(reply.json().at("/status").asInt()).isEqualTo(status);
        assertThat(reply.text("/messages/zh")).isNotBlank();
        assertThat(reply.text("/messages/en")).isNotBlank();
        assertThat(reply.text("/traceId")).matches("[0-9a-f]{32}");
        assertThat(reply.text("/instance")).startsWith("/api/loan/v1");
    }

    @Test
    void what_is_made_is_answered_with_its_place_its_version_and_its_position() throws Exception {
        Reply made = post("/books", BUY);

        assertThat(made.status()).isEqualTo(201);
        assertThat(made.header("ETag")).isEqualTo("\"0\"");
        assertThat(made.header("Location")).isEqualTo("/api/loan/v1/books/" + made.text("/id"));
        assertThat(made.json().at("/version").asInt()).isZero();
        assertThat(made.json().at("/position").asLong()).isEqualTo(context.getBean(Ledger.class).head() - 1);
        Reply read = get("/books/" + made.text("/id"));
        assertThat(read.header("ETag")).isEqualTo("\"0\"");
    }

    @Test
    void every_look_at_a_matter_is_on_record_with_who_looked_and_why() throws Exception {
        String id = post("/books", BUY).text("/id");
        AccessLedger reads = context.getBean(AccessLedger.class);
        get("/books/" + id, "Dandang-Reason", "%E6%A0%B8%E5%AF%B9");
        get("/numbers");

        List<ReadEvent.ReadRecorded> looks = reads.from(0, 10_000).stream().map(AccessLedger.Read::read).filter(read -> read.what().contains(id) || read.what().endsWith("/numbers")).toList();
        assertThat(looks).singleElement().satisfies(look -> {
            assertThat(look.what()).isEqualTo("/api/loan/v1/books/" + id);
            assertThat(look.person()).isEqualTo(Library.OFFICER.person());
            assertThat(look.manner()).isEqualTo(ReadEvent.Manner.LOOKED);
            assertThat(context.getBean(PersonalData.class).textOrNull(look.reason())).isEqualTo("核对");
        });
    }

    private List<String> looksAt(String id) {
        return context.getBean(AccessLedger.class).from(0, 10_000).stream().map(AccessLedger.Read::read).filter(read -> read.what().contains(id))
                .map(read -> read.person() + read.what().substring(read.what().indexOf(id) + id.length()) + (read.reason() == null ? "" : " why")).toList();
    }

    @Test
    void a_part_asked_for_by_its_address_alone_is_a_look_whoever_asks_and_however_often() throws Exception {
        String id = post("/books", BUY).text("/id");
        String officer = Library.OFFICER.person();
        assertThat(get("/books/" + id + "/acts").status()).isEqualTo(200);
        assertThat(get("/books/" + id + "/acts").status()).isEqualTo(200);
        assertThat(looksAt(id)).containsExactly(officer + "/acts", officer + "/acts");
        call("HEAD", "/books/" + id, null, "Authorization", as(Library.OFFICER));
        get("/books/" + id + "/acts");
        assertThat(looksAt(id)).as("who asks for the head of a matter looks at it, and was not shown it").containsExactly(officer + "/acts", officer + "/acts", officer, officer + "/acts");
    }

    @Test
    void the_parts_that_a_page_loads_after_its_matter_are_one_look_with_it_unless_a_reason_is_given_or_an_auditor_looks() throws Exception {
        String id = post("/books", BUY).text("/id");
        String officer = Library.OFFICER.person();
        assertThat(get("/books/" + id).status()).isEqualTo(200);
        assertThat(get("/books/" + id + "/acts").status()).isEqualTo(200);
        assertThat(get("/books/" + id + "/acts").status()).isEqualTo(200);
        assertThat(looksAt(id)).containsExactly(officer);
        get("/books/" + id + "/acts", "Dandang-Reason", "%E6%A0%B8%E5%AF%B9");
        call("GET", "/books/" + id + "/acts", null, "Authorization", as(CADRE));
        assertThat(looksAt(id)).as("a reason is not lost, and one reader's look is not another's").containsExactly(officer, officer + "/acts why", CADRE.person() + "/acts");
        call("GET", "/books/" + id, null, "Authorization", as(AUDITOR));
        call("GET", "/books/" + id + "/acts", null, "Authorization", as(AUDITOR));
        assertThat(looksAt(id)).endsWith(AUDITOR.person(), AUDITOR.person() + "/acts");
    }

    @Test
    void a_matter_that_was_not_shown_stands_for_nothing() throws Exception {
        String missing = UUID.randomUUID().toString();
        isProblem(get("/books/" + missing), 404, "not-found");
        get("/books/" + missing + "/acts");
        assertThat(looksAt(missing)).containsExactly(Library.OFFICER.person(), Library.OFFICER.person() + "/acts");
    }

    @Test
    void what_cannot_be_recorded_is_refused_in_both_languages_and_not_shown(@TempDir Path other) throws Exception {
        try (ConfigurableApplicationContext failing = new SpringApplicationBuilder(LoanService.class).run(
                "--dandang.service=loan", "--dandang.data-dir=" + other, "--dandang.tokens.jwks-uri=" + gateway.jwksUri(),
                "--server.port=0", "--management.server.port=0", "--logging.structured.format.console=", "--spring.profiles.active=local")) {
            assertThat(failing.getBean(StartPhases.class).awaitReady(30, TimeUnit.SECONDS)).isTrue();
            String there = "http://127.0.0.1:" + failing.getEnvironment().getProperty("local.server.port") + "/api/loan/v1";
            String shown = post(there + "/books", BUY).text("/id");
            String unseen = post(there + "/books", BUY).text("/id");
            assertThat(get(there + "/books/" + shown).status()).isEqualTo(200);
            failing.getBean(AccessLedger.class).close();

            for (String path : List.of("/books/" + unseen, "/books/" + unseen + "/acts", "/books/" + shown)) {
                Reply refused = get(there + path);
                isProblem(refused, 503, "unavailable");
                assertThat(refused.text("/messages/zh")).isEqualTo("查阅记录暂时无法写入；未留痕的查阅不予显示，请稍后再试。");
                assertThat(refused.text("/messages/en")).isEqualTo("The ledger of reads cannot write now, and what is not on record is not shown. Try again soon.");
            }
            isProblem(call("GET", there + "/ledger/export", null, "Authorization", as(AUDITOR)), 503, "unavailable");
            isProblem(get(there + "/books/" + unseen + "/acts"), 503, "unavailable");
            assertThat(get(there + "/books/" + shown + "/acts").status()).as("on record with its matter").isEqualTo(200);
            assertThat(get(there + "/numbers").status()).as("no matter, and no auditor").isEqualTo(200);
        }
    }

    @Test
    void a_sealed_value_is_ciphertext_in_the_ledger_and_text_at_the_edge() throws Exception {
        String id = lent("r-sealed");

        assertThat(get("/books/" + id).text("/note")).isEqualTo("还书时请轻拿");
        byte[] payload = context.getBean(Ledger.class).readStream("book-" + id, 1).getFirst().record().payload();
        assertThat(new String(payload, java.nio.charset.StandardCharsets.UTF_8)).doesNotContain("轻拿").contains("person:r-sealed");
    }

    @Test
    void after_the_key_is_erased_the_value_shows_as_deleted_by_law() throws Exception {
        String id = lent("r-erased");
        context.getBean(PersonalData.class).erase("person:r-erased");

        assertThat(get("/books/" + id).text("/note")).isEqualTo("已依法删除");
        String another = post("/books", BUY).text("/id");
        isProblem(post("/books/" + another + "/loan", "{\"reader\":\"r-erased\",\"note\":\"x\"}", "If-Match", "\"0\""), 409, "wrong-state");
    }

    @Test
    void a_repeat_of_the_same_submission_gets_the_first_answer() throws Exception {
        Reply first = post("/books", BUY, "Idempotency-Key", "same");
        long head = context.getBean(Ledger.class).head();
        Reply again = post("/books", BUY, "Idempotency-Key", "same");

        assertThat(again.status()).isEqualTo(201);
        assertThat(again.response().body()).isEqualTo(first.response().body());
        assertThat(again.header("Location")).isEqualTo(first.header("Location"));
        assertThat(context.getBean(Ledger.class).head()).isEqualTo(head);
        isProblem(post("/books", "{\"title\":\"另一本\"}", "Idempotency-Key", "same"), 409, "idempotency-conflict");
    }

    @Test
    void without_a_key_or_a_version_an_order_is_not_taken() throws Exception {
        isProblem(call("POST", "/books", BUY, "Authorization", as(Library.OFFICER)), 400, "malformed-request");
        isProblem(post("/books", BUY, "Idempotency-Key", "has space"), 400, "malformed-request");
        String id = post("/books", BUY).text("/id");
        isProblem(post("/books/" + id + "/loan", "{\"reader\":\"r1\",\"note\":\"n\"}"), 428, "precondition-required");
        isProblem(post("/books/" + id + "/loan", "{\"reader\":\"r1\",\"note\":\"n\"}", "If-Match", "*"), 400, "malformed-request");
        isProblem(post("/books/" + id + "/loan", "{\"reader\":\"r1\",\"note\":\"n\"}", "If-Match", "\"4\""), 412, "stale-version");
    }

    @Test
    void a_rule_that_refuses_is_answered_with_its_clause_in_the_language_asked_for() throws Exception {
        String id = lent("r1");
        Reply zh = post("/books/" + id + "/loan", "{\"reader\":\"r2\",\"note\":\"n\"}", "If-Match", "\"1\"");
        isProblem(zh, 422, "refused-by-rule");
        assertThat(zh.text("/detail")).isEqualTo("这本书已借出。");
        assertThat(zh.text("/clauses/0/place")).isEqualTo("馆·三·1");
        assertThat(zh.text("/rulesVersion")).isNotBlank();
        assertThat(post("/books/" + id + "/loan", "{\"reader\":\"r2\",\"note\":\"n\"}", "If-Match", "\"1\"", "Accept-Language", "en-GB,en;q=0.9").text("/detail"))
                .isEqualTo("This book is lent already.");
    }

    @Test
    void a_malformed_body_is_told_by_field_and_never_by_value() throws Exception {
        Reply missing = post("/books", "{}");
        isProblem(missing, 400, "malformed-request");
        assertThat(missing.text("/fields/0/field")).isEqualTo("title");
        assertThat(missing.text("/messages/zh")).isEqualTo("缺少必填项 title。");
        assertThat(missing.text("/messages/en")).isEqualTo("The field title is missing.");
        Reply date = post("/books", "{\"title\":\"a\",\"boughtOn\":\"secret-date\"}");
        isProblem(date, 400, "malformed-request");
        assertThat(date.text("/fields/0/field")).isEqualTo("boughtOn");
        assertThat(date.response().body()).doesNotContain("secret-date");
        isProblem(post("/books", "{\"title\":"), 400, "malformed-request");
        isProblem(post("/books", ""), 400, "malformed-request");
    }

    @Test
    void wrong_addresses_methods_media_and_sizes_are_problems() throws Exception {
        isProblem(get("/nowhere"), 404, "not-found");
        isProblem(get("/books/" + UUID.randomUUID()), 404, "not-found");
        isProblem(get("/books/not-an-id"), 404, "not-found");
        isProblem(call("DELETE", "/books", null, "Authorization", as(Library.OFFICER)), 405, "method-not-allowed");
        isProblem(post("/books", BUY, "Content-Type", "text/plain"), 415, "unsupported-media-type");
        isProblem(post("/books", "{\"title\":\"" + "长".repeat(3000) + "\"}"), 413, "too-large");
    }

    @Test
    void an_inner_failure_tells_nothing_of_the_inside() throws Exception {
        Reply failed = post("/books/" + UUID.randomUUID() + "/crash", "{}", "If-Match", "\"0\"", "traceparent", "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01");
        isProblem(failed, 500, "internal");
        assertThat(failed.response().body()).doesNotContain("secret").doesNotContain("IllegalState");
        assertThat(failed.text("/traceId")).isEqualTo("4bf92f3577b34da6a3ce929d0e0e4736");
    }

    @Test
    void only_a_current_token_of_the_gateway_for_this_service_is_taken() throws Exception {
        isProblem(call("GET", "/numbers", null), 401, "not-signed-in");
        for (String none : new String[] {"Bearer nonsense", "bearer a b c", "Bearer", "Bearer .", "Basic nonsense"}) {
            isProblem(call("GET", "/numbers", null, "Authorization", none), 401, "not-signed-in");
        }
        isProblem(call("GET", "/numbers", null, "Authorization", "Bearer " + gateway.forged(AUDITOR, "loan")), 401, "not-signed-in");
        isProblem(call("GET", "/numbers", null, "Authorization", "Bearer " + gateway.token(AUDITOR, "tolerance")), 401, "not-signed-in");
        isProblem(call("GET", "/numbers", null, "Authorization", "Bearer " + gateway.token(AUDITOR, "loan", claims -> claims.issuer("urn:other"))), 401, "not-signed-in");
        isProblem(call("GET", "/numbers", null, "Authorization", "Bearer " + gateway.token(AUDITOR, "loan", claims -> claims.expirationTime(Date.from(Instant.now().minusSeconds(60))))), 401, "not-signed-in");
        isProblem(call("GET", "/numbers", null, "Authorization", "Bearer " + gateway.token(AUDITOR, "loan", claims -> claims.expirationTime(null))), 401, "not-signed-in");
        isProblem(call("GET", "/numbers", null, "Authorization", "Bearer " + gateway.token(AUDITOR, "loan", claims -> claims.claim("jurisdiction", null))), 401, "not-signed-in");
        assertThat(call("GET", "/numbers", null, "Authorization", as(CADRE)).status()).isEqualTo(200);
    }

    @Test
    void a_role_that_an_office_does_not_hold_is_refused_by_name_and_SYSTEM_is_never_a_persons() throws Exception {
        Reply refused = post("/books", BUY, "Authorization", as(CADRE));
        isProblem(refused, 403, "forbidden-role");
        assertThat(refused.text("/messages/zh")).contains("组织部门承办人");
        isProblem(post("/books", BUY, "Authorization", "Bearer " + gateway.token(CADRE, "loan", claims -> claims.claim("roles", java.util.List.of("SYSTEM", "CADRE")))), 403, "forbidden-role");
    }

    @Test
    void acts_tell_what_is_allowed_and_why_not() throws Exception {
        String id = lent("r1");
        Reply acts = get("/books/" + id + "/acts");

        assertThat(acts.text("/0/act")).isEqualTo("loan");
        assertThat(acts.json().at("/0/allowed").asBoolean()).isFalse();
        assertThat(acts.text("/0/reason/zh")).isEqualTo("这本书已借出。");
        assertThat(acts.text("/0/clauses/0/doc")).isEqualTo("馆");
        assertThat(acts.json().at("/1/allowed").asBoolean()).isTrue();
    }

    @Test
    void a_list_goes_on_where_the_page_before_ended() throws Exception {
        Reply first = get("/numbers?limit=100");
        assertThat(first.json().at("/items").size()).isEqualTo(100);
        assertThat(first.text("/next")).isEqualTo("99");
        Reply last = get("/numbers?limit=100&after=" + first.text("/next"));
        assertThat(last.json().at("/items").size()).isEqualTo(20);
        assertThat(last.json().has("next")).isFalse();
        isProblem(get("/numbers?limit=1000"), 400, "malformed-request");
    }

    @Test
    void a_query_waits_for_ones_own_write_and_says_so_when_it_takes_too_long() throws Exception {
        context.getBean(LoanService.Positions.class).reached.set(5);
        assertThat(get("/numbers", "Dandang-At-Least", "5").status()).isEqualTo(200);
        Reply late = get("/numbers", "Dandang-At-Least", "6");
        isProblem(late, 503, "unavailable");
        assertThat(late.header("Retry-After")).isNotBlank();
        isProblem(get("/numbers", "Dandang-At-Least", "soon"), 400, "malformed-request");
    }

    @Test
    void the_head_of_the_ledger_is_for_auditors() throws Exception {
        isProblem(get("/ledger/head"), 403, "forbidden-role");
        Reply head = call("GET", "/ledger/head", null, "Authorization", as(AUDITOR));
        assertThat(head.json().at("/size").asLong()).isEqualTo(context.getBean(Ledger.class).head());
        assertThat(head.text("/root")).isEqualTo(context.getBean(Ledger.class).treeHead().rootHex());
    }

    @Test
    void an_auditor_gets_the_whole_ledger_and_a_verdict_that_was_recomputed() throws Exception {
        lent("r-audit");
        isProblem(get("/ledger/export"), 403, "forbidden-role");
        isProblem(get("/ledger/verdict"), 403, "forbidden-role");
        Reply export = call("GET", "/ledger/export", null, "Authorization", as(AUDITOR));
        assertThat(export.status()).isEqualTo(200);
        assertThat(export.header("Content-Disposition")).contains("dandang-loan-ledger.jsonl");
        byte[] exported = export.response().body().getBytes(java.nio.charset.StandardCharsets.UTF_8);
        assertThat(cn.dandang.ledger.LedgerVerifier.verify(() -> new java.io.ByteArrayInputStream(exported), java.util.List.of()).ok()).isTrue();
        assertThat(export.response().body()).doesNotContain("轻拿");
        Reply verdict = call("GET", "/ledger/verdict", null, "Authorization", as(AUDITOR));
        assertThat(verdict.text("/verdict")).isEqualTo("OK");
        assertThat(verdict.json().at("/size").asLong()).isEqualTo(context.getBean(Ledger.class).head());
        assertThat(verdict.text("/root")).isEqualTo(context.getBean(Ledger.class).treeHead().rootHex());
        assertThat(verdict.json().has("firstBad")).isFalse();
    }

    @Test
    void readiness_and_metrics_are_on_the_management_port_and_the_api_is_described() throws Exception {
        assertThat(call("GET", management + "/health/readiness", null).text("/status")).isEqualTo("UP");
        assertThat(call("GET", management + "/health/liveness", null).text("/status")).isEqualTo("UP");
        assertThat(call("GET", management + "/prometheus", null).status()).isEqualTo(200);
        Reply description = call("GET", "/openapi", null);
        assertThat(description.status()).isEqualTo(200);
        assertThat(description.json().at("/paths/~1api~1loan~1v1~1books~1{id}~1loan/post/parameters").toString()).contains("Idempotency-Key").contains("If-Match");
    }
}
