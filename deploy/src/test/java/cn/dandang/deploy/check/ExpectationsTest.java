package cn.dandang.deploy.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class ExpectationsTest {
    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
    private final Expectations expect = new Expectations(new PrintStream(printed, true, StandardCharsets.UTF_8));

    @Test
    void each_expectation_is_one_line_and_counted() throws Exception {
        expect.begin("T-00");
        assertThat(expect.that("one holds", true)).isTrue();
        assertThat(expect.equal("two are equal", 1, 2)).isFalse();
        AtomicInteger asked = new AtomicInteger();
        expect.eventually("three comes later", asked::incrementAndGet, times -> times == 3);
        assertThat(printed.toString(StandardCharsets.UTF_8).lines()).containsExactly(
                "ok     T-00: one holds", "FAILED T-00: two are equal — expected: 1, was: 2", "ok     T-00: three comes later");
        assertThat(expect.passed()).isEqualTo(2);
        assertThat(expect.failed()).isEqualTo(1);
    }
}
