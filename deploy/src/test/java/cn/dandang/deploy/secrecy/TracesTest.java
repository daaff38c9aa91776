package cn.dandang.deploy.secrecy;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The comparison finds what is planted, and masks no more than it must. */
class TracesTest {
    private static Traces traces(String... lines) {
        Traces traces = new Traces();
        traces.place("log");
        for (String line : lines) {
            traces.add("log", line);
        }
        return traces;
    }

    @Test
    @DisplayName("equal traces do not differ; one line more, another order and a place more do")
    void differences() {
        assertThat(Traces.differences(traces("a", "b"), traces("a", "b"))).isEmpty();
        assertThat(Traces.differences(traces("a", "b"), traces("a"))).singleElement().asString().contains("2 lines with").contains("only with    b");
        assertThat(Traces.differences(traces("a"), traces("a", "a"))).singleElement().asString().contains("only without a");
        assertThat(Traces.differences(traces("a", "b"), traces("b", "a"))).singleElement().asString().contains("another order from line 0");
        Traces more = traces("a");
        more.add("topic", "x");
        assertThat(Traces.differences(more, traces("a"))).containsExactly("topic is there only with the report");
    }

    @Test
    @DisplayName("instants, ciphertexts, traces and threads are masked, and nothing else")
    void masks() {
        assertThat(Masks.ofText("{\"b\":\"2026-01-02\",\"a\":{\"at\":\"2026-01-02T03:04:05.678Z\"}}")).isEqualTo("{\"a\":{\"at\":\"<instant>\"},\"b\":\"2026-01-02\"}");
        assertThat(Masks.ofText("{\"data\":\"told\",\"key\":\"k\"}")).isEqualTo("{\"data\":\"told\",\"key\":\"k\"}");
        assertThat(Masks.ofText("{\"key\":\"person:1\",\"seal\":\"s\",\"path\":\"p\",\"nonce\":\"n\",\"data\":\"d\"}"))
                .isEqualTo("{\"data\":\"<random>\",\"key\":\"person:1\",\"nonce\":\"<random>\",\"path\":\"p\",\"seal\":\"s\"}");
        assertThat(Masks.ofLog("{\"@timestamp\":\"2026-01-02T03:04:05Z\",\"process\":{\"thread\":{\"name\":\"t\"}},\"message\":\"said\"}")).isEqualTo("{\"message\":\"said\"}");
        assertThat(Masks.ofText("plain 2026-01-02T03:04:05Z")).isEqualTo("plain <instant>");
    }
}
