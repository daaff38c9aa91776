package cn.dandang.kit.security;

import cn.dandang.contracts.Citation;
import cn.dandang.kit.decision.Actor;
import cn.dandang.kit.decision.Refusal;
import cn.dandang.kit.decision.Role;
import cn.dandang.kit.problem.ProblemException;
import cn.dandang.kit.problem.ProblemType;
import java.util.List;
import java.util.Optional;

/** The same checks for queries: answers with the problem instead of a refusal. */
public final class Access {
    private Access() {}

    /** 403 unless the office holds one of these roles. */
    public static void role(Actor actor, Role first, Role... others) {
        orProblem(Require.role(actor, first, others));
    }

    /** 403 unless the actor may read what belongs to this jurisdiction. */
    public static void mayRead(Actor actor, String jurisdiction) {
        if (!Require.mayRead(actor, jurisdiction)) {
            orProblem(Optional.of(new AccessRefusal.WrongJurisdiction(jurisdiction, actor.jurisdiction())));
        }
    }

    /** Answers with the refusal's problem if there is one. */
    public static void orProblem(Optional<? extends Refusal> refusal) {
        if (refusal.isPresent()) {
            Refusal why = refusal.get();
            List<Citation> clauses = why.clauses();
            throw ProblemException.of(ProblemType.of(why.slug()), why.message(), clauses);
        }
    }
}
