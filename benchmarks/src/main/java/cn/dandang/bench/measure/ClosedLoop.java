package cn.dandang.bench.measure;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.HdrHistogram.Histogram;

/** Callers that each wait for the answer before they call again; what happens while they warm up is not counted. */
public final class ClosedLoop {

    private static final long HIGHEST_MICROS = TimeUnit.MINUTES.toMicros(1);

    private ClosedLoop() {
    }

    /** One caller's next call. */
    @FunctionalInterface
    public interface Call {
        void now() throws Exception;
    }

    /** Gives each caller, by number, what it calls. */
    @FunctionalInterface
    public interface Callers {
        Call caller(int number) throws Exception;
    }

    /** Runs the callers on threads of their own; the first failure of one of them ends all and is thrown. */
    public static Load run(int callers, Duration warmUp, Duration measured, Callers calls) throws Exception {
        CountDownLatch ready = new CountDownLatch(callers);
        CountDownLatch go = new CountDownLatch(1);
        List<Future<Histogram>> results = new ArrayList<>();
        long[] times = new long[2];
        try (ExecutorService threads = Executors.newThreadPerTaskExecutor(Thread.ofPlatform().name("caller-", 0).factory())) {
            for (int i = 0; i < callers; i++) {
                Call call = calls.caller(i);
                results.add(threads.submit(() -> {
                    ready.countDown();
                    go.await();
                    return loop(call, times[0], times[1]);
                }));
            }
            ready.await();
            times[0] = System.nanoTime() + warmUp.toNanos();
            times[1] = times[0] + measured.toNanos();
            go.countDown();
            return joined(results, measured);
        }
    }

    private static Histogram loop(Call call, long from, long to) throws Exception {
        Histogram latencies = new Histogram(HIGHEST_MICROS, 3);
        for (long before = System.nanoTime(); before - to < 0; ) {
            call.now();
            long after = System.nanoTime();
            if (after - from >= 0 && after - to < 0) {
                latencies.recordValue(Math.min(HIGHEST_MICROS, TimeUnit.NANOSECONDS.toMicros(after - before)));
            }
            before = after;
        }
        return latencies;
    }

    private static Load joined(List<Future<Histogram>> results, Duration measured) throws InterruptedException {
        Histogram all = new Histogram(HIGHEST_MICROS, 3);
        for (Future<Histogram> result : results) {
            try {
                all.add(result.get());
            } catch (ExecutionException failure) {
                throw new IllegalStateException("A caller failed", failure.getCause());
            }
        }
        return new Load(all.getTotalCount(), measured.toNanos() / 1e9, all);
    }
}
