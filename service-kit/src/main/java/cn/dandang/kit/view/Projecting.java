package cn.dandang.kit.view;

import java.util.LinkedHashMap;
import java.util.Map;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/**
 * The handling of one event by one projection: what it has written so far. Nothing is stored before the event, and those handled together
 * with it, were handled to their ends, and then each row once.
 */
final class Projecting {
    static final ScopedValue<Projecting> CURRENT = ScopedValue.newInstance();

    private final String view;
    private final int generation;
    private final String source;
    private final long order;
    private final Gathered gathered;
    private final Map<Row, Pending> pending = new LinkedHashMap<>();

    /** A row of a collection. */
    record Row(String collection, String id) {}

    /**
     * A row as it will be stored.
     *
     * @param held the document as it was read, or null
     * @param row  the new content, or null for a removed row
     */
    record Pending(@Nullable Document held, @Nullable Document row) {}

    /**
     * @param source   what the event is one of, {@code ledger} or a partition
     * @param order    its place there; grows from event to event
     * @param gathered what the events handled together with it have read and left
     */
    Projecting(String view, int generation, String source, long order, Gathered gathered) {
        this.view = view;
        this.generation = generation;
        this.source = source;
        this.order = order;
        this.gathered = gathered;
    }

    String view() {
        return view;
    }

    int generation() {
        return generation;
    }

    String source() {
        return source;
    }

    long order() {
        return order;
    }

    Gathered gathered() {
        return gathered;
    }

    Map<Row, Pending> pending() {
        return pending;
    }
}
