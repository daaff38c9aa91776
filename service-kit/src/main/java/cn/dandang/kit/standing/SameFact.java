package cn.dandang.kit.standing;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;

/**
 * All facts that officers found to be the same as one, with what is known of them; itself first.
 *
 * @param known what is known of a fact, by its id
 * @param <S>   what a service knows of a fact
 */
public record SameFact<S extends Linked>(Function<String, S> known) {

    public S of(String factId) {
        return known.apply(factId);
    }

    public Map<String, S> all(String factId) {
        return all(factId, "");
    }

    /** @param withoutLink a link that counts no longer */
    public Map<String, S> all(String factId, String withoutLink) {
        Map<String, S> found = new LinkedHashMap<>();
        Deque<String> open = new ArrayDeque<>();
        open.add(factId);
        while (!open.isEmpty()) {
            String next = open.removeFirst();
            if (!found.containsKey(next)) {
                S state = of(next);
                found.put(next, state);
                state.links().forEach((link, other) -> {
                    if (!link.equals(withoutLink)) {
                        open.add(other);
                    }
                });
            }
        }
        return found;
    }
}
