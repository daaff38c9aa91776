package cn.dandang.kit.codec;

import cn.dandang.contracts.Citation;
import cn.dandang.contracts.Support;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the ledger keeps beside an event's payload: who acted, when, in which office, on which ground.
 *
 * @param actedAt        business time of the act
 * @param actor          who, in which office
 * @param jurisdiction   of the deciding body: the event's own, else the office's
 * @param factIds        the facts concerned
 * @param support        how the clauses bear it; null where no rule was asked
 * @param clauses        the clauses that allowed it
 * @param rulesVersion   the rules as they stood
 * @param correlation    what the order belongs to
 * @param causation      id of the published fact or request that caused it, or null
 * @param classification who may see it at most
 * @param order          id of the order; all records of one order are one append
 * @param request        digest of the request that brought an idempotency key, on the order's first record only
 */
public record Envelope(Instant actedAt, By actor, String jurisdiction, List<String> factIds, @Nullable Support support, List<Citation> clauses, String rulesVersion,
                       @Nullable String correlation, @Nullable String causation, Classification classification, String order, @Nullable String request) {
    public Envelope {
        factIds = List.copyOf(factIds);
        clauses = List.copyOf(clauses);
    }

    /** A person in an office. */
    public record By(String person, String office) {}

    /** Who may see a record at most. */
    public enum Classification {
        /** Officials with a role in the matter. */
        INTERNAL,
        /** As INTERNAL; carries sealed personal values. */
        PERSONAL,
        /** Of reports: inside clarification only. */
        REPORT
    }
}
