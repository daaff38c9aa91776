package cn.dandang.oversight.dossier;

import cn.dandang.contracts.Citation;
import cn.dandang.contracts.Support;
import cn.dandang.policy.Message;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One row of a timeline.
 *
 * @param id             of the published fact
 * @param ledgerPosition of the event in its service's ledger: where an auditor finds it
 * @param working        whether assessors, selectors and awarders see it now
 */
record DossierEntry(String id, String person, String matter, String kind, Instant at, LocalDate on, Message label, String service, long ledgerPosition, String jurisdiction,
                    List<Citation> clauses, @Nullable Support support, boolean demonstration, @Nullable String cause, String rootCase, boolean working) {

    DossierEntry hidden() {
        return new DossierEntry(id, person, matter, kind, at, on, label, service, ledgerPosition, jurisdiction, clauses, support, demonstration, cause, rootCase, false);
    }
}
