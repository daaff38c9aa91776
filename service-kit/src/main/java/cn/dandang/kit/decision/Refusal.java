package cn.dandang.kit.decision;

import cn.dandang.contracts.Citation;
import cn.dandang.policy.Message;
import java.util.List;

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
}
