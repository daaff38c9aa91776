package cn.dandang.deploy.stack;

import cn.dandang.deploy.broker.BrokerSettings;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;

/**
 * A whole installation on this machine as processes: broker, services, oversight, gateway. Started in that order and ended in
 * reverse. A process that dies by itself is started again with growing delay, if the options say so. No process outlives the one
 * that made this object, however that ends. Methods may be called from any thread, one at a time.
 */
public final class LocalStack implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final Duration STEADY = Duration.ofSeconds(60);
    private static final Duration ORDERLY = Duration.ofSeconds(15);
    private final DataFolder folder;
    private final Ports ports;
    private final StackOptions options;
    private final Progress progress;
    private final String password;
    private final Map<String, ChildProcess> children = new LinkedHashMap<>();
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "restarts");
        thread.setDaemon(true);
        return thread;
    });
    private final Readiness readiness = new Readiness();
    private final DataFolder.Lock lock;
    private volatile boolean ending;

    /** Takes the folder and prepares everything; nothing runs yet. */
    public LocalStack(Installation installation, DataFolder folder, Ports ports, StackOptions options, Progress progress) {
        this.folder = folder;
        this.ports = ports;
        this.options = options;
        this.progress = progress;
        folder.prepare();
        folder.requireWhole();
        this.lock = folder.lock();
        try {
            this.password = folder.password();
            PortCheck.requireFree(ports);
            children.putAll(children(new Commands(installation, QuickStart.using(installation), options.roomy())));
        } catch (RuntimeException refused) {
            lock.close();
            throw refused;
        }
    }

    /** Refuses what a start on this folder and these ports would refuse, before anything takes time. */
    public static void requireStartable(DataFolder folder, Ports ports) {
        folder.prepare();
        folder.requireWhole();
        folder.lock().close();
        PortCheck.requireFree(ports);
    }

    private Map<String, ChildProcess> children(Commands commands) {
        Map<String, ChildProcess> made = new LinkedHashMap<>();
        if (options.kafkaBootstrap().isEmpty()) {
            made.put(Part.BROKER.name(), child(Part.BROKER, commands.broker(brokerSettings(folder, ports)), Map.of()));
        }
        for (Part part : Part.APPLICATIONS) {
            List<String> command = commands.application(part, Commands.properties(part, ports, folder, options));
            made.put(part.name(), child(part, command, Commands.environment(options, password)));
        }
        return made;
    }

    private ChildProcess child(Part part, List<String> command, Map<String, String> environment) {
        return new ChildProcess(part, command, environment, new RotatingLog(folder.log().resolve(part.name() + ".log")));
    }

    static Path brokerSettings(DataFolder folder, Ports ports) {
        Path file = folder.run().resolve("broker.properties");
        try (Writer writer = Files.newBufferedWriter(file)) {
            BrokerSettings.of(folder.kafka(), ports.of("broker"), ports.of("controller")).store(writer, null);
        } catch (IOException failure) {
            throw new StackFailure(ExitCode.DATA_BROKEN, "无法写入 " + file + "；请检查权限与磁盘。", "The file " + file + " cannot be written; check rights and disk.");
        }
        return file;
    }

    /** Starts everything and returns when all of it is ready. */
    public void start() throws InterruptedException {
        ChildProcess broker = children.get(Part.BROKER.name());
        ChildProcess gateway = child(Part.GATEWAY.name());
        if (broker != null) {
            launch(broker);
        }
        // it needs no broker, and two cores are idle while the broker opens its log
        launch(gateway);
        if (broker != null) {
            awaitReady(broker);
        }
        TopicSetup.createMissing(bootstrap());
        List<ChildProcess> services = Part.SERVICES.stream().map(part -> child(part.name())).toList();
        services.forEach(this::launch);
        for (ChildProcess service : services) {
            awaitReady(service);
        }
        awaitReady(gateway);
    }

    private void launch(ChildProcess child) {
        if (ending) {
            return;
        }
        child.start(() -> crashed(child));
        record();
    }

    private void awaitReady(ChildProcess child) throws InterruptedException {
        Instant limit = Instant.now().plus(PATIENCE);
        int restartsBefore = child.restarts();
        while (!isReady(child)) {
            if (ending) {
                throw new InterruptedException("the stack is being ended");
            }
            if (!child.alive() && !options.restartCrashed() || child.restarts() > restartsBefore + 2 || Instant.now().isAfter(limit)) {
                throw notReady(child);
            }
            await(() -> !child.alive(), Duration.ofMillis(100));
        }
        progress.said(child.part().zh() + "（" + child.name() + "）就绪", child.name() + " is ready");
        record();
    }

    private static void await(BooleanSupplier condition, Duration longest) throws InterruptedException {
        if (!condition.getAsBoolean()) {
            TimeUnit.MILLISECONDS.sleep(longest.toMillis());
        }
    }

    private boolean isReady(ChildProcess child) throws InterruptedException {
        if (!child.alive()) {
            return false;
        }
        return child.part().equals(Part.BROKER) ? TopicSetup.serves(ports.bootstrap()) : readiness.ready(ports.management(child.name()));
    }

    private StackFailure notReady(ChildProcess child) {
        String end = child.exitValue().map(code -> "（退出码 " + code + "）").orElse("（未就绪）");
        return new StackFailure(ExitCode.PROCESS_FAILED,
                child.part().zh() + "（" + child.name() + "）未能启动" + end + "；请看 " + child.log().file() + "，其中说：" + child.log().reason(),
                "The process " + child.name() + " did not start; see " + child.log().file() + ", which says what is quoted above.");
    }

    private void crashed(ChildProcess child) {
        record();
        if (ending) {
            return;
        }
        String code = child.exitValue().map(String::valueOf).orElse("?");
        if (!options.restartCrashed()) {
            progress.said(child.part().zh() + "（" + child.name() + "）意外结束，退出码 " + code, child.name() + " ended unexpectedly with exit code " + code);
            return;
        }
        boolean wasSteady = child.started().plus(STEADY).isBefore(Instant.now());
        int delay = wasSteady ? 1 : Math.min(30, 1 << Math.min(5, child.restarts()));
        progress.said(child.part().zh() + "（" + child.name() + "）意外结束，退出码 " + code + "，" + delay + " 秒后重新启动",
                child.name() + " ended unexpectedly with exit code " + code + "; starting it again in " + delay + " s");
        timer.schedule(() -> restartCrashed(child), delay, TimeUnit.SECONDS);
    }

    private void restartCrashed(ChildProcess child) {
        synchronized (this) {
            if (ending || !child.wanted() || child.alive()) {
                return;
            }
            child.countRestart();
            launch(child);
        }
        Thread.ofVirtual().start(() -> {
            try {
                awaitReady(child);
            } catch (InterruptedException | StackFailure notBack) {
                // its next end is said and tried again
            }
        });
    }

    /** Kills a process at once, as a power cut would; it stays down unless the options say that crashed processes are restarted. */
    public void kill(String name) throws InterruptedException {
        child(name).kill();
    }

    /** Ends a process in order; it stays down. */
    public void stop(String name) {
        child(name).end(ORDERLY);
        record();
    }

    /** Starts a process that is down and returns when it is ready. */
    public void restart(String name) throws InterruptedException {
        ChildProcess child = child(name);
        if (child.alive()) {
            child.end(ORDERLY);
        }
        launch(child);
        awaitReady(child);
    }

    /** Waits until a process is ready, for one that was killed and is restarted by itself. */
    public void awaitReady(String name) throws InterruptedException {
        awaitReady(child(name));
    }

    private ChildProcess child(String name) {
        ChildProcess child = children.get(name);
        if (child == null) {
            throw new IllegalArgumentException("no process is called " + name);
        }
        return child;
    }

    /** Ends a stack with the process that started it, for as long as it is watched. */
    public interface Watch extends AutoCloseable {
        @Override
        void close();
    }

    /** Ends the stack should this process be ended meanwhile; closing the watch ends the stack and watches no longer. */
    public Watch endedWithProcess(String name) {
        Thread ender = new Thread(this::close, name);
        Runtime.getRuntime().addShutdownHook(ender);
        return () -> {
            close();
            try {
                Runtime.getRuntime().removeShutdownHook(ender);
            } catch (IllegalStateException endingAlready) {
                // the hook runs; it finds the stack ended
            }
        };
    }

    /** Ends everything in reverse order of the start and returns when all of it is gone. */
    @Override
    public void close() {
        synchronized (this) {
            if (ending) {
                return;
            }
            ending = true;
        }
        timer.shutdownNow();
        children.values().forEach(ChildProcess::unwant);
        end(Part.GATEWAY.name());
        end("oversight");
        List<Thread> threads = Part.SERVICES.stream().map(part -> Thread.ofVirtual().start(() -> end(part.name()))).toList();
        for (Thread thread : threads) {
            try {
                thread.join();
            } catch (InterruptedException hurried) {
                Thread.currentThread().interrupt();
            }
        }
        end(Part.BROKER.name());
        readiness.close();
        RunRecord.delete(folder);
        lock.close();
    }

    private void end(String name) {
        ChildProcess child = children.get(name);
        if (child != null && child.alive()) {
            child.end(ORDERLY);
            progress.said(child.part().zh() + "（" + name + "）已结束", name + " has ended");
        }
    }

    private synchronized void record() {
        if (!ending) {
            RunRecord.write(folder, ports, children.values());
        }
    }

    /** Whether every process is alive. */
    public boolean allAlive() {
        return children.values().stream().allMatch(ChildProcess::alive);
    }

    /** Number of a process that is alive. */
    public long pid(String name) {
        return child(name).pid().orElseThrow(() -> new IllegalStateException(name + " is not running"));
    }

    /** The processes of an installation with a broker of its own, by name, in an order that never changes by itself. */
    public static List<String> processes() {
        return Stream.concat(Stream.of(Part.BROKER), Part.APPLICATIONS.stream()).map(Part::name).toList();
    }

    /** The processes of this stack by name, in start order. */
    public List<String> names() {
        return List.copyOf(children.keySet());
    }

    /** Sum of the memory of all processes, in MiB. */
    public long memoryMib() {
        return children.values().stream().flatMap(child -> child.pid().stream()).mapToLong(pid -> Memory.kibOf(pid).orElse(0)).sum() / 1024;
    }

    /** By name, the processor time that each process running now has used since it started. */
    public Map<String, Duration> processorTimes() {
        Map<String, Duration> times = new LinkedHashMap<>();
        children.forEach((name, child) -> child.pid().flatMap(ProcessHandle::of).flatMap(process -> process.info().totalCpuDuration()).ifPresent(time -> times.put(name, time)));
        return times;
    }

    public Ports ports() {
        return ports;
    }

    public DataFolder folder() {
        return folder;
    }

    /** Password of the demonstration accounts. */
    public String password() {
        return password;
    }

    /** The broker's address. */
    public String bootstrap() {
        return options.kafkaBootstrap().orElse(ports.bootstrap());
    }

    /** The address that a browser uses. */
    public String address() {
        return "http://localhost:" + ports.of(Part.GATEWAY.name());
    }

    /** Figures of a process in Prometheus' text form. */
    public String figures(String name) throws InterruptedException {
        return readiness.figures(ports.management(name));
    }

    /** Where a process's output is filed. */
    public Path logOf(String name) {
        return child(name).log().file();
    }

}
