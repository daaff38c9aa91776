package cn.dandang.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class ConsoleFilesTest {
    private static GatewayUnderTest gateway;

    @BeforeAll
    static void start() {
        gateway = new GatewayUnderTest(Map.of());
    }

    @AfterAll
    static void stop() {
        gateway.close();
    }

    @Test
    void every_page_path_gets_the_index_which_is_asked_for_anew() throws Exception {
        for (String path : new String[] {"/", "/workbench", "/tolerance-cases/0195d3a0-0002-7200-8000-000000000007"}) {
            var answer = gateway.browser().get(path);
            assertThat(answer.statusCode()).as(path).isEqualTo(200);
            assertThat(answer.headers().firstValue("Content-Type")).get().asString().startsWith("text/html");
            assertThat(answer.headers().firstValue("Cache-Control")).get().asString().contains("no-cache");
        }
    }

    @Test
    void a_hashed_file_is_kept_for_a_year() throws Exception {
        var answer = gateway.browser().get("/assets/page-0a1b2c3d.js");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Cache-Control")).contains("max-age=31536000, public, immutable");
    }

    @Test
    void a_file_that_is_not_there_is_not_the_index() throws Exception {
        for (String path : new String[] {"/assets/gone-1.js", "/favicon.gone", "/internal/x", "/actuator/prometheus", "/actuator/env"}) {
            assertThat(gateway.browser().get(path).statusCode()).as(path).isEqualTo(404);
        }
    }

    @Test
    void every_answer_carries_the_security_headers() throws Exception {
        for (String path : new String[] {"/", "/assets/page-0a1b2c3d.js", "/api/session", "/gone.js"}) {
            var headers = gateway.browser().get(path).headers();
            String policy = headers.firstValue("Content-Security-Policy").orElseThrow();
            assertThat(policy).contains("default-src 'self'", "script-src 'self';", "object-src 'none'", "frame-ancestors 'none'", "base-uri 'none'")
                    .doesNotContain("unsafe-eval", "*", "http:");
            assertThat(headers.firstValue("X-Content-Type-Options")).contains("nosniff");
            assertThat(headers.firstValue("X-Frame-Options")).contains("DENY");
            assertThat(headers.firstValue("Referrer-Policy")).contains("no-referrer");
            assertThat(headers.firstValue("Strict-Transport-Security")).isEmpty();
            assertThat(headers.firstValue("Server")).isEmpty();
        }
    }

    @Test
    void health_is_open_and_says_no_more_than_needed() throws Exception {
        var answer = gateway.browser().get("/actuator/health");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo("{\"status\":\"UP\"}");
    }
}
