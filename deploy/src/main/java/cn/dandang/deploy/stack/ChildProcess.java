package cn.dandang.deploy.stack;

import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** One process of the stack, which can be started again. It holds the child's standard input: closing it asks the child to end. */
final class ChildProcess {
    private static final Duration AFTER_TERM = Duration.ofSeconds(5);
    private final Part part;
    private final List<String> command;
    private final Map<String, String> environment;
    private final RotatingLog log;
    private volatile @Nullable Process process;
    private volatile boolean wanted;
    private volatile Instant started = Instant.EPOCH;
    private volatile int restarts;

    ChildProcess(Part part, List<String> command, Map<String, String> environment, RotatingLog log) {
        this.part = part;
        this.command = List.copyOf(command);
        this.environment = Map.copyOf(environment);
        this.log = log;
    }

    Part part() {
        return part;
    }

    String name() {
        return part.name();
    }

    RotatingLog log() {
        return log;
    }

    /** Starts the process; {@code onCrash} is called when it ends while it is wanted. */
    synchronized void start(Runnable onCrash) {
        wanted = true;
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().putAll(environment);
        Process fresh;
        try {
            fresh = builder.start();
        } catch (IOException failure) {
            throw new StackFailure(ExitCode.PROCESS_FAILED, part.zh() + "（" + name() + "）无法启动：" + failure.getMessage(), "The process " + name() + " could not be started: " + failure.getMessage());
        }
        process = fresh;
        started = Instant.now();
        InputStream output = fresh.getInputStream();
        Thread.ofVirtual().name("log-" + name()).start(() -> log.copy(output));
        fresh.onExit().thenRun(() -> {
            if (wanted && process == fresh) {
                onCrash.run();
            }
        });
    }

    boolean alive() {
        Process current = process;
        return current != null && current.isAlive();
    }

    Optional<Long> pid() {
        Process current = process;
        return current != null && current.isAlive() ? Optional.of(current.pid()) : Optional.empty();
    }

    Optional<Integer> exitValue() {
        Process current = process;
        return current != null && !current.isAlive() ? Optional.of(current.exitValue()) : Optional.empty();
    }

    Instant started() {
        return started;
    }

    int restarts() {
        return restarts;
    }

    void countRestart() {
        restarts++;
    }

    boolean wanted() {
        return wanted;
    }

    /** From now on an end is no crash. */
    void unwant() {
        wanted = false;
    }

    /** Ends it in order: closes its input, then asks by signal, then kills; returns when it is gone. */
    void end(Duration orderly) {
        wanted = false;
        Process current = process;
        if (current == null) {
            return;
        }
        try {
            current.getOutputStream().close();
        } catch (IOException alreadyGone) {
            // the same result
        }
        try {
            if (!current.waitFor(orderly.toMillis(), TimeUnit.MILLISECONDS)) {
                current.destroy();
                if (!current.waitFor(AFTER_TERM.toMillis(), TimeUnit.MILLISECONDS)) {
                    current.destroyForcibly().waitFor();
                }
            }
        } catch (InterruptedException hurried) {
            current.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }

    /** Kills it at once, as a power cut would; returns when it is gone. */
    void kill() throws InterruptedException {
        Process current = process;
        if (current != null) {
            current.destroyForcibly().waitFor();
        }
    }
}
