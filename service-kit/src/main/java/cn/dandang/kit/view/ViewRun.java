package cn.dandang.kit.view;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.TransientDataAccessException;

/** One view while it follows its sources: how far it is in each, and whether it failed. The lock is held while an event is handled. */
final class ViewRun {
    private static final Logger log = LoggerFactory.getLogger(ViewRun.class);
    private static final long SAVE_AT_MOST_EVERY_NANOS = TimeUnit.MILLISECONDS.toNanos(250);

    private static final long AGAIN_AFTER_NANOS = TimeUnit.MILLISECONDS.toNanos(500);

    private final String view;
    private final ViewDocuments documents;
    private final BooleanSupplier closing;
    private final ReentrantLock lock = new ReentrantLock();
    /** The last order taken of each source. */
    private final Map<String, Long> orders = new HashMap<>();
    /** Where to go on reading each source. */
    private final Map<String, Long> next = new HashMap<>();
    /** How far each source has gone on since the view failed. */
    private final Map<String, Long> missed = new HashMap<>();
    private volatile @Nullable RuntimeException failure;
    private long savedAt;

    ViewRun(String view, ViewDocuments documents, BooleanSupplier closing) {
        this.view = view;
        this.documents = documents;
        this.closing = closing;
        documents.position(view).ifPresent(position -> {
            read(position.get("orders", Document.class), orders);
            read(position.get("next", Document.class), next);
        });
    }

    String view() {
        return view;
    }

    ReentrantLock lock() {
        return lock;
    }

    @Nullable RuntimeException failure() {
        return failure;
    }

    /** Where to go on reading a source; 0 at its beginning. */
    long next(String source) {
        lock.lock();
        try {
            return next.getOrDefault(source, 0L);
        } finally {
            lock.unlock();
        }
    }

    /** How far a rebuilt view has to come to go on in this one's place. */
    Map<String, Long> target() {
        lock.lock();
        try {
            Map<String, Long> target = new HashMap<>(next);
            missed.forEach((source, place) -> target.merge(source, place, Math::max));
            return Map.copyOf(target);
        } finally {
            lock.unlock();
        }
    }

    /**
     * One event and where it stands.
     *
     * @param source   what it is one of, {@code ledger} or a partition
     * @param order    its place among the events of the source; a repeat has the same or a lower one
     * @param nextRead where to go on reading the source after it
     */
    record Arrival(String source, long order, long nextRead, Runnable event) {}

    /** Handles events, those of one source in their order; those that were handled before are passed over. */
    void take(List<Arrival> arrivals) {
        lock.lock();
        try {
            if (arrivals.size() < 2 || failure != null || closing.getAsBoolean() || !together(arrivals)) {
                arrivals.forEach(this::take);
            }
        } finally {
            lock.unlock();
        }
    }

    private void take(Arrival arrival) {
        String source = arrival.source();
        if (failure == null && arrival.order() > orders.getOrDefault(source, -1L)) {
            handle(source, arrival.order(), arrival.event());
            if (failure == null && !closing.getAsBoolean()) {
                orders.put(source, arrival.order());
            }
        }
        if (failure != null) {
            missed.merge(source, arrival.nextRead(), Math::max);
        } else if (!closing.getAsBoolean()) {
            next.merge(source, arrival.nextRead(), Math::max);
            saveFromTimeToTime();
        }
    }

    private void saveFromTimeToTime() {
        if (System.nanoTime() - savedAt > SAVE_AT_MOST_EVERY_NANOS) {
            save();
        }
    }

    /** True if all were handled and stored. Whatever goes wrong is met again, and dealt with, one by one. */
    private boolean together(List<Arrival> arrivals) {
        Map<String, Long> last = new HashMap<>();
        List<ViewDocuments.Step> steps = new ArrayList<>(arrivals.size());
        for (Arrival arrival : arrivals) {
            if (arrival.order() > last.computeIfAbsent(arrival.source(), source -> orders.getOrDefault(source, -1L))) {
                last.put(arrival.source(), arrival.order());
                steps.add(new ViewDocuments.Step(arrival.source(), arrival.order(), arrival.event()));
            }
        }
        try {
            if (!documents.projectTogether(view, documents.generation(view), steps)) {
                return false;
            }
        } catch (RuntimeException e) {
            log.debug("Events are handled one by one in the view {}", view, e);
            return false;
        }
        orders.putAll(last);
        arrivals.forEach(arrival -> next.merge(arrival.source(), arrival.nextRead(), Math::max));
        saveFromTimeToTime();
        return true;
    }

    private void handle(String source, long order, Runnable event) {
        int generation = documents.generation(view);
        while (!closing.getAsBoolean()) {
            try {
                documents.project(view, generation, new ViewDocuments.Step(source, order, event));
                return;
            } catch (TransientDataAccessException | DataAccessResourceFailureException e) {
                log.warn("The store of the view {} did not answer; the event is handled again.", view, e);
                LockSupport.parkNanos(this, AGAIN_AFTER_NANOS);
            } catch (RuntimeException e) {
                fail(source, order, e);
                return;
            }
        }
    }

    private void fail(String source, long order, RuntimeException e) {
        failure = e;
        log.error("The view {} stopped before the event {} of {}: its projection failed. Other views go on; after a repair, rebuild it.", view, order, source, e);
    }

    /** Stores the position with the view. What is handled twice because it was not stored yet changes nothing. */
    void save() {
        lock.lock();
        try {
            documents.savePosition(view, position());
            savedAt = System.nanoTime();
        } finally {
            lock.unlock();
        }
    }

    /** The position as it is stored; only with the lock held. */
    Document position() {
        return new Document("orders", new Document(Map.copyOf(orders))).append("next", new Document(Map.copyOf(next)));
    }

    /** After a switch the view goes on where it was; an earlier failure is gone with the generation that had it. */
    void switched(Map<String, Long> newOrders, Map<String, Long> newNext) {
        orders.clear();
        orders.putAll(newOrders);
        next.clear();
        next.putAll(newNext);
        missed.clear();
        failure = null;
    }

    private static void read(@Nullable Document stored, Map<String, Long> into) {
        if (stored != null) {
            stored.forEach((source, value) -> into.put(source, ((Number) value).longValue()));
        }
    }
}
