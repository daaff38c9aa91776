package cn.dandang.kit.topic;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class RoundsTest {
    private final Rounds rounds = new Rounds();

    /** How long after its begin a round is followed by the next. */
    private Duration round(int records, Duration work) {
        long begin = System.nanoTime();
        rounds.begin(records);
        while (System.nanoTime() - begin < work.toNanos()) {
            Thread.onSpinWait();
        }
        rounds.end();
        rounds.await();
        assertThat(System.nanoTime()).isGreaterThanOrEqualTo(rounds.next());
        return Duration.ofNanos(rounds.next() - begin);
    }

    @Test
    void a_round_that_brought_little_is_followed_after_as_long_a_pause() {
        assertThat(round(3, Duration.ofMillis(5))).isGreaterThanOrEqualTo(Duration.ofMillis(10));
        assertThat(round(1, Duration.ofMillis(15))).isGreaterThanOrEqualTo(Duration.ofMillis(30));
    }

    @Test
    void the_pause_ends_at_a_limit_and_a_long_round_has_none() {
        assertThat(round(3, Duration.ofMillis(30))).isBetween(Duration.ofMillis(40), Duration.ofMillis(59));
        assertThat(round(3, Duration.ofMillis(60))).isBetween(Duration.ofMillis(40), Duration.ofMillis(59));
    }

    @Test
    void who_was_brought_much_or_nothing_goes_on_at_once() {
        rounds.begin(100);
        rounds.end();
        assertThat(rounds.next()).isLessThanOrEqualTo(System.nanoTime());
        rounds.begin(0);
        rounds.end();
        assertThat(rounds.next()).isLessThanOrEqualTo(System.nanoTime());
    }
}
