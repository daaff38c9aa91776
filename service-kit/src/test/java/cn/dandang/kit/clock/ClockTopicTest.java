package cn.dandang.kit.clock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import cn.dandang.kit.topic.TopicFollower;
import cn.dandang.kit.wire.TestBroker;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class ClockTopicTest {
    private static final Clock SYSTEM = Clock.fixed(Instant.parse("2026-11-20T15:30:00Z"), ZoneOffset.UTC);

    @Test
    void every_clock_that_follows_moves_forward_and_never_back() throws Exception {
        BusinessClock one = BusinessClock.over(SYSTEM);
        BusinessClock other = BusinessClock.over(SYSTEM);
        ClockTopic topic = new ClockTopic(TestBroker.clients("clock"), SYSTEM);
        try (TopicFollower first = topic.follow(one); TopicFollower second = topic.follow(other)) {
            assertThat(first.awaitEnd(Duration.ofSeconds(30))).isTrue();
            topic.advanceTo(Instant.parse("2026-12-24T00:00:00Z"));
            await().atMost(Duration.ofSeconds(30)).until(() -> one.instant().equals(Instant.parse("2026-12-24T00:00:00Z")) && other.instant().equals(one.instant()));
            assertThatThrownBy(() -> topic.advanceTo(Instant.parse("2026-12-23T00:00:00Z"))).isInstanceOf(IllegalArgumentException.class).hasMessageContaining("forward only");
            topic.advanceTo(Instant.parse("2027-01-01T00:00:00Z"));
            await().atMost(Duration.ofSeconds(30)).until(() -> one.today().equals(LocalDate.of(2027, 1, 1)));
        }
        BusinessClock later = BusinessClock.over(SYSTEM);
        try (TopicFollower follower = topic.follow(later)) {
            assertThat(follower.awaitEnd(Duration.ofSeconds(30))).isTrue();
            assertThat(later.instant()).isEqualTo(Instant.parse("2027-01-01T00:00:00Z"));
        }
    }

    @Test
    void the_legal_date_is_that_of_shanghai_and_an_offset_only_grows() {
        BusinessClock clock = BusinessClock.over(SYSTEM);
        assertThat(clock.today()).isEqualTo(LocalDate.of(2026, 11, 20));
        clock.moveTo(Duration.ofMinutes(30));
        assertThat(clock.today()).isEqualTo(LocalDate.of(2026, 11, 21));
        clock.moveTo(Duration.ofMinutes(10));
        assertThat(clock.offset()).isEqualTo(Duration.ofMinutes(30));
        assertThat(clock.withZone(BusinessClock.LEGAL_ZONE).instant()).isEqualTo(clock.instant());
    }
}
