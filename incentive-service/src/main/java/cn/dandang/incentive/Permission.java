package cn.dandang.incentive;

import cn.dandang.kit.decision.Actor;
import cn.dandang.kit.decision.Refusal;
import cn.dandang.kit.decision.Role;
import cn.dandang.kit.security.Require;
import java.util.Optional;

/** Who may act: role, place and own case, asked in this order by every decision. */
public final class Permission {
    private Permission() {}

    /** The refusal, or empty when the actor holds one of the roles in an office of this place. */
    public static Optional<Refusal> within(Actor actor, String jurisdiction, Role first, Role... others) {
        return Require.role(actor, first, others).or(() -> Require.jurisdiction(actor, jurisdiction));
    }

    /** As {@link #within}, and the actor is not the person concerned. */
    public static Optional<Refusal> about(String cadre, Actor actor, String jurisdiction, Role first, Role... others) {
        return within(actor, jurisdiction, first, others).or(() -> Require.notOwnCase(actor, cadre));
    }

    /** The platform following a decision by itself, or an official of the place who accepted it. */
    public static Optional<Refusal> followingDecision(String cadre, Actor actor, String jurisdiction) {
        return about(cadre, actor, jurisdiction, Role.ORG_DECIDER, Role.BENEFITS_OFFICER);
    }
}
