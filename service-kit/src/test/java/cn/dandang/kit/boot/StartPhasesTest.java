package cn.dandang.kit.boot;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

class StartPhasesTest {
    private final List<String> log = Collections.synchronizedList(new ArrayList<>());
    private final CompletableFuture<Throwable> failed = new CompletableFuture<>();

    private interface Work {
        void run() throws Exception;
    }

    private StartStep step(StartPhase phase, String name, Work work) {
        return new StartStep() {
            @Override
            public StartPhase phase() {
                return phase;
            }

            @Override
            public String name() {
                return name;
            }

            @Override
            public void start(Progress progress) throws Exception {
                log.add("+" + name);
                progress.at("half way");
                work.run();
            }

            @Override
            public void stop() {
                log.add("-" + name);
            }
        };
    }

    private StartPhases phases(StartStep... steps) {
        return new StartPhases(List.of(steps), failed::complete);
    }

    @Test
    void steps_run_phase_by_phase_and_end_backwards() throws Exception {
        StartPhases phases = phases(step(StartPhase.VIEWS, "views", () -> { }), step(StartPhase.LIVE, "relay", () -> { }), step(StartPhase.KNOWLEDGE, "register", () -> { }),
                step(StartPhase.KNOWLEDGE, "policy", () -> { }), step(StartPhase.REACTIONS, "reactions", () -> { }));
        assertThat(phases.live()).isFalse();
        phases.begin();
        assertThat(phases.awaitReady(10, TimeUnit.SECONDS)).isTrue();
        assertThat(phases.progress()).isEqualTo("ready");
        phases.close();
        assertThat(phases.ready()).isFalse();
        assertThat(log).containsExactly("+policy", "+register", "+relay", "+reactions", "+views", "-views", "-reactions", "-relay", "-register", "-policy");
    }

    @Test
    void live_is_before_ready_and_progress_says_where_it_is() {
        CountDownLatch gate = new CountDownLatch(1);
        StartPhases phases = phases(step(StartPhase.KNOWLEDGE, "policy", () -> { }), step(StartPhase.REACTIONS, "reactions", gate::await));
        phases.begin();
        Awaitility.await().until(() -> phases.progress().equals("reactions: reactions, half way"));
        assertThat(phases.live()).isTrue();
        assertThat(phases.ready()).isFalse();
        gate.countDown();
        Awaitility.await().until(phases::ready);
    }

    @Test
    void a_step_that_fails_ends_what_was_started_and_is_told() throws Exception {
        StartPhases phases = phases(step(StartPhase.KNOWLEDGE, "policy", () -> { }), step(StartPhase.LIVE, "relay", () -> {
            throw new IllegalStateException("position beyond the head");
        }), step(StartPhase.VIEWS, "views", () -> { }));
        phases.begin();
        assertThat(failed.get(10, TimeUnit.SECONDS)).hasMessage("position beyond the head");
        assertThat(phases.awaitReady(10, TimeUnit.SECONDS)).isFalse();
        assertThat(log).containsExactly("+policy", "+relay", "-relay", "-policy");
        assertThat(phases.live()).isFalse();
    }

    @Test
    void an_end_during_the_start_interrupts_the_step_and_is_no_failure() throws Exception {
        CountDownLatch never = new CountDownLatch(1);
        StartPhases phases = phases(step(StartPhase.KNOWLEDGE, "policy", never::await));
        phases.begin();
        Awaitility.await().until(() -> phases.progress().contains("half way"));
        phases.close();
        assertThat(phases.awaitReady(10, TimeUnit.SECONDS)).isFalse();
        assertThat(failed).isNotDone();
        assertThat(log).containsExactly("+policy", "-policy");
    }
}
