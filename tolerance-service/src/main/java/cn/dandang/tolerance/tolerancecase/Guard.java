package cn.dandang.tolerance.tolerancecase;

import cn.dandang.kit.decision.Actor;
import cn.dandang.kit.decision.Refusal;
import cn.dandang.kit.decision.Role;
import cn.dandang.policy.Message;
import cn.dandang.tolerance.refusal.Access;
import cn.dandang.tolerance.refusal.ToleranceRefusal.Recused;
import cn.dandang.tolerance.refusal.ToleranceRefusal.RefusedByRule;
import cn.dandang.tolerance.refusal.ToleranceRefusal.WrongState;
import cn.dandang.tolerance.tolerancecase.ToleranceState.Existing;
import cn.dandang.tolerance.tolerancecase.ToleranceState.Undecided;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Checks that several orders to a tolerance case share. */
final class Guard {
    private Guard() {}

    /** An investigator of the body, not in his own case, not recused, and none of those who decided it. */
    static @Nullable Refusal investigator(Actor actor, CaseFile file) {
        return Access.firstOf(
                () -> handler(actor, file, Role.DISCIPLINE_OFFICER),
                () -> file.deciders().contains(actor.person()) ? new Recused(Message.of(
                        "您参加了本案的决定，不能再作调查核实。", "You took part in deciding this case and cannot investigate it.")) : null);
    }

    /** An office of the body with one of the roles, held by somebody whom nothing keeps from the case. */
    static @Nullable Refusal handler(Actor actor, CaseFile file, Role... roles) {
        return Access.firstOf(
                () -> Access.officeOf(actor, file.matter().body(), file.matter().jurisdiction(), roles),
                () -> Access.notOwnCase(actor, file.matter().cadre()),
                () -> Access.notRecused(actor, file.recused()));
    }

    /** Somebody of the body who took no part in the investigation. */
    static @Nullable Refusal decider(Actor actor, CaseFile file, Role role) {
        return Access.firstOf(
                () -> handler(actor, file, role),
                () -> file.investigators().contains(actor.person()) ? new Recused(Message.of(
                        "您参加了本案的调查核实，不能参加决定。", "You investigated this case and cannot take part in its decision.")) : null);
    }

    static @Nullable Refusal undecided(Existing state) {
        return state instanceof Undecided ? null : new WrongState(Message.of("本案已经作出决定或已办结。", "The case is decided or closed."));
    }

    /** A recusal asked for is decided before the next step (B-21). */
    static @Nullable Refusal noRecusalOpen(CaseFile file) {
        return file.recusalOpen() ? new RefusedByRule(Message.of("有回避申请尚未决定，须先由他人决定。",
                "A recusal was asked for and is not decided; somebody else decides it first."), List.of()) : null;
    }
}
