package cn.dandang.deploy.stack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/**
 * Makes what {@link QuickStart} uses, once for each build: every application is started as far as its context, which needs no broker and no
 * data, and the broker on an empty log; what they loaded becomes their cache. One launcher at a time prepares; another waits for it.
 */
public final class Preparation {
    private static final Duration LIMIT = Duration.ofSeconds(120);
    private final Installation installation;
    private final QuickStart quick;
    private final Path folder;

    private Preparation(Installation installation, Path folder) {
        this.installation = installation;
        this.quick = QuickStart.training(installation);
        this.folder = folder;
    }

    /**
     * Does nothing when everything is prepared or {@code DANDANG_QUICK_START=off}. When it fails, that is said, and the start is only slower.
     */
    public static void ensure(Installation installation, Progress progress) throws InterruptedException {
        if ("off".equals(System.getenv("DANDANG_QUICK_START")) || QuickStart.isComplete(installation)) {
            return;
        }
        try {
            Files.createDirectories(installation.cache());
            try (FileChannel file = FileChannel.open(installation.cache().resolve("preparing.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                    FileLock _ = file.lock()) {
                if (!QuickStart.isComplete(installation)) {
                    progress.said("构建后首次使用，先准备快速启动（约一分钟，只做一次）", "first use of this build: preparing the quick start (about a minute, once)");
                    prepare(installation);
                    progress.said("快速启动已备好", "the quick start is prepared");
                }
            }
        } catch (IOException | UncheckedIOException | StackFailure failure) {
            progress.said("快速启动未能备好，照常启动：" + failure.getMessage(), "the quick start could not be prepared, going on without it");
        }
    }

    private static void prepare(Installation installation) throws IOException, InterruptedException {
        Path folder = Files.createTempDirectory("dandang-preparing");
        try {
            new Preparation(installation, folder).train();
        } finally {
            delete(folder);
        }
    }

    private void train() throws IOException, InterruptedException {
        List<Runnable> steps = new ArrayList<>();
        Part.APPLICATIONS.forEach(part -> steps.add(() -> trainApplication(part)));
        steps.add(this::trainBroker);
        quick.dropOutdated();
        // as many at once as there are cores: each keeps one busy
        try (ExecutorService workers = Executors.newFixedThreadPool(Math.max(1, Runtime.getRuntime().availableProcessors()))) {
            List<? extends Future<?>> running = steps.stream().map(workers::submit).toList();
            for (Future<?> one : running) {
                one.get();
            }
        } catch (ExecutionException failed) {
            if (failed.getCause() instanceof StackFailure known) {
                throw known;
            }
            throw new IOException(failed.getCause());
        }
    }

    private void trainApplication(Part part) {
        quick.unpack(part);
        DataFolder data = new DataFolder(folder.resolve(part.name()));
        data.prepare();
        List<String> command = new Commands(installation, quick, false).application(part, Commands.properties(part, Ports.from(Ports.USUAL_BASE), data, StackOptions.forTests(1)));
        try {
            ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(folder.resolve(part.name() + ".log").toFile());
            builder.environment().putAll(Commands.environment(StackOptions.forTests(1), data.password()));
            Process process = builder.start();
            try {
                if (!process.waitFor(LIMIT.toMillis(), TimeUnit.MILLISECONDS)) {
                    throw notPrepared(part, "took too long");
                }
            } finally {
                process.destroyForcibly();
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
            throw notPrepared(part, "interrupted");
        }
        quick.adopt(part);
    }

    private void trainBroker() {
        quick.createBrokerFolder();
        DataFolder data = new DataFolder(folder.resolve(Part.BROKER.name()));
        data.prepare();
        Ports ports = Ports.free();
        List<String> command = new Commands(installation, quick, false).broker(LocalStack.brokerSettings(data, ports));
        ChildProcess broker = new ChildProcess(Part.BROKER, command, Map.of(), new RotatingLog(data.log().resolve("broker.log")));
        broker.start(() -> {});
        try {
            TopicSetup.createMissing(ports.bootstrap());
        } finally {
            broker.end(LIMIT);
        }
        quick.adopt(Part.BROKER);
    }

    private static StackFailure notPrepared(Part part, String why) {
        return new StackFailure(ExitCode.PROCESS_FAILED, part.zh() + "（" + part.name() + "）：" + why, "The process " + part.name() + ": " + why);
    }

    private static void delete(Path root) {
        try {
            Folders.delete(root);
        } catch (IOException stays) {
            // the system empties its temporary folder by itself
        }
    }
}
