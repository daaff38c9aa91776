package cn.dandang.bench.measure;

import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;

/** Calls that come at the clock's pace, whether or not earlier ones were answered: who is slow makes a queue, and the queue is measured, too. */
public final class OpenLoop {

    /** So many calls unanswered are no queue any more: the pace is not held. */
    private static final int MOST_UNDER_WAY = 20_000;

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
        long interval = Duration.ofSeconds(1).toNanos() / perSecond;
        int calls = (int) (length.toNanos() / interval);
        AtomicLong underWay = new AtomicLong();
        AtomicReference<Exception> failure = new AtomicReference<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            long begin = System.nanoTime();
            for (int i = 0; i < calls && failure.get() == null; i++) {
                int number = i;
                long intended = begin + i * interval;
                until(intended);
                if (underWay.incrementAndGet() > MOST_UNDER_WAY) {
                    throw new IllegalStateException(MOST_UNDER_WAY + " calls are unanswered: " + perSecond + " a second is more than can be answered");
                }
                threads.submit(() -> {
                    try {
                        call.now(number, intended);
                    } catch (Exception failed) {
                        failure.compareAndSet(null, failed);
                    } finally {
                        underWay.decrementAndGet();
                    }
                });
            }
        }
        if (failure.get() != null) {
            throw new IllegalStateException("A call failed", failure.get());
        }
    }
}
