package cn.dandang.incentive.automation;

import cn.dandang.incentive.standing.FactStanding;
import cn.dandang.incentive.standing.FactStandings;
import cn.dandang.kit.reaction.ReactionContext;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;

/** All facts that officers found to be the same as one, with their standings; itself first. */
final class SameFact {
    private final ReactionContext context;
    private final FactStandings decider;

    SameFact(ReactionContext context, FactStandings decider) {
        this.context = context;
        this.decider = decider;
    }

    FactStanding standing(String factId) {
        return context.state(FactStandings.stream(factId), decider);
    }

    /** @param withoutLink a link that counts no longer, or an empty text */
    Map<String, FactStanding> all(String factId, String withoutLink) {
        Map<String, FactStanding> found = new LinkedHashMap<>();
        Deque<String> open = new ArrayDeque<>();
        open.add(factId);
        while (!open.isEmpty()) {
            String next = open.removeFirst();
            if (!found.containsKey(next)) {
                FactStanding standing = standing(next);
                found.put(next, standing);
                standing.links().forEach((link, other) -> {
                    if (!link.equals(withoutLink)) {
                        open.add(other);
                    }
                });
            }
        }
        return found;
    }
}
