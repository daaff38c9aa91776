package cn.dandang.assessment.policy;

import cn.dandang.contracts.PolicyItem;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A change of the rules in the list.
 *
 * @param from  the earliest first day of its items
 * @param items how many
 */
record ChangeRow(String id, long version, State state, String title, String jurisdiction, LocalDate from, int items, String draftedBy, Instant draftedAt, LocalDate draftedOn, @Nullable String reviewedBy) {

    enum State { DRAFTED, APPROVED, REJECTED, PUBLISHED }

    static ChangeRow of(ChangeEvent.ChangeDrafted drafted, long version, Instant at) {
        LocalDate from = drafted.items().stream().map(PolicyItem::from).min(LocalDate::compareTo).orElse(drafted.draftedOn());
        return new ChangeRow(drafted.change(), version, State.DRAFTED, drafted.title(), drafted.jurisdiction(), from, drafted.items().size(), drafted.byPerson(), at, drafted.draftedOn(), null);
    }

    ChangeRow moved(long to, State next, String reviewer) {
        return new ChangeRow(id, to, next, title, jurisdiction, from, items, draftedBy, draftedAt, draftedOn, reviewer);
    }
}
