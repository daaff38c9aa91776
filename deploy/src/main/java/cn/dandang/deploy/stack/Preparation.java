package cn.dandang.deploy.stack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

/** Makes what {@link QuickStart} uses, by starting everything once in a temporary folder and playing something on it. */
public final class Preparation {
    private Preparation() {}

    /** What is played, so that the classes that serve requests are known to the cache, too. */
    @FunctionalInterface
    public interface Rehearsal {
        void play(LocalStack stack) throws InterruptedException;
    }

    /** Does nothing unless {@code DANDANG_QUICK_START=on}, or when everything is prepared; when it fails, that is said, and the start is only slower. */
    public static void ensure(Installation installation, Rehearsal rehearsal, Progress progress) throws InterruptedException {
        if (!"on".equals(System.getenv("DANDANG_QUICK_START")) || QuickStart.isComplete(installation)) {
            return;
        }
        progress.said("构建后首次使用，先准备快速启动（约五分钟，只做一次）", "first use of this build: preparing the quick start (about five minutes, once)");
        try {
            prepare(installation, rehearsal);
            progress.said("快速启动已备好", "the quick start is prepared");
        } catch (StackFailure | UncheckedIOException failure) {
            progress.said("快速启动未能备好，照常启动：" + failure.getMessage(), "the quick start could not be prepared, going on without it");
        }
    }

    private static void prepare(Installation installation, Rehearsal rehearsal) throws InterruptedException {
        QuickStart.training(installation).unpack();
        Path folder = temporary();
        try {
            StackOptions options = StackOptions.forTests(1);
            try (LocalStack stack = LocalStack.forTraining(installation, new DataFolder(folder), Ports.free(), options)) {
                Thread ender = new Thread(stack::close, "end-of-rehearsal");
                Runtime.getRuntime().addShutdownHook(ender);
                stack.start();
                rehearsal.play(stack);
                stack.close();
                Runtime.getRuntime().removeShutdownHook(ender);
            }
            QuickStart.training(installation).adopt();
        } finally {
            delete(folder);
        }
    }

    private static Path temporary() {
        try {
            return Files.createTempDirectory("dandang-rehearsal");
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static void delete(Path folder) {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(each);
            }
        } catch (IOException stays) {
            // the system empties its temporary folder by itself
        }
    }
}
