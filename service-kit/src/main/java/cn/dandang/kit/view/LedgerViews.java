package cn.dandang.kit.view;

import cn.dandang.kit.publishing.RecordedEvent;
import cn.dandang.kit.topic.Rounds;
import cn.dandang.ledger.Ledger;
import cn.dandang.ledger.LedgerCursor;
import cn.dandang.ledger.Recorded;
import cn.dandang.ledger.TailReader;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Runs the projections of the own ledger: one reader for all, each from its own position. */
public final class LedgerViews implements AutoCloseable {
    static final String SOURCE = "ledger";

    private final Ledger ledger;
    private final Function<Recorded, RecordedEvent> reader;
    private final ViewDocuments documents;
    private final Map<String, Projection> projections = new LinkedHashMap<>();
    private final Map<String, ViewRun> runs = new LinkedHashMap<>();
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition moved = lock.newCondition();
    private volatile boolean closing;
    private final Rounds rounds = new Rounds();
    private volatile @Nullable TailReader tail;

    LedgerViews(Ledger ledger, Function<Recorded, RecordedEvent> reader, ViewDocuments documents, Collection<? extends Projection> projections) {
        this.ledger = ledger;
        this.reader = reader;
        this.documents = documents;
        for (Projection projection : projections) {
            if (this.projections.put(projection.name(), projection) != null) {
                throw new IllegalStateException("Two projections build a view named " + projection.name() + ".");
            }
        }
    }

    /** Starts to follow the ledger. */
    void start() {
        projections.keySet().forEach(view -> runs.put(view, new ViewRun(view, documents, () -> closing)));
        long from = runs.values().stream().mapToLong(run -> run.next(SOURCE)).min().orElse(ledger.head());
        tail = ledger.tail(from, this::take, "views");
    }

    private void take(List<Recorded> records) {
        rounds.begin(records.size());
        long first = runs.values().stream().mapToLong(run -> run.next(SOURCE)).min().orElse(Long.MAX_VALUE);
        List<RecordedEvent> events = new ArrayList<>(records.size());
        try {
            records.stream().filter(recorded -> recorded.position() >= first).map(reader).forEach(events::add);
        } finally {
            // what lies before a record that cannot be read is taken all the same
            runs.values().forEach(run -> take(run, events));
            signalMoved();
        }
        rounds.end();
        rounds.await();
    }

    private void take(ViewRun run, List<RecordedEvent> events) {
        Projection projection = projections.get(run.view());
        long next = run.next(SOURCE);
        run.take(events.stream().filter(event -> event.position() >= next)
                .map(event -> new ViewRun.Arrival(SOURCE, event.position(), event.position() + 1, () -> projection.on(event))).toList());
    }

    private void signalMoved() {
        lock.lock();
        try {
            moved.signalAll();
        } finally {
            lock.unlock();
        }
    }

    Collection<ViewRun> runs() {
        return runs.values();
    }

    /** Records of the ledger that a view has not taken yet. */
    long lag(String view) {
        ViewRun run = runs.get(view);
        return run == null ? ledger.head() : Math.max(0, ledger.head() - run.next(SOURCE));
    }

    Collection<String> names() {
        return List.copyOf(projections.keySet());
    }

    /** The last position that every view has taken; -1 before the first. */
    long position() {
        return runs.values().stream().mapToLong(run -> run.next(SOURCE)).min().orElseGet(ledger::head) - 1;
    }

    /** Waits until every view has taken the record at this position; false if that did not happen in time. */
    boolean awaitAtLeast(long position, Duration atMost) throws InterruptedException {
        long nanos = atMost.toNanos();
        lock.lockInterruptibly();
        try {
            while (position() < position) {
                if (nanos <= 0 || closing) {
                    return false;
                }
                // a view that failed or a reader that stopped signals nothing: look again from time to time
                long slice = Math.min(nanos, TimeUnit.MILLISECONDS.toNanos(100));
                nanos -= slice - Math.max(0, moved.awaitNanos(slice));
            }
            return true;
        } finally {
            lock.unlock();
        }
    }

    /** Whether every view follows. */
    boolean working() {
        TailReader reading = tail;
        return reading != null && reading.failure().isEmpty() && runs.values().stream().allMatch(run -> run.failure() == null);
    }

    /** Builds a view again beside the live one, from the first record on, and switches to it. */
    RebuildReport rebuild(String view, RebuildProgress progress) {
        Projection projection = projections.get(view);
        return new ViewRebuild(documents, runs.get(view)).run(progress, new ViewRebuild.Source() {
            @Override
            public Map<String, Long> read(Map<String, Long> from, Map<String, Long> to, ViewRebuild.Taking taking) {
                long begin = from.getOrDefault(SOURCE, 0L);
                long end = to.getOrDefault(SOURCE, 0L);
                try (LedgerCursor cursor = ledger.cursor(begin, end)) {
                    while (cursor.hasNext()) {
                        RecordedEvent event = reader.apply(cursor.next());
                        taking.take(SOURCE, event.position(), event.position() + 1, () -> projection.on(event));
                    }
                }
                return Map.of(SOURCE, Math.max(begin, end));
            }
        });
    }

    @Override
    public void close() {
        closing = true;
        TailReader reading = tail;
        if (reading != null) {
            reading.stop();
            runs.values().forEach(ViewRun::save);
        }
    }
}
