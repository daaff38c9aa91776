package cn.dandang.kit.decision;

import cn.dandang.contracts.Ground;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Something that happened to one aggregate. A record whose components named {@code ground}, {@code factIds} and {@code jurisdiction} fill the envelope.
 * Carries no secret and no open personal text.
 */
public interface DomainEvent {
    /** The facts concerned; empty when none. */
    default List<String> factIds() {
        return List.of();
    }

    /** The clause that allowed it, as the rules stood; null only where no rule was asked. */
    default @Nullable Ground ground() {
        return null;
    }

    /** The deciding body's jurisdiction, GB/T 2260; null for that of the acting office. Say it where reactions or the ticker act. */
    default @Nullable String jurisdiction() {
        return null;
    }
}
