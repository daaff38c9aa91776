package cn.dandang.kit.view;

import cn.dandang.kit.view.Projecting.Row;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/** The rows that events handled together have read and written so far: each is read once, and stored once as the last of them left it. */
final class Gathered {
    private final Map<Row, Held> rows = new LinkedHashMap<>();

    /**
     * A row's document.
     *
     * @param stored  the counter of the stored document when it was read; null where there was none
     * @param latest  as the events so far left it; null where there still is none
     * @param changed whether that has to be stored
     */
    record Held(Row row, @Nullable Long stored, @Nullable Document latest, boolean changed) {}

    @Nullable Held held(Row row) {
        return rows.get(row);
    }

    void read(Row row, @Nullable Document document, @Nullable Long counter) {
        rows.put(row, new Held(row, counter, document, false));
    }

    /** What an event that was handled to its end leaves of a row that was read. */
    void left(Row row, Document latest) {
        Held before = rows.get(row);
        rows.put(row, new Held(row, before == null ? null : before.stored(), latest, true));
    }

    Collection<Held> all() {
        return rows.values();
    }
}
