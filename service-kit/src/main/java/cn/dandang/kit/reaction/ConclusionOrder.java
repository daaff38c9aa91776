package cn.dandang.kit.reaction;

import cn.dandang.kit.decision.Command;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Orders to a conclusion. */
public sealed interface ConclusionOrder extends Command {

    /** Conclude a reaction to a fact: once, in the same append as its effects. Only the platform does. */
    record Conclude(String stream, String reaction, String fact, String factType, String jurisdiction, List<TargetConclusion> targets, @Nullable String retriedBy) implements ConclusionOrder {
        public Conclude {
            targets = List.copyOf(targets);
        }
    }
}
