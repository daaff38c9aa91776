package cn.dandang.deploy.fault;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** How many calls were answered so far, for the one who kills: a random moment is a random number of answers later, whatever the machine's speed. */
final class Pace {
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition moved = lock.newCondition();
    private long answers;

    void answered() {
        lock.lock();
        try {
            answers++;
            moved.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Returns after so many more answers, or after this long when nothing is answered any more. */
    void awaitMore(int more, Duration longest) throws InterruptedException {
        Instant limit = Instant.now().plus(longest);
        lock.lock();
        try {
            long wanted = answers + more;
            while (answers < wanted && Instant.now().isBefore(limit)) {
                moved.await(Math.max(1, Duration.between(Instant.now(), limit).toMillis()), TimeUnit.MILLISECONDS);
            }
        } finally {
            lock.unlock();
        }
    }
}
