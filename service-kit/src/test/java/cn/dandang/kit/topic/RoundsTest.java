package cn.dandang.kit.topic;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class RoundsTest {
    private final Rounds rounds = new Rounds();

    /** How long after its begin a round is followed by the next. */
    private Duration round(int records, Duration work) {
        long before = System.nanoTime();
        rounds.begin(records);
        long begun = System.nanoTime();
        while (System.nanoTime() - begun < work.toNanos()) {
            Thread.onSpinWait();
        }
        rounds.end();
        rounds.await();
        assertThat(System.nanoTime()).isGreaterThanOrEqualTo(rounds.next());
        return Duration.ofNanos(rounds.next() - before);
    }

    private void goesOnAtOnce(int records, Runnable end) {
        rounds.begin(records);
        end.run();
        assertThat(rounds.next()).isLessThanOrEqualTo(System.nanoTime());
    }

    @Test
    void a_round_that_brought_little_is_followed_after_as_long_a_pause() {
        assertThat(round(3, Duration.ofMillis(10))).isGreaterThanOrEqualTo(Duration.ofMillis(20));
        assertThat(round(1, Duration.ofMillis(15))).isGreaterThanOrEqualTo(Duration.ofMillis(30));
    }

    @Test
    void rounds_with_hardly_any_work_are_some_time_apart_all_the_same() {
        assertThat(round(1, Duration.ZERO)).isBetween(Duration.ofMillis(15), Duration.ofMillis(30));
    }

    @Test
    void a_round_in_which_nothing_concerned_the_reader_has_the_longest_pause_and_a_full_one_none() {
        long begin = System.nanoTime();
        rounds.begin(3);
        rounds.endUnconcerned();
        assertThat(rounds.next() - begin).isBetween(Duration.ofMillis(100).toNanos(), Duration.ofMillis(150).toNanos());
        goesOnAtOnce(100, rounds::endUnconcerned);
        goesOnAtOnce(0, rounds::endUnconcerned);
    }

    @Test
    void the_pause_ends_at_a_limit_and_a_long_round_has_none() {
        assertThat(round(3, Duration.ofMillis(30))).isBetween(Duration.ofMillis(40), Duration.ofMillis(59));
        assertThat(round(3, Duration.ofMillis(60))).isBetween(Duration.ofMillis(40), Duration.ofMillis(59));
    }

    @Test
    void who_was_brought_much_or_nothing_goes_on_at_once() {
        goesOnAtOnce(100, rounds::end);
        goesOnAtOnce(0, rounds::end);
    }
}
