package cn.dandang.kit.boot;

import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs the start steps phase by phase on a thread of its own, while the process answers already that it is not ready. A step that fails ends
 * the process: half a start serves nobody. The end runs backwards through what was started.
 */
public final class StartPhases implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(StartPhases.class);

    private final List<StartStep> steps;
    private final Consumer<Throwable> onFailure;
    private final Deque<StartStep> started = new ArrayDeque<>();
    private final CountDownLatch ended = new CountDownLatch(1);
    private volatile StartPhase reached = StartPhase.KNOWLEDGE;
    private volatile String progress = "";
    private volatile boolean complete;
    private volatile boolean stopping;
    private volatile @Nullable Thread thread;
    private volatile @Nullable Throwable failure;

    /** @param onFailure told when a step failed, after the steps before it were stopped */
    public StartPhases(List<StartStep> steps, Consumer<Throwable> onFailure) {
        this.steps = steps.stream().sorted(Comparator.comparing(StartStep::phase).thenComparing(StartStep::name)).toList();
        this.onFailure = onFailure;
    }

    /** Begins; returns at once. */
    public void begin() {
        thread = Thread.ofPlatform().name("dandang-start").start(this::run);
    }

    /** Whether all steps of this phase have ended; of {@link StartPhase#READY}, whether everything has. */
    public boolean done(StartPhase phase) {
        return complete || reached.compareTo(phase) > 0;
    }

    public boolean ready() {
        return complete && !stopping;
    }

    /** Whether orders are taken. */
    public boolean live() {
        return done(StartPhase.LIVE) && !stopping;
    }

    /** The phase in progress and how far it is, for people. */
    public String progress() {
        return ready() ? "ready" : reached.name().toLowerCase(java.util.Locale.ROOT) + (progress.isEmpty() ? "" : ": " + progress);
    }

    public @Nullable Throwable failure() {
        return failure;
    }

    /** Waits until the start has ended well; false if it failed, or not in time. */
    public boolean awaitReady(long atMost, TimeUnit unit) throws InterruptedException {
        return ended.await(atMost, unit) && ready();
    }

    private void run() {
        try {
            for (StartPhase phase : StartPhase.values()) {
                reached = phase;
                for (StartStep step : steps) {
                    if (step.phase() == phase && !stopping) {
                        progress = step.name();
                        synchronized (started) {
                            started.push(step);
                        }
                        step.start(words -> progress = step.name() + ", " + words);
                    }
                }
                log.info("Start phase {} done", phase);
            }
            progress = "";
            complete = !stopping;
        } catch (Exception | LinkageError e) {
            if (!stopping) {
                failure = e;
                log.error("The start failed at {}", progress, e);
                stopSteps();
                onFailure.accept(e);
            }
        } finally {
            ended.countDown();
        }
    }

    @Override
    public void close() {
        stopping = true;
        @Nullable Thread running = thread;
        if (running != null && running != Thread.currentThread()) {
            running.interrupt();
        }
        stopSteps();
    }

    private void stopSteps() {
        while (true) {
            StartStep step;
            synchronized (started) {
                if (started.isEmpty()) {
                    return;
                }
                step = started.pop();
            }
            try {
                step.stop();
            } catch (RuntimeException e) {
                log.warn("{} did not stop in order", step.name(), e);
            }
        }
    }
}
