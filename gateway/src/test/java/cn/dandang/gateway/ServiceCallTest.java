package cn.dandang.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jwt.SignedJWT;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ServiceCallTest {
    private static StubService service;
    private static GatewayUnderTest gateway;

    @BeforeAll
    static void start() throws Exception {
        service = new StubService();
        gateway = new GatewayUnderTest(Map.of(
                "dandang.gateway.services.tolerance", service.address(),
                "dandang.gateway.services.clarification", service.address(),
                "dandang.gateway.max-body", "2000"));
    }

    @AfterAll
    static void stop() {
        gateway.close();
        service.close();
    }

    @BeforeEach
    void forget() {
        service.calls.clear();
    }

    @Test
    void the_service_gets_a_five_minute_token_of_this_person_for_itself() throws Exception {
        var browser = gateway.browser().signedInAs("weihai.investigator");
        browser.get("/api/tolerance/v1/todos");
        browser.get("/api/clarification/v1/todos");
        SignedJWT token = token(0);
        var key = JWKSet.parse(gateway.browser().get("/internal/jwks").body()).getKeys().getFirst().toECKey();
        assertThat(key.isPrivate()).isFalse();
        assertThat(token.verify(new ECDSAVerifier(key))).isTrue();
        assertThat(token.getHeader().getAlgorithm().getName()).isEqualTo("ES256");
        assertThat(token.getHeader().getKeyID()).isEqualTo(key.getKeyID());
        var claims = token.getJWTClaimsSet();
        assertThat(claims.getIssuer()).isEqualTo("urn:dandang:gateway");
        assertThat(claims.getAudience()).containsExactly("tolerance");
        assertThat(claims.getSubject()).isEqualTo("0195d3a0-0002-7200-8000-000000000007");
        assertThat(claims.getStringClaim("office")).isEqualTo("0195d3a0-0002-7300-8000-000000000007");
        assertThat(claims.getStringClaim("unit")).isEqualTo("0195d3a0-0002-7100-8000-000000000002");
        assertThat(claims.getStringClaim("jurisdiction")).isEqualTo("371000");
        assertThat(claims.getStringListClaim("roles")).containsExactly("DISCIPLINE_OFFICER");
        assertThat(claims.getExpirationTime().getTime() - claims.getIssueTime().getTime()).isEqualTo(300_000);
        assertThat(claims.getClaims()).doesNotContainKeys("name", "displayName", "username");
        assertThat(token(1).getJWTClaimsSet().getAudience()).containsExactly("clarification");
    }

    @Test
    void a_token_is_used_again_within_its_session_and_never_by_another_account() throws Exception {
        var browser = gateway.browser().signedInAs("weihai.investigator");
        browser.get("/api/tolerance/v1/todos");
        browser.get("/api/tolerance/v1/todos");
        assertThat(service.calls.get(0).header("Authorization")).isEqualTo(service.calls.get(1).header("Authorization"));
        browser.signedInAs("weihai.decider");
        browser.get("/api/tolerance/v1/todos");
        assertThat(token(2).getJWTClaimsSet().getSubject()).isEqualTo("0195d3a0-0002-7200-8000-000000000009");
    }

    @Test
    void only_the_agreed_headers_pass_in_both_directions() throws Exception {
        var browser = gateway.browser().signedInAs("weihai.decider");
        var answer = browser.sendWithCsrf("POST", "/api/tolerance/v1/tolerance-cases/1/decision?a=b%20c", "{\"x\":\"值\"}",
                "Authorization", "Bearer forged", "If-Match", "\"6\"", "Idempotency-Key", "k-1", "Accept-Language", "en",
                "Dandang-At-Least", "12", "X-Forwarded-For", "10.0.0.1", "X-Anything", "1");
        assertThat(answer.statusCode()).isEqualTo(201);
        var call = service.calls.getFirst();
        assertThat(call.path()).isEqualTo("/api/tolerance/v1/tolerance-cases/1/decision?a=b%20c");
        assertThat(call.body()).isEqualTo("{\"x\":\"值\"}");
        assertThat(call.header("Authorization")).startsWith("Bearer eyJ").isNotEqualTo("Bearer forged");
        assertThat(call.headers().get("Authorization")).hasSize(1);
        assertThat(call.header("If-Match")).isEqualTo("\"6\"");
        assertThat(call.header("Idempotency-Key")).isEqualTo("k-1");
        assertThat(call.header("Accept-Language")).isEqualTo("en");
        assertThat(call.header("Dandang-At-Least")).isEqualTo("12");
        assertThat(call.header("Content-Type")).startsWith("application/json");
        assertThat(call.headers()).doesNotContainKeys("Cookie", "X-xsrf-token", "X-forwarded-for", "X-anything", "Forwarded");
        assertThat(answer.headers().firstValue("ETag")).contains("\"7\"");
        assertThat(answer.headers().map()).doesNotContainKeys("X-Powered-By", "x-powered-by");
        assertThat(browser.lastSetCookies).noneMatch(cookie -> cookie.startsWith("inner"));
    }

    @Test
    void a_trace_goes_on_or_begins_and_is_in_the_answer() throws Exception {
        var browser = gateway.browser().signedInAs("weihai.decider");
        String trace = "4bf92f3577b34da6a3ce929d0e0e4736";
        var answer = browser.get("/api/tolerance/v1/todos", "traceparent", "00-" + trace + "-00f067aa0ba902b7-01");
        assertThat(answer.headers().firstValue("Dandang-Trace-Id")).contains(trace);
        assertThat(service.calls.getFirst().header("traceparent")).matches("00-" + trace + "-[0-9a-f]{16}-01").doesNotContain("00f067aa0ba902b7");
        for (String bad : new String[] {"00-" + "0".repeat(32) + "-00f067aa0ba902b7-01", "nonsense"}) {
            var fresh = browser.get("/api/tolerance/v1/todos", "traceparent", bad);
            assertThat(fresh.headers().firstValue("Dandang-Trace-Id")).get().asString().matches("[0-9a-f]{32}").doesNotMatch("0+");
        }
    }

    @Test
    void an_unknown_service_or_address_is_a_problem_404() throws Exception {
        var browser = gateway.browser().signedInAs("weihai.decider");
        for (String path : new String[] {"/api/nowhere/v1/x", "/api/nowhere", "/api/tolerance/v2/x", "/internal/other"}) {
            var answer = browser.get(path);
            assertThat(answer.statusCode()).as(path).isEqualTo(404);
            assertThat(answer.body()).contains("urn:dandang:problem:not-found", "\"instance\":\"" + path + "\"");
        }
        assertThat(service.calls).isEmpty();
    }

    @Test
    void problems_speak_the_language_that_is_asked_for() throws Exception {
        assertThat(gateway.browser().get("/api/session").body()).contains("\"title\":\"尚未登录\"");
        assertThat(gateway.browser().get("/api/session", "Accept-Language", "en-GB,zh;q=0.5").body()).contains("\"title\":\"Not signed in\"");
        assertThat(gateway.browser().get("/api/session", "Accept-Language", "fr").body()).contains("\"title\":\"尚未登录\"");
        assertThat(gateway.browser().get("/api/session", "Accept-Language", ";;;").statusCode()).isEqualTo(401);
    }

    @Test
    void a_body_over_the_limit_is_refused_whether_its_length_is_told_or_not() throws Exception {
        var browser = gateway.browser().signedInAs("weihai.decider");
        var told = browser.sendWithCsrf("POST", "/api/tolerance/v1/facts", "x".repeat(2001));
        assertThat(told.statusCode()).isEqualTo(413);
        assertThat(told.body()).contains("urn:dandang:problem:too-large", "2000");
        HttpRequest chunked = HttpRequest.newBuilder(gateway.at("/api/tolerance/v1/facts"))
                .header("Cookie", "DANDANG_SESSION=" + browser.cookies.get("DANDANG_SESSION") + "; XSRF-TOKEN=" + browser.cookies.get("XSRF-TOKEN"))
                .header("X-XSRF-TOKEN", browser.cookies.get("XSRF-TOKEN"))
                .POST(HttpRequest.BodyPublishers.ofInputStream(() -> new java.io.ByteArrayInputStream(new byte[2001])))
                .build();
        assertThat(HttpClient.newHttpClient().send(chunked, HttpResponse.BodyHandlers.ofString()).statusCode()).isEqualTo(413);
        assertThat(service.calls).isEmpty();
        assertThat(browser.sendWithCsrf("POST", "/api/tolerance/v1/facts", "x".repeat(2000)).statusCode()).isEqualTo(201);
    }

    @Test
    void a_bad_header_or_address_is_told_and_goes_no_further() throws Exception {
        var browser = gateway.browser().signedInAs("weihai.decider");
        assertThat(browser.sendWithCsrf("POST", "/api/tolerance/v1/facts", "{}", "Idempotency-Key", "k".repeat(201)).body())
                .contains("urn:dandang:problem:malformed-request", "Idempotency-Key");
        assertThat(browser.sendWithCsrf("POST", "/api/tolerance/v1/facts", "{}", "If-Match", "6").statusCode()).isEqualTo(400);
        assertThat(browser.get("/api/tolerance/v1/todos", "Dandang-At-Least", "-1").statusCode()).isEqualTo(400);
        for (String path : new String[] {"/api/tolerance/v1//x", "/api/tolerance/v1/a;b=c", "/api/tolerance/v1/%2e%2e/x", "/api/tolerance/v1/a%2Fb"}) {
            var answer = browser.get(path);
            assertThat(answer.statusCode()).as(path).isEqualTo(400);
            assertThat(answer.body()).as(path).contains("urn:dandang:problem:malformed-request");
        }
        assertThat(service.calls).isEmpty();
    }

    @Test
    void no_figure_tells_that_clarification_was_called() throws Exception {
        var browser = gateway.browser().signedInAs("weihai.reports");
        browser.get("/api/clarification/v1/reports");
        browser.get("/api/tolerance/v1/todos");
        String figures = HttpClient.newHttpClient().send(HttpRequest.newBuilder(URI.create(gateway.management("/actuator/prometheus").toString())).build(),
                HttpResponse.BodyHandlers.ofString()).body();
        assertThat(figures).contains("jvm_memory_used_bytes", "name=\"tolerance\"").doesNotContain("clarification", "reports");
    }

    private static SignedJWT token(int call) throws Exception {
        return SignedJWT.parse(service.calls.get(call).header("Authorization").substring("Bearer ".length()));
    }
}
