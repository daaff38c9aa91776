package cn.dandang.kit.decision;

import cn.dandang.contracts.Citation;
import cn.dandang.policy.Message;
import java.util.List;
import java.util.Map;

/** Why the platform does not take an order. Families are sealed in the services; the slug decides the HTTP status and names the page in docs/problems. */
public interface Refusal {
    /** {@code wrong-state}, {@code refused-by-rule}, {@code own-case} … */
    String slug();

    /** In the user's words, Chinese and English. */
    Message message();

    /** The clauses that forbid it; empty where no rule refuses. */
    default List<Citation> clauses() {
        return List.of();
    }

    /** Further members of the problem, {@code reading} with the id of the reading that must be confirmed. No personal data. */
    default Map<String, Object> details() {
        return Map.of();
    }
}
