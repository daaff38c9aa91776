package cn.dandang.clarification;

import cn.dandang.kit.decision.Actor;
import cn.dandang.kit.problem.ProblemException;
import cn.dandang.kit.problem.ProblemType;
import cn.dandang.kit.security.Access;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** The edge's side of {@link Permission}: everybody else gets the same 403, whatever there is. */
public final class Insiders {
    private Insiders() {}

    /** 403 to all but those who may know of reports at all. */
    public static void only(Actor actor) {
        Access.orProblem(Permission.insider(actor));
    }

    /** 404, in the same words for what is not there and what this insider may not know. */
    public static ProblemException nothing() {
        return ProblemException.of(ProblemType.NOT_FOUND, new ClarificationRefusal.Unknown().message(), List.of());
    }

    /** The thing, if this insider may know of a matter about this person in this place. */
    public static <T> T known(Actor actor, Optional<T> thing, Function<T, String> accused, Function<T, String> jurisdiction) {
        only(actor);
        return thing.filter(found -> Permission.mayKnow(accused.apply(found), jurisdiction.apply(found), actor)).orElseThrow(Insiders::nothing);
    }
}
