package cn.dandang.kit.reaction;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A fact that a service's reactions could not handle, or one parked behind it.
 *
 * @param id           the same for ever for the same record of a topic
 * @param reason       what failed, without any content
 * @param factType     pinned name, null if the record does not say
 * @param jurisdiction of the fact; the centre where the record does not say
 * @param resolvedBy   who had it tried again with success; null while it lies here
 */
public record DeadLetter(String id, Kind kind, String reason, String topic, int partition, long offset, String rootCase, @Nullable String factId, @Nullable String factType,
                         String jurisdiction, Instant since, @Nullable String resolvedBy) {

    /** Why it lies here. */
    public enum Kind {
        /** It could not be handled. */
        FAILED,
        /** An earlier fact of the same case lies here, and facts of one case keep their order. */
        PARKED
    }

    boolean open() {
        return resolvedBy == null;
    }

    DeadLetter resolved(String person) {
        return new DeadLetter(id, kind, reason, topic, partition, offset, rootCase, factId, factType, jurisdiction, since, person);
    }
}
