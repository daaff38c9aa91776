package cn.dandang.kit.testing;

import cn.dandang.kit.codec.EventCodec;
import cn.dandang.kit.codec.Upcaster;
import cn.dandang.kit.decision.Decider;
import cn.dandang.kit.orders.Deciders;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Watches that the spelling of event names stays: the names of the deciders must be those of the resource {@code pinned-names.txt}, one
 * {@code name revision} a line. A new name is added there by hand; a name or revision in it is never taken back.
 * <pre>{@code @Test void names_are_pinned() { PinnedNames.of(new TalkDecider()).match(TalkDecider.class); }}</pre>
 */
public final class PinnedNames {
    static final String RESOURCE = "/pinned-names.txt";

    private final Map<String, Integer> names;

    private PinnedNames(Map<String, Integer> names) {
        this.names = names;
    }

    public static PinnedNames of(Decider<?, ?, ?>... deciders) {
        return of(List.of(deciders), List.of());
    }

    public static PinnedNames of(List<? extends Decider<?, ?, ?>> deciders, List<? extends Upcaster> upcasters) {
        return new PinnedNames(EventCodec.of(new Deciders(deciders).eventFamilies(), upcasters).names());
    }

    /** @param test a class of the module whose test resources hold the file */
    public void match(Class<?> test) {
        match(TestResources.lines(test, RESOURCE));
    }

    void match(List<String> lines) {
        Map<String, Integer> pinned = new TreeMap<>();
        for (String line : lines) {
            String[] parts = line.strip().split("\\s+");
            pinned.put(parts[0], Integer.parseInt(parts[1]));
        }
        List<String> wrong = new ArrayList<>();
        pinned.forEach((name, revision) -> {
            Integer now = names.get(name);
            if (now == null) {
                wrong.add(name + " is pinned but no event has this name any more: old ledgers could not be read.");
            } else if (now < revision) {
                wrong.add(name + " went back from revision " + revision + " to " + now + ".");
            } else if (now > revision) {
                wrong.add(name + " is at revision " + now + " now: write \"" + name + " " + now + "\" into " + RESOURCE + " and add an upcaster.");
            }
        });
        names.forEach((name, revision) -> {
            if (!pinned.containsKey(name)) {
                wrong.add("New event: add the line \"" + name + " " + revision + "\" to " + RESOURCE + "; its spelling is for ever.");
            }
        });
        if (!wrong.isEmpty()) {
            throw new AssertionError(String.join("\n", wrong));
        }
    }
}
