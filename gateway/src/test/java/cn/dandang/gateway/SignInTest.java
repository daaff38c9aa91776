package cn.dandang.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class SignInTest {
    private static StubService service;
    private static GatewayUnderTest gateway;

    @BeforeAll
    static void start() throws Exception {
        service = new StubService();
        gateway = new GatewayUnderTest(Map.of("dandang.gateway.services.tolerance", service.address()));
    }

    @AfterAll
    static void stop() {
        gateway.close();
        service.close();
    }

    @Test
    void the_right_password_opens_a_session_and_shows_the_account() throws Exception {
        var browser = gateway.browser();
        var answer = browser.signIn("weihai.cadre", GatewayUnderTest.PASSWORD);
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).contains("\"username\":\"weihai.cadre\"", "（演示）", "\"jurisdiction\":\"371000\"", "\"roles\":[\"CADRE\"]");
        assertThat(browser.lastSetCookies).anySatisfy(cookie ->
                assertThat(cookie).startsWith("DANDANG_SESSION=").contains("HttpOnly", "SameSite=Strict", "Path=/"));
        assertThat(browser.lastSetCookies).anySatisfy(cookie ->
                assertThat(cookie).startsWith("XSRF-TOKEN=").contains("SameSite=Strict").doesNotContain("HttpOnly"));
        assertThat(browser.get("/api/session").body()).contains("\"username\":\"weihai.cadre\"");
    }

    @Test
    void signing_out_ends_the_session_also_for_a_copy_of_its_cookie() throws Exception {
        var browser = gateway.browser().signedInAs("weihai.cadre");
        var copy = gateway.browser();
        copy.cookies.putAll(browser.cookies);
        assertThat(copy.get("/api/session").statusCode()).isEqualTo(200);
        assertThat(browser.sendWithCsrf("DELETE", "/api/session", null).statusCode()).isEqualTo(204);
        assertThat(copy.get("/api/session").statusCode()).isEqualTo(401);
        assertThat(browser.get("/api/tolerance/v1/todos").statusCode()).isEqualTo(401);
    }

    @Test
    void without_a_session_everything_under_api_is_a_problem_401() throws Exception {
        for (String path : new String[] {"/api/session", "/api/tolerance/v1/todos", "/api/nowhere", "/api"}) {
            var answer = gateway.browser().get(path);
            assertThat(answer.statusCode()).as(path).isEqualTo(401);
            assertThat(answer.headers().firstValue("Content-Type")).get().asString().startsWith("application/problem+json");
            assertThat(answer.body()).contains("urn:dandang:problem:not-signed-in", "\"traceId\":\"", "\"zh\":", "\"en\":");
        }
    }

    @Test
    void a_wrong_password_and_an_unknown_name_get_the_same_answer() throws Exception {
        var wrong = gateway.browser().signIn("anhui.party", "no");
        var unknown = gateway.browser().signIn("nobody.at.all", "no");
        assertThat(wrong.statusCode()).isEqualTo(401);
        assertThat(withoutTrace(wrong.body())).isEqualTo(withoutTrace(unknown.body()));
    }

    @Test
    void a_session_id_known_before_the_sign_in_is_of_no_use_after_it() throws Exception {
        var victim = gateway.browser();
        victim.cookies.put("DANDANG_SESSION", "0123456789ABCDEF0123456789ABCDEF");
        victim.signedInAs("weihai.cadre");
        assertThat(victim.cookies.get("DANDANG_SESSION")).isNotEqualTo("0123456789ABCDEF0123456789ABCDEF");
        String first = victim.cookies.get("DANDANG_SESSION");
        String firstCsrf = victim.cookies.get("XSRF-TOKEN");
        victim.signedInAs("weihai.decider");
        assertThat(victim.cookies.get("DANDANG_SESSION")).isNotEqualTo(first);
        assertThat(victim.cookies.get("XSRF-TOKEN")).isNotEqualTo(firstCsrf);
        var attacker = gateway.browser();
        attacker.cookies.put("DANDANG_SESSION", first);
        assertThat(attacker.get("/api/session").statusCode()).isEqualTo(401);
    }

    @Test
    void an_order_without_the_csrf_header_reaches_no_service() throws Exception {
        var browser = gateway.browser().signedInAs("weihai.decider");
        service.calls.clear();
        var without = browser.send("POST", "/api/tolerance/v1/facts", "{}");
        assertThat(without.statusCode()).isEqualTo(403);
        assertThat(without.body()).contains("urn:dandang:problem:csrf-token");
        var guessed = browser.send("POST", "/api/tolerance/v1/facts", "{}", "X-XSRF-TOKEN", "guessed");
        assertThat(guessed.statusCode()).isEqualTo(403);
        assertThat(browser.send("DELETE", "/api/session", null).statusCode()).isEqualTo(403);
        assertThat(service.calls).isEmpty();
        assertThat(browser.sendWithCsrf("POST", "/api/tolerance/v1/facts", "{}").statusCode()).isEqualTo(201);
        assertThat(service.calls).hasSize(1);
    }

    @Test
    void another_site_can_neither_sign_in_nor_order() throws Exception {
        var browser = gateway.browser();
        var answer = browser.send("POST", "/api/session",
                "{\"username\":\"weihai.cadre\",\"password\":\"" + GatewayUnderTest.PASSWORD + "\"}", "Sec-Fetch-Site", "cross-site");
        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(browser.cookies).doesNotContainKey("DANDANG_SESSION");
    }

    @Test
    void guessing_is_slowed_down_for_that_name_only() throws Exception {
        var browser = gateway.browser();
        for (int attempt = 0; attempt < 5; attempt++) {
            assertThat(browser.signIn("guizhou.cadre", "guess " + attempt).statusCode()).isEqualTo(401);
        }
        var refused = browser.signIn("guizhou.cadre", GatewayUnderTest.PASSWORD);
        assertThat(refused.statusCode()).isEqualTo(429);
        assertThat(refused.body()).contains("urn:dandang:problem:too-many-requests");
        assertThat(refused.headers().firstValueAsLong("Retry-After").orElseThrow()).isBetween(200L, 300L);
        assertThat(browser.signIn("guizhou.party", GatewayUnderTest.PASSWORD).statusCode()).isEqualTo(200);
    }

    @Test
    void a_sign_in_that_is_not_json_or_incomplete_is_malformed() throws Exception {
        assertThat(gateway.browser().send("POST", "/api/session", "{").statusCode()).isEqualTo(400);
        assertThat(gateway.browser().send("POST", "/api/session", "{}").body()).contains("urn:dandang:problem:malformed-request");
        var form = gateway.browser().send("POST", "/api/session", null, "Content-Type", "application/x-www-form-urlencoded");
        assertThat(form.statusCode()).isEqualTo(415);
        assertThat(form.body()).contains("urn:dandang:problem:unsupported-media-type");
    }

    @Test
    void the_sign_in_page_can_offer_the_demonstration_accounts() throws Exception {
        assertThat(gateway.browser().get("/api/session/local-accounts").body()).contains("\"username\":\"weihai.decider\"", "（演示）").doesNotContain("password", "\"person\"");
    }

    @Test
    void the_sign_in_page_can_ask_which_ways_there_are() throws Exception {
        assertThat(gateway.browser().get("/api/session/ways").body()).isEqualTo("{\"password\":true,\"providers\":[]}");
    }

    private static String withoutTrace(String body) {
        return body.replaceAll("\"traceId\":\"[0-9a-f]+\"", "");
    }
}
