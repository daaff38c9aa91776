package cn.dandang.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jwt.SignedJWT;
import java.net.URI;
import java.net.URLDecoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class OidcSignInTest {
    private static final Map<String, Object> OFFICER = Map.of("preferred_username", "li", "name", "李", "person", "p-1", "post", "o-1", "unit", "u-1",
            "jurisdiction", "371000", "roles", List.of("DISCIPLINE_OFFICER", "SYSTEM", "something-else"));
    private static IdentityProviderForTests provider;
    private static StubService service;
    private static GatewayUnderTest gateway;

    @BeforeAll
    static void start() throws Exception {
        provider = new IdentityProviderForTests();
        service = new StubService();
        gateway = new GatewayUnderTest(Map.of(
                "spring.profiles.active", "with-a-provider",
                "dandang.gateway.services.tolerance", service.address(),
                "dandang.oidc.claims.office", "post",
                "spring.security.oauth2.client.registration.idp.client-id", "dandang",
                "spring.security.oauth2.client.registration.idp.client-secret", "s",
                "spring.security.oauth2.client.registration.idp.client-name", "统一身份",
                "spring.security.oauth2.client.registration.idp.scope", "openid",
                "spring.security.oauth2.client.provider.idp.issuer-uri", provider.issuer()));
    }

    @AfterAll
    static void stop() {
        gateway.close();
        service.close();
        provider.close();
    }

    private static HttpResponse<String> signIn(GatewayUnderTest.Browser browser, Map<String, Object> claims) throws Exception {
        var away = browser.get("/oauth2/authorization/idp");
        assertThat(away.statusCode()).isEqualTo(302);
        URI target = URI.create(away.headers().firstValue("Location").orElseThrow());
        assertThat(target.toString()).startsWith(provider.issuer() + "/authorize?");
        Map<String, String> asked = Arrays.stream(target.getRawQuery().split("&")).map(pair -> pair.split("=", 2))
                .collect(Collectors.toMap(pair -> pair[0], pair -> URLDecoder.decode(pair[1], StandardCharsets.UTF_8)));
        Map<String, Object> stated = new HashMap<>(claims);
        stated.put("nonce", asked.get("nonce"));
        provider.willState(stated);
        return browser.get("/login/oauth2/code/idp?code=any&state=" + java.net.URLEncoder.encode(asked.get("state"), StandardCharsets.UTF_8));
    }

    @Test
    void claims_become_an_account_and_the_service_gets_our_own_token() throws Exception {
        var browser = gateway.browser();
        var back = signIn(browser, OFFICER);
        assertThat(back.statusCode()).as(back.body()).isEqualTo(302);
        assertThat(back.headers().firstValue("Location")).get().asString().endsWith("/");
        assertThat(back.headers().toString() + back.body()).doesNotContain("secret-access-token", "eyJ");
        assertThat(browser.get("/api/session").body()).contains("\"person\":\"p-1\"", "\"office\":\"o-1\"", "\"roles\":[\"DISCIPLINE_OFFICER\"]");
        service.calls.clear();
        assertThat(browser.get("/api/tolerance/v1/todos").statusCode()).isEqualTo(200);
        var claims = SignedJWT.parse(service.calls.getFirst().header("Authorization").substring(7)).getJWTClaimsSet();
        assertThat(claims.getIssuer()).isEqualTo("urn:dandang:gateway");
        assertThat(claims.getSubject()).isEqualTo("p-1");
        assertThat(claims.getStringListClaim("roles")).containsExactly("DISCIPLINE_OFFICER");
        assertThat(browser.sendWithCsrf("POST", "/api/tolerance/v1/facts", "{}").statusCode()).isEqualTo(201);
    }

    @Test
    void somebody_without_an_office_or_a_role_of_ours_is_not_signed_in() throws Exception {
        Map<String, Object> stranger = new HashMap<>(OFFICER);
        stranger.put("roles", List.of("SYSTEM"));
        var browser = gateway.browser();
        assertThat(signIn(browser, stranger).statusCode()).isEqualTo(403);
        assertThat(browser.get("/api/session").statusCode()).isEqualTo(401);
        Map<String, Object> noOffice = new HashMap<>(OFFICER);
        noOffice.remove("post");
        assertThat(signIn(gateway.browser(), noOffice).statusCode()).isEqualTo(403);
    }

    @Test
    void a_forged_way_back_is_not_a_sign_in() throws Exception {
        var browser = gateway.browser();
        assertThat(browser.get("/login/oauth2/code/idp?code=any&state=forged").statusCode()).isEqualTo(401);
        assertThat(browser.get("/api/session").statusCode()).isEqualTo(401);
    }

    @Test
    void outside_local_there_is_no_password_cookies_are_secure_and_hsts_is_sent() throws Exception {
        assertThat(gateway.browser().get("/api/session/local-accounts").statusCode()).isEqualTo(404);
        assertThat(gateway.browser().get("/api/session/ways").body()).contains("\"password\":false", "\"name\":\"统一身份\"", "\"link\":\"/oauth2/authorization/idp\"");
        assertThat(gateway.browser().signIn("weihai.cadre", GatewayUnderTest.PASSWORD).statusCode()).isEqualTo(401);
        var browser = gateway.browser();
        signIn(browser, OFFICER);
        assertThat(browser.lastSetCookies).anySatisfy(cookie -> assertThat(cookie).startsWith("DANDANG_SESSION=").contains("HttpOnly", "Secure", "SameSite=Lax"));
        assertThat(browser.get("/").headers().firstValue("Strict-Transport-Security")).isPresent();
    }

    @Test
    void without_any_way_to_sign_in_the_gateway_does_not_start() {
        assertThatThrownBy(() -> new GatewayUnderTest(Map.of("spring.profiles.active", "bare")).close())
                .hasRootCauseInstanceOf(cn.dandang.gateway.process.StartRefused.class);
    }
}
