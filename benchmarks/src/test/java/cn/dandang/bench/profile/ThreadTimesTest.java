package cn.dandang.bench.profile;

import static org.assertj.core.api.Assertions.assertThat;

import cn.dandang.bench.measure.Figure;
import cn.dandang.bench.measure.Look;
import cn.dandang.bench.measure.Result;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

class ThreadTimesTest {

    private static final long WORK_NANOS = 300_000_000;

    @Test
    @EnabledOnOs(value = OS.LINUX, disabledReason = "threads are looked at in /proc")
    void threads_that_differ_by_a_number_are_counted_together() throws Exception {
        Map<String, Long> self = Map.of("self", ProcessHandle.current().pid());
        ThreadTimes before = ThreadTimes.of(self);
        CountDownLatch worked = new CountDownLatch(2);
        CountDownLatch looked = new CountDownLatch(1);
        List<Thread> threads = IntStream.range(0, 2).mapToObj(number -> Thread.ofPlatform().name("worker-" + number).start(() -> work(worked, looked))).toList();
        worked.await();
        ThreadTimes times = ThreadTimes.of(self).since(before);
        looked.countDown();
        for (Thread thread : threads) {
            thread.join();
        }
        // each tick that the system counts is a hundredth of a second: one of each thread may be missing
        assertThat(times.millis("worker-#"::equals)).isGreaterThanOrEqualTo(2 * (WORK_NANOS / 1e6 - 20));
        Look look = ThreadsPage.of(new Result(new Figure("figure", 1, "ms"), "What was measured.", null, new Result.Side("ours", "ms", List.of(1.0)), null, List.of(), "command", "at", null), times, 100);
        assertThat(look.line()).contains("ms of processor time for each; self 100 %");
        assertThat(look.page()).contains("| self | `worker-#` |");
        assertThat(look.picture()).contains("worker-#").contains(">self<");
    }

    private static void work(CountDownLatch worked, CountDownLatch looked) {
        while (ManagementFactory.getThreadMXBean().getThreadCpuTime(Thread.currentThread().threadId()) < WORK_NANOS) {
            Thread.onSpinWait();
        }
        worked.countDown();
        try {
            looked.await();
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
    }
}
