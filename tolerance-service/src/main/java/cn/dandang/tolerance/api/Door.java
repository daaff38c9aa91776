package cn.dandang.tolerance.api;

import cn.dandang.kit.decision.Actor;
import cn.dandang.kit.decision.Role;
import cn.dandang.kit.problem.ProblemException;
import cn.dandang.kit.problem.ProblemType;
import cn.dandang.kit.security.Access;
import cn.dandang.policy.Message;
import java.util.List;

/** Who may look, and at what. Assessors, selectors and awarders learn nothing here, not even whether something exists. */
final class Door {
    private static final String CENTRE = "000000";

    private Door() {}

    /** The same 403 for every address to all who have no part in tolerance. */
    static void enter(Actor actor) {
        Access.role(actor, Role.DISCIPLINE_OFFICER, Role.DISCIPLINE_DECIDER, Role.APPEAL_REVIEWER, Role.SUPERVISOR, Role.UNIT_PARTY_ORGANISATION, Role.CADRE, Role.AUDITOR);
    }

    static boolean officer(Actor actor) {
        return actor.has(Role.DISCIPLINE_OFFICER) || actor.has(Role.DISCIPLINE_DECIDER) || actor.has(Role.APPEAL_REVIEWER) || actor.has(Role.SUPERVISOR);
    }

    static boolean auditor(Actor actor) {
        return actor.has(Role.AUDITOR) && actor.jurisdiction().equals(CENTRE);
    }

    /** Whether the actor is the cadre, his unit's organisation, an officer of the place, or the auditor. */
    static boolean mayRead(Actor actor, String jurisdiction, String cadre, String unit) {
        return officer(actor) && actor.jurisdiction().equals(jurisdiction) || auditor(actor) || concerned(actor, cadre, unit);
    }

    static boolean concerned(Actor actor, String cadre, String unit) {
        return actor.has(Role.CADRE) && actor.person().equals(cadre) || actor.has(Role.UNIT_PARTY_ORGANISATION) && actor.unit().equals(unit);
    }

    /** 403 for an officer of another place; for a cadre or a unit the same 404 as for what does not exist. */
    static void read(Actor actor, String jurisdiction, String cadre, String unit, String zh, String en, String id) {
        if (mayRead(actor, jurisdiction, cadre, unit)) {
            return;
        }
        if (officer(actor)) {
            throw ProblemException.of(ProblemType.WRONG_JURISDICTION, Message.of("这属于" + jurisdiction + "，您的职务在" + actor.jurisdiction() + "。",
                    "This belongs to " + jurisdiction + "; your office is in " + actor.jurisdiction() + "."), List.of());
        }
        throw ProblemException.notFound(zh, en, id);
    }

    /** An order by somebody who is neither an officer nor concerned meets the same 404 as for what does not exist. */
    static void order(Actor actor, String cadre, String unit, String zh, String en, String id) {
        if (!officer(actor) && !auditor(actor) && !concerned(actor, cadre, unit)) {
            throw ProblemException.notFound(zh, en, id);
        }
    }
}
