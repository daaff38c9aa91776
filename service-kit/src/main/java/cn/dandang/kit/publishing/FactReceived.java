package cn.dandang.kit.publishing;

import cn.dandang.contracts.PublishedFact;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A published fact as it came over the wire. (service, position, part) is its identity: a repeat has the same.
 *
 * @param id           {@code <service>/<position>/<part>}
 * @param service      who published it
 * @param position     place in the publisher's ledger
 * @param part         which of the facts of that event, from 0
 * @param parts        how many there are
 * @param recordedAt   system time of the publisher's append
 * @param actedAt      business time of the act
 * @param jurisdiction of the deciding body
 * @param correlation  what it belongs to, or null
 * @param causation    what caused it, or null
 * @param rulesVersion the rules as they stood
 */
public record FactReceived<F extends PublishedFact>(String id, String service, long position, int part, int parts, Instant recordedAt, Instant actedAt,
                                                    String jurisdiction, @Nullable String correlation, @Nullable String causation, String rulesVersion, F fact) {

    /** The root case, the key on the wire. */
    public String rootCase() {
        return fact.rootCase();
    }

    /** Pinned name of the fact's type. */
    public String type() {
        return fact.type();
    }
}
