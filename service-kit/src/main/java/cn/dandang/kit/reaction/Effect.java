package cn.dandang.kit.reaction;

import cn.dandang.contracts.Ground;
import cn.dandang.kit.decision.Command;
import cn.dandang.kit.decision.Role;
import cn.dandang.policy.Acts;
import cn.dandang.policy.Message;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One effect of a fact on one target.
 *
 * @param target       id of what is affected, part of the once key {@code <reaction>/<fact id>/<target>}; unique among the effects of a fact
 * @param ground       the rule, support and clauses that bear it
 * @param acts         whether the orders run by themselves or a person is asked
 * @param reading      the reading that is not confirmed, where a person is asked because of one
 * @param orders       what is done; on asking, what accepting will do
 * @param title        what a list shows
 * @param question     what the person is asked; shown in both languages
 * @param jurisdiction whose office may answer; null for the fact's own
 * @param answeredBy   any of these roles may answer
 */
public record Effect(String target, Ground ground, Acts acts, @Nullable String reading, List<Command> orders, Message title, Message question,
                     @Nullable String jurisdiction, Set<Role> answeredBy) {
    public Effect {
        orders = List.copyOf(orders);
        answeredBy = Set.copyOf(answeredBy);
        if (target.isBlank() || target.length() > 200) {
            throw new IllegalArgumentException("A target has between 1 and 200 characters, not \"" + target + "\".");
        }
        if (answeredBy.isEmpty()) {
            throw new IllegalArgumentException("Somebody must be able to answer: name at least one role for target " + target + ".");
        }
    }

    /** An effect whose question, if it is one, goes to the organisation department's deciders where the fact was decided. */
    public Effect(String target, Ground ground, Acts acts, @Nullable String reading, List<? extends Command> orders, Message title, Message question) {
        this(target, ground, acts, reading, List.copyOf(orders), title, question, null, EnumSet.of(Role.ORG_DECIDER));
    }

    /** The same, answered by these roles in this jurisdiction. */
    public Effect answeredBy(String place, Role first, Role... others) {
        return new Effect(target, ground, acts, reading, orders, title, question, place, EnumSet.of(first, others));
    }
}
