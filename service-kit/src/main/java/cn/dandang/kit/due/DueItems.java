package cn.dandang.kit.due;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The due list of a service, in memory: built anew from the events at each start. Thread-safe. */
final class DueItems implements DueList {
    private final Map<String, DueItem> items = new HashMap<>();
    private final Set<String> settled = new HashSet<>();
    private final Runnable onPut;

    /** @param onPut told when an item came or changed */
    DueItems(Runnable onPut) {
        this.onPut = onPut;
    }

    @Override
    public void put(DueItem item) {
        synchronized (this) {
            DueItem before = items.put(item.dueId(), item);
            if (before == null || !before.dueOn().equals(item.dueOn())) {
                settled.remove(item.dueId());
            }
        }
        onPut.run();
    }

    @Override
    public synchronized void remove(String dueId) {
        items.remove(dueId);
        settled.remove(dueId);
    }

    /** What is due on this day or before and not ordered yet, in the order of the days. */
    synchronized List<DueItem> dueBy(LocalDate today) {
        return items.values().stream().filter(item -> !item.dueOn().isAfter(today) && !settled.contains(item.dueId()))
                .sorted(Comparator.comparing(DueItem::dueOn).thenComparing(DueItem::dueId)).toList();
    }

    /** Ordered or refused: not ordered again by this process unless its day changes. */
    synchronized void settle(DueItem item) {
        if (item.equals(items.get(item.dueId()))) {
            settled.add(item.dueId());
        }
    }
}
