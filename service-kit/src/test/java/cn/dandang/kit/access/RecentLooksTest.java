package cn.dandang.kit.access;

import static org.assertj.core.api.Assertions.assertThat;

import cn.dandang.kit.access.RecentLooks.Shown;
import cn.dandang.kit.decision.Actor;
import cn.dandang.kit.decision.Role;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class RecentLooksTest {
    private static final String MATTER = "/api/tolerance/v1/tolerance-cases/c1";
    private static final Actor READER = in("office-1");

    private final AtomicLong nanos = new AtomicLong();
    private final RecentLooks looks = new RecentLooks(nanos::get);

    private static Actor in(String office) {
        return new Actor("reader", office, "unit-1", "371000", Set.of(Role.ORG_OFFICER));
    }

    @Test
    void a_matter_stands_for_its_parts_for_the_same_reader_in_the_same_office_alone() {
        looks.remember(Shown.of(READER, MATTER));
        assertThat(looks.knows(Shown.whole(READER, MATTER + "/acts"))).isTrue();
        assertThat(looks.knows(Shown.whole(READER, MATTER + "2/acts"))).isFalse();
        assertThat(looks.knows(Shown.whole(READER, MATTER + "/acts/more"))).isFalse();
        assertThat(looks.knows(Shown.whole(in("office-2"), MATTER + "/acts"))).isFalse();
        assertThat(looks.knows(Shown.whole(READER, "acts"))).isFalse();
    }

    @Test
    void it_stands_for_a_moment_and_asking_for_parts_does_not_prolong_it() {
        looks.remember(Shown.of(READER, MATTER));
        nanos.addAndGet(RecentLooks.STANDS.minusNanos(1).toNanos());
        assertThat(looks.knows(Shown.whole(READER, MATTER + "/acts"))).isTrue();
        nanos.addAndGet(Duration.ofNanos(1).toNanos());
        assertThat(looks.knows(Shown.whole(READER, MATTER + "/acts"))).isFalse();
    }
}
