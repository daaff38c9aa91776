package cn.dandang.tolerance.api;

import cn.dandang.kit.decision.Actor;
import cn.dandang.kit.decision.Role;
import cn.dandang.kit.view.Filter;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Which rows a list shows: those of the officer's place, of the unit, of the cadre himself; to the auditor all. */
final class Reach {
    private Reach() {}

    static Filter[] of(Actor actor) {
        return of(actor, List.of());
    }

    static Filter[] of(Actor actor, List<Filter> more) {
        List<Filter> filters = new ArrayList<>(more);
        if (!Door.auditor(actor)) {
            if (Door.officer(actor)) {
                filters.add(Filter.eq("jurisdiction", actor.jurisdiction()));
            } else if (actor.has(Role.UNIT_PARTY_ORGANISATION)) {
                filters.add(Filter.eq("unit", actor.unit()));
            } else {
                filters.add(Filter.eq("cadre", actor.person()));
            }
        }
        return filters.toArray(Filter[]::new);
    }

    static void add(List<Filter> filters, String field, @Nullable String value) {
        if (value != null && !value.isBlank()) {
            filters.add(Filter.eq(field, value));
        }
    }
}
