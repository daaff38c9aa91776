package cn.dandang.gateway.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class SignInLimiterTest {
    private final SettableClock clock = new SettableClock();
    private final SignInLimiter limiter = new SignInLimiter(clock);

    @Test
    void a_name_may_fail_five_times_from_one_address_then_waits_until_the_oldest_failure_is_old() {
        for (int i = 0; i < SignInLimiter.PER_NAME; i++) {
            assertThat(limiter.begin("a", "1.1.1.1")).isZero();
            clock.pass(Duration.ofSeconds(10));
        }
        assertThat(limiter.begin("a", "1.1.1.1")).isEqualTo(250);
        clock.pass(Duration.ofSeconds(250));
        assertThat(limiter.begin("a", "1.1.1.1")).isZero();
    }

    @Test
    void another_address_is_not_locked_out_by_someone_elses_guessing() {
        for (int i = 0; i < SignInLimiter.PER_NAME; i++) {
            limiter.begin("a", "1.1.1.1");
        }
        assertThat(limiter.begin("a", "2.2.2.2")).isZero();
    }

    @Test
    void one_name_from_many_addresses_is_limited_too() {
        for (int i = 0; i < SignInLimiter.PER_NAME_ANYWHERE; i++) {
            assertThat(limiter.begin("a", "10.0.0." + i)).isZero();
        }
        assertThat(limiter.begin("a", "10.0.1.1")).isPositive();
    }

    @Test
    void many_names_from_one_address_are_limited_too() {
        for (int i = 0; i < SignInLimiter.PER_ADDRESS; i++) {
            assertThat(limiter.begin("name" + i, "1.1.1.1")).isZero();
        }
        assertThat(limiter.begin("other", "1.1.1.1")).isPositive();
    }

    @Test
    void a_success_counts_for_nothing() {
        for (int i = 0; i < 3 * SignInLimiter.PER_ADDRESS; i++) {
            assertThat(limiter.begin("a", "1.1.1.1")).isZero();
            limiter.succeeded("a", "1.1.1.1");
        }
    }

    private static final class SettableClock extends Clock {
        private Instant now = Instant.parse("2026-01-01T00:00:00Z");

        void pass(Duration time) {
            now = now.plus(time);
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    }
}
