package cn.dandang.kit.reaction;

import cn.dandang.contracts.PublishedFact;
import cn.dandang.kit.publishing.FactReceived;
import java.util.List;

/**
 * What a service does about one type of fact of another service. Each fact is concluded exactly once per reaction: its effects and the
 * conclusion are one append. Never waits for another fact: it orders that what it learned be recorded, and decides when the rest comes.
 *
 * @param <F> the fact reacted to; a sealed family is allowed
 */
public interface Reaction<F extends PublishedFact> {

    /** Pinned name, part of the once key: {@code when-tolerance-granted-then-annul-evaluations}. For ever. */
    String name();

    Class<F> on();

    /** One effect per target, or none. Without side effects; called again when a technical failure came between. */
    List<Effect> effects(FactReceived<F> fact, ReactionContext context);

    /** The reason recorded when there is no effect, as one English sentence or code. Tells nothing personal. */
    String nothingToDo();

    /** True when the fact is one of this service's own: something that follows from it here is asked of a person. Then its own topic is read too. */
    default boolean onOwnFacts() {
        return false;
    }
}
