package cn.dandang.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.dandang.gateway.FalteringService.End;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class BrokenAnswerTest {
    private static final String JSON = "Content-Type: application/json\r\nConnection: close\r\n";
    private static final int MEBIBYTE = 1 << 20;
    private FalteringService service;
    private GatewayUnderTest gateway;

    @BeforeEach
    void start() throws Exception {
        service = new FalteringService();
        gateway = new GatewayUnderTest(Map.of("dandang.gateway.services.tolerance", service.address(), "dandang.gateway.timeout", "600ms"));
    }

    @AfterEach
    void stop() throws IOException {
        gateway.close();
        service.close();
    }

    @ParameterizedTest
    @EnumSource(End.class)
    @DisplayName("a service killed between the head and the body of its answer never looks like one that took the order and said nothing")
    void afterTheHead(End end) throws Exception {
        assertOutcomeUnknown("HTTP/1.1 201 Created\r\n" + JSON + "Content-Length: 60\r\n\r\n", "", end);
        assertOutcomeUnknown("HTTP/1.1 201 Created\r\n" + JSON + "Transfer-Encoding: chunked\r\n\r\n", "", end);
    }

    @ParameterizedTest
    @EnumSource(End.class)
    @DisplayName("a service killed in the midst of its answer gives no half of one")
    void halfWay(End end) throws Exception {
        assertOutcomeUnknown("HTTP/1.1 201 Created\r\n" + JSON + "Content-Length: 60\r\n\r\n", "{\"id\":\"7\",", end);
        assertOutcomeUnknown("HTTP/1.1 201 Created\r\n" + JSON + "Transfer-Encoding: chunked\r\n\r\n", "a\r\n{\"id\":\"7\",\r\n", end);
    }

    @Test
    @DisplayName("an answer that stalls half-way ends at the limit")
    void stalls() throws Exception {
        service.says("HTTP/1.1 200 OK\r\n" + JSON + "Content-Length: 60\r\n\r\n{\"id\"", "", 60_000, End.CLOSED);
        HttpResponse<String> answer = gateway.browser().signedInAs("weihai.decider").get("/api/tolerance/v1/todos");
        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.body()).contains("urn:dandang:problem:unavailable");
    }

    @Test
    @DisplayName("a long answer passes whole, though it lasts longer than the limit for its begin")
    void longAnswer() throws Exception {
        String rest = "b".repeat(3 * MEBIBYTE);
        service.says("HTTP/1.1 200 OK\r\n" + JSON + "Content-Length: " + 5 * MEBIBYTE + "\r\n\r\n" + "a".repeat(2 * MEBIBYTE), rest, 2_000, End.CLOSED);
        HttpResponse<String> answer = gateway.browser().signedInAs("weihai.decider").get("/api/tolerance/v1/ledger/export");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).hasSize(5 * MEBIBYTE).endsWith("b");
    }

    @Test
    @DisplayName("a long answer that breaks off is not passed on as a whole one")
    void longAnswerBreaksOff() throws Exception {
        for (String framing : new String[] {"Transfer-Encoding: chunked\r\n\r\n400000\r\n", "Content-Length: " + 4 * MEBIBYTE + "\r\n\r\n"}) {
            service.says("HTTP/1.1 200 OK\r\n" + JSON + framing, "a".repeat(3 * MEBIBYTE), 0, End.CLOSED);
            var browser = gateway.browser().signedInAs("weihai.decider");
            assertThatThrownBy(() -> browser.get("/api/tolerance/v1/ledger/export")).as(framing).isInstanceOf(IOException.class);
        }
    }

    @Test
    @DisplayName("a service need not go on with a long answer for somebody who left")
    void nobodyListens() throws Exception {
        service.talksOn("HTTP/1.1 200 OK\r\n" + JSON + "Content-Length: " + (1L << 50) + "\r\n\r\n");
        try (InputStream answer = gateway.browser().signedInAs("weihai.decider").begin("/api/tolerance/v1/ledger/export")) {
            assertThat(answer.readNBytes(2 * MEBIBYTE)).hasSize(2 * MEBIBYTE);
        }
        assertThat(service.awaitHungUp(Duration.ofSeconds(30))).isTrue();
    }

    private void assertOutcomeUnknown(String head, String body, End end) throws Exception {
        service.says(head, body, 0, end);
        HttpResponse<String> answer = gateway.browser().signedInAs("weihai.decider").sendWithCsrf("POST", "/api/tolerance/v1/facts", "{}");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(503);
        assertThat(answer.body()).contains("urn:dandang:problem:outcome-unknown");
    }
}
