package cn.dandang.kit.reaction;

import cn.dandang.kit.decision.DomainEvent;
import cn.dandang.kit.decision.EventName;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What became of a fact. */
public sealed interface ConclusionEvent extends DomainEvent {

    /**
     * A reaction is concluded for a fact, for good.
     *
     * @param fact      id of the published fact, {@code <service>/<position>/<part>}
     * @param targets   fixed by the first handling that could be concluded
     * @param retriedBy the person who had it tried again after it lay in the dead letters; null otherwise
     */
    @EventName("reaction.concluded.v1")
    record ReactionConcluded(String reaction, String fact, String factType, String jurisdiction, List<TargetConclusion> targets, @Nullable String retriedBy) implements ConclusionEvent {
        public ReactionConcluded {
            targets = List.copyOf(targets);
        }
    }
}
