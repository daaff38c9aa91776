package cn.dandang.ledger;

import java.util.ArrayList;
import java.util.List;

/**
 * What callers are to be told about a batch. Waking a thread takes longer than anything else that is done for its append, so the
 * leader wakes a few, who wake the others: while they do, the next batch is on its way (decision 0032).
 */
final class Settlement {

    private static final int WOKEN_BY_THE_LEADER = 4;

    private final List<Telling> tellings = new ArrayList<>();

    private record Telling(PendingAppend append, Outcome outcome) {
    }

    void add(PendingAppend append, Outcome outcome) {
        tellings.add(new Telling(append, outcome));
    }

    boolean has(PendingAppend append) {
        for (Telling telling : tellings) {
            if (telling.append() == append) {
                return true;
            }
        }
        return false;
    }

    /** Tells all. The caller's own append, if it is among them, is settled and wakes nobody: the leader may have more to commit. */
    void tell() {
        List<Telling> asleep = new ArrayList<>(tellings.size());
        for (Telling telling : tellings) {
            if (telling.append().callsFrom(Thread.currentThread())) {
                telling.append().settle(telling.outcome());
            } else {
                asleep.add(telling);
            }
        }
        int group = Math.max(1, Math.ceilDiv(asleep.size(), WOKEN_BY_THE_LEADER));
        for (int from = 0; from < asleep.size(); from += group) {
            tell(asleep.subList(from, Math.min(asleep.size(), from + group)));
        }
    }

    private static void tell(List<Telling> group) {
        List<PendingAppend> others = new ArrayList<>(group.size());
        for (Telling telling : group.subList(1, group.size())) {
            if (telling.append().settle(telling.outcome())) {
                others.add(telling.append());
            }
        }
        Telling first = group.getFirst();
        if (first.append().settle(first.outcome(), others)) {
            first.append().wake();
        } else {
            // it was given up, so it is gone and wakes nobody
            others.forEach(PendingAppend::wake);
        }
    }
}
