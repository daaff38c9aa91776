package cn.dandang.bench.crash;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class WireCrashTest {

    @Test
    @Timeout(120)
    void what_killed_appenders_were_told_is_there_once_and_in_order() throws Exception {
        run(2, 7);
    }

    @Test
    @Tag("nightly")
    @Timeout(900)
    void the_same_after_forty_kills_and_the_faults_between() throws Exception {
        CrashCount count = run(Integer.getInteger("dandang.kills", 40), Long.getLong("dandang.seed", RandomGenerator.getDefault().nextLong(1_000_000)));

        assertThat(count.tested()).as("faults were met").isTrue();
    }

    private static CrashCount run(int kills, long seed) throws Exception {
        CrashCount count = new WireCrash(kills, seed).run();

        assertThat(count.kills()).isEqualTo(kills);
        assertThat(count.acknowledged()).isPositive();
        assertThat(count.lost() + count.doubled() + count.disordered() + count.unverified()).as("seed %d, %d kills: %s", seed, kills, count).isZero();
        return count;
    }
}
