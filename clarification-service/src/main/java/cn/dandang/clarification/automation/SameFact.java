package cn.dandang.clarification.automation;

import cn.dandang.clarification.reported.ReportedFact;
import cn.dandang.clarification.reported.ReportedFacts;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;

/** All facts that officers found to be the same as one, with what is known of them; itself first. */
public final class SameFact {
    private final Function<String, ReportedFact> states;

    /** @param states the state of a stream of reported facts */
    public SameFact(Function<String, ReportedFact> states) {
        this.states = states;
    }

    ReportedFact of(String factId) {
        return states.apply(ReportedFacts.stream(factId));
    }

    /** @param withoutLink a link that counts no longer, or an empty text */
    public Map<String, ReportedFact> all(String factId, String withoutLink) {
        Map<String, ReportedFact> found = new LinkedHashMap<>();
        Deque<String> open = new ArrayDeque<>();
        open.add(factId);
        while (!open.isEmpty()) {
            String next = open.removeFirst();
            if (!found.containsKey(next)) {
                ReportedFact known = of(next);
                found.put(next, known);
                known.links().forEach((link, other) -> {
                    if (!link.equals(withoutLink)) {
                        open.add(other);
                    }
                });
            }
        }
        return found;
    }
}
