package cn.dandang.kit.publishing;

import cn.dandang.kit.decision.DomainEvent;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An event as the ledger holds it: its place, its envelope and itself.
 *
 * @param service      whose ledger
 * @param position     place in the ledger: 0, 1, 2 … without a gap, in commit order
 * @param id           unique in the ledger
 * @param stream       {@code <kind>-<uuid>}
 * @param version      place in the stream
 * @param type         pinned name
 * @param actedAt      business time of the act
 * @param recordedAt   system time of the append
 * @param person       who acted, {@code system} for reactions and the ticker
 * @param office       in which office
 * @param jurisdiction of the office
 * @param correlation  what the append belongs to, or null
 * @param causation    id of the published fact or request that caused it, or null
 * @param once         the key of the cause; the id itself where no cause is deduplicated
 * @param rulesVersion the rules as they stood
 */
public record RecordedEvent(String service, long position, String id, String stream, long version, String type, int revision,
                            Instant actedAt, Instant recordedAt, String person, String office, String jurisdiction,
                            @Nullable String correlation, @Nullable String causation, String once, String rulesVersion, DomainEvent event) {

    /** Id of the stream without its kind. */
    public String streamId() {
        return stream.substring(stream.length() - 36);
    }
}
