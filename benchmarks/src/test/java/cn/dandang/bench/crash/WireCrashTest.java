package cn.dandang.bench.crash;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class WireCrashTest {

    @Test
    @Timeout(120)
    void what_killed_appenders_were_told_is_there_once_and_in_order() throws Exception {
        CrashCount count = new WireCrash(2, 7).run();

        assertThat(count.kills()).isEqualTo(2);
        assertThat(count.acknowledged()).isPositive();
        assertThat(count.lost() + count.doubled() + count.disordered() + count.unverified()).isZero();
    }
}
