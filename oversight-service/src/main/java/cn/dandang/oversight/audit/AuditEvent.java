package cn.dandang.oversight.audit;

import cn.dandang.contracts.Citation;
import cn.dandang.contracts.Support;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One published fact as the auditor lists it.
 *
 * @param id             sortable: service, position and part
 * @param fact           id of the published fact
 * @param places         the places of its clauses, for the filter
 * @param leaf           of the fact as it was received, so that this list can be compared with ledger and topic
 * @param ledgerPosition where its event stands in the service's ledger
 */
record AuditEvent(String id, String fact, String service, long ledgerPosition, int part, String type, String jurisdiction, @Nullable String person, String rootCase,
                  Instant actedAt, Instant recordedAt, List<Citation> clauses, List<String> places, @Nullable Support support, boolean demonstration, String rulesVersion, String leaf) {}
