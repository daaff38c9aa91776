package cn.dandang.clarification;

import cn.dandang.kit.decision.Actor;
import cn.dandang.kit.decision.Refusal;
import cn.dandang.kit.decision.Role;
import cn.dandang.kit.security.Require;
import java.util.Optional;

/** Who may act on reports. Another place, and the accused himself, are answered as if there were nothing. */
public final class Permission {
    private Permission() {}

    /** The roles that know of reports at all. */
    public static Optional<Refusal> insider(Actor actor) {
        return Require.role(actor, Role.REPORT_OFFICER, Role.PROTECTION_OFFICER);
    }

    /** An officer of the place who is not the accused; to all other officers there is no such matter. */
    public static Optional<Refusal> on(String accused, String jurisdiction, Actor actor) {
        return insider(actor).or(() -> mayKnow(accused, jurisdiction, actor) ? Optional.empty() : Optional.of(new ClarificationRefusal.Unknown()));
    }

    /** Whether this insider may know of a matter about this person in this place. */
    public static boolean mayKnow(String accused, String jurisdiction, Actor actor) {
        return actor.isSystem() || actor.jurisdiction().equals(jurisdiction) && !actor.person().equals(accused);
    }
}
