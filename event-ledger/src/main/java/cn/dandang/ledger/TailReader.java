package cn.dandang.ledger;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Follows the ledger on a thread of its own and hands every record to a consumer once, in order and without a gap. It stops, and
 * says so, when the consumer fails or the store contradicts itself; before a record whose archive file is missing it waits for the
 * file. It never skips.
 */
public final class TailReader implements AutoCloseable {

    private static final int PAGE_BYTES = 1 << 20;
    /** Batches that are there already are handed over together, up to about so many records. */
    private static final int TOGETHER = 256;
    private static final long LONGEST_WAIT_NANOS = TimeUnit.MILLISECONDS.toNanos(500);

    /** Why and where a reader stopped: the records from {@code position} on were not taken. */
    public record Failure(String name, long position, Throwable cause) {
    }

    private final String name;
    private final LedgerStore store;
    private final TailConsumer consumer;
    private final Consumer<Failure> onFailure;
    private final Consumer<TailReader> onEnd;
    private final long waitNanos;
    private final Thread thread;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition moved = lock.newCondition();
    private volatile long position;
    /** Counted, because whatever the consumer waits for may use up the permit of an unpark. */
    private final AtomicLong wakeUps = new AtomicLong();
    private volatile boolean stopping;
    private volatile @Nullable Failure failure;

    TailReader(String name, LedgerStore store, long from, TailConsumer consumer, Duration pollInterval,
               Consumer<Failure> onFailure, Consumer<TailReader> onEnd) {
        this.name = name;
        this.store = store;
        this.consumer = consumer;
        this.onFailure = onFailure;
        this.onEnd = onEnd;
        this.position = from;
        this.waitNanos = store.shared() ? pollInterval.toNanos() : LONGEST_WAIT_NANOS;
        this.thread = Thread.ofPlatform().daemon().name("ledger-tail-" + name).unstarted(this::run);
    }

    void start() {
        thread.start();
    }

    /** A commit happened: look now. */
    void wake() {
        wakeUps.incrementAndGet();
        LockSupport.unpark(thread);
    }

    /** Name given at the start, for logs and metrics. */
    public String name() {
        return name;
    }

    /** The next position to be handed to the consumer: everything below has been taken. */
    public long position() {
        return position;
    }

    /** Why the reader stopped on its own; empty while it runs and after {@link #stop()}. */
    public Optional<Failure> failure() {
        return Optional.ofNullable(failure);
    }

    /** Whether it still follows the ledger. */
    public boolean running() {
        return thread.isAlive();
    }

    /** Waits until everything below this position has been taken; false if that did not happen in time or the reader stopped. */
    public boolean awaitPosition(long wanted, Duration atMost) throws InterruptedException {
        long nanos = atMost.toNanos();
        lock.lockInterruptibly();
        try {
            while (position < wanted) {
                if (nanos <= 0 || stopping || failure != null) {
                    return false;
                }
                nanos = moved.awaitNanos(nanos);
            }
            return true;
        } finally {
            lock.unlock();
        }
    }

    /** Ends the reader after the records that the consumer holds just now, and waits for that. */
    public void stop() {
        stopping = true;
        LockSupport.unpark(thread);
        if (Thread.currentThread() != thread) {
            boolean interrupted = false;
            while (thread.isAlive()) {
                try {
                    thread.join();
                } catch (InterruptedException e) {
                    interrupted = true;
                    thread.interrupt();
                }
            }
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    @Override
    public void close() {
        stop();
    }

    private void run() {
        try {
            follow();
        } catch (Throwable e) {
            if (!stopping || !(e instanceof InterruptedException)) {
                Failure stopped = new Failure(name, position, e);
                failure = stopped;
                onFailure.accept(stopped);
            }
        } finally {
            signalMoved();
            onEnd.accept(this);
        }
    }

    private void follow() throws Exception {
        boolean insideBatch = true;
        while (!stopping) {
            long seen = wakeUps.get();
            List<StoredBatch> batches = store.batchesFrom(position, PAGE_BYTES);
            long before = position;
            long reached = position;
            List<Recorded> gathered = new ArrayList<>();
            try {
                for (StoredBatch batch : batches) {
                    if (stopping || batch.firstPosition() > reached) {
                        // a gap is an earlier batch that is not visible yet: wait for it
                        break;
                    }
                    if (batch.firstPosition() < reached && !insideBatch) {
                        throw new LedgerCorruptException("At position " + reached + " the store returned a batch that begins at "
                                + batch.firstPosition() + ": two batches overlap");
                    }
                    Contiguity.requireHolds(reached, batch);
                    Optional<List<Recorded>> records = readable(batch, reached);
                    if (records.isEmpty()) {
                        break;
                    }
                    gathered.addAll(records.get());
                    insideBatch = false;
                    reached = batch.nextPosition();
                    if (gathered.size() >= TOGETHER) {
                        List<Recorded> enough = gathered;
                        gathered = new ArrayList<>();
                        handOver(enough, reached);
                    }
                }
            } finally {
                // also what lies before a batch that cannot be taken
                handOver(gathered, reached);
            }
            if (position == before) {
                awaitCommit(seen);
            }
        }
    }

    private void handOver(List<Recorded> records, long next) throws Exception {
        if (!records.isEmpty()) {
            consumer.accept(records);
            position = next;
            signalMoved();
        }
    }

    /** The records from here on; empty while an archive file is missing: it is waited for as for a batch that is not there yet. */
    private static Optional<List<Recorded>> readable(StoredBatch batch, long from) {
        try {
            return Optional.of(batch.recordedFrom(from));
        } catch (ArchiveUnreadableException e) {
            // the archive has said so, and its health goes on saying it
            return Optional.empty();
        }
    }

    private void awaitCommit(long seen) throws InterruptedException {
        long end = System.nanoTime() + waitNanos;
        for (long left = waitNanos; left > 0 && wakeUps.get() == seen && !stopping; left = end - System.nanoTime()) {
            LockSupport.parkNanos(this, left);
            if (Thread.interrupted()) {
                throw new InterruptedException("The tail reader " + name + " was interrupted");
            }
        }
    }

    private void signalMoved() {
        lock.lock();
        try {
            moved.signalAll();
        } finally {
            lock.unlock();
        }
    }
}
