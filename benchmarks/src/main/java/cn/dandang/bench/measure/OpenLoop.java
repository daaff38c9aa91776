package cn.dandang.bench.measure;

import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;

/** Calls that come at the clock's pace, whether or not earlier ones were answered: who is slow makes a queue, and the queue is measured, too. */
public final class OpenLoop {

    /** So many calls unanswered are no queue any more: the pace is not held. */
    private static final int MOST_UNDER_WAY = 20_000;
    private static final int MOST_WHILE_WARMING = 64;

    private OpenLoop() {
    }

    /** One call, on a thread of its own. */
    @FunctionalInterface
    public interface Call {
        /**
         * @param number   of the call, from 0
         * @param intended when it should have been sent, as {@link System#nanoTime()}; latency counts from there
         */
        void now(int number, long intended) throws Exception;
    }

    /** Waits until then, as {@link System#nanoTime()} tells it. */
    public static void until(long intended) {
        for (long wait = intended - System.nanoTime(); wait > 0; wait = intended - System.nanoTime()) {
            LockSupport.parkNanos(wait);
        }
    }

    /** Sends for so long, and returns when all are answered; the first failure of a call ends all and is thrown. */
    public static void run(int perSecond, Duration length, Call call) throws Exception {
        paced(perSecond, length, MOST_UNDER_WAY, (underWay, end) -> {
            throw new IllegalStateException(MOST_UNDER_WAY + " calls are unanswered: " + perSecond + " a second is more than can be answered");
        }, call);
    }

    /** As {@link #run}, but with few calls under way at once: who cannot hold the pace yet is warmed as fast as he can, and no queue is left behind. */
    public static void warm(int perSecond, Duration length, Call call) throws Exception {
        paced(perSecond, length, MOST_WHILE_WARMING, (underWay, end) -> underWay.tryAcquire(end - System.nanoTime(), TimeUnit.NANOSECONDS), call);
    }

    @FunctionalInterface
    private interface Full {
        /** Whether there is a place before the end. */
        boolean awaits(Semaphore underWay, long end) throws InterruptedException;
    }

    private static void paced(int perSecond, Duration length, int most, Full full, Call call) throws Exception {
        long interval = Duration.ofSeconds(1).toNanos() / perSecond;
        Semaphore underWay = new Semaphore(most);
        AtomicReference<Exception> failure = new AtomicReference<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            long begin = System.nanoTime();
            long end = begin + length.toNanos();
            for (int i = 0; begin + i * interval < end && failure.get() == null; i++) {
                int number = i;
                long intended = begin + i * interval;
                until(intended);
                if (!underWay.tryAcquire() && !full.awaits(underWay, end)) {
                    break;
                }
                threads.submit(() -> {
                    try {
                        call.now(number, intended);
                    } catch (Exception failed) {
                        failure.compareAndSet(null, failed);
                    } finally {
                        underWay.release();
                    }
                });
            }
        }
        if (failure.get() != null) {
            throw new IllegalStateException("A call failed", failure.get());
        }
    }
}
