package cn.dandang.ledger;

import java.util.ArrayList;
import java.util.List;

/** A {@link KeyFilter} without an end: each further layer holds twice as many as the one before. Not for use by two threads. */
final class GrowingKeyFilter {

    private static final int FIRST_CAPACITY = 1 << 16;

    private final List<KeyFilter> layers = new ArrayList<>(List.of(new KeyFilter(FIRST_CAPACITY)));

    void add(long hash) {
        KeyFilter last = layers.getLast();
        if (last.full()) {
            last = new KeyFilter(Math.min(1 << 28, last.capacity() * 2));
            layers.add(last);
        }
        last.add(hash);
    }

    boolean mayHold(long hash) {
        for (int i = layers.size() - 1; i >= 0; i--) {
            if (layers.get(i).mayHold(hash)) {
                return true;
            }
        }
        return false;
    }
}
