package cn.dandang.deploy.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChildProcessTest {
    @TempDir
    Path folder;

    private ChildProcess child(String... command) {
        return new ChildProcess(new Part("child", "子进程", 16), List.of(command), Map.of(), new RotatingLog(folder.resolve("child.log")));
    }

    @Test
    void closing_its_input_ends_a_process_in_order_and_is_no_crash() {
        AtomicInteger crashes = new AtomicInteger();
        ChildProcess child = child("cat");
        child.start(crashes::incrementAndGet);
        assertThat(child.alive()).isTrue();
        child.end(Duration.ofSeconds(10));
        assertThat(child.alive()).isFalse();
        assertThat(child.exitValue()).contains(0);
        assertThat(crashes).hasValue(0);
    }

    @Test
    void a_process_that_dies_by_itself_or_is_killed_is_told() throws Exception {
        AtomicInteger crashes = new AtomicInteger();
        ChildProcess child = child("sh", "-c", "echo last words; exit 3");
        child.start(crashes::incrementAndGet);
        await().atMost(Duration.ofSeconds(10)).untilAtomic(crashes, org.hamcrest.Matchers.is(1));
        assertThat(child.exitValue()).contains(3);
        await().atMost(Duration.ofSeconds(10)).until(() -> child.log().lastLines().contains("last words"));
        ChildProcess cat = child("cat");
        cat.start(crashes::incrementAndGet);
        cat.kill();
        await().atMost(Duration.ofSeconds(10)).untilAtomic(crashes, org.hamcrest.Matchers.is(2));
    }

    @Test
    void memory_of_a_live_process_is_known_and_of_a_gone_one_is_not() {
        assertThat(Memory.kibOf(ProcessHandle.current().pid())).isPresent();
        assertThat(Memory.kibOf(999_999_999)).isEmpty();
    }
}
