package cn.dandang.kit.web;

import cn.dandang.kit.decision.Actor;
import cn.dandang.kit.problem.ProblemException;
import cn.dandang.kit.problem.ProblemType;
import cn.dandang.kit.security.ActorToken;
import org.springframework.security.core.context.SecurityContextHolder;

/** The signed-in actor of the current request. */
final class CurrentActor {
    private CurrentActor() {}

    static Actor get() {
        if (SecurityContextHolder.getContext().getAuthentication() instanceof ActorToken token) {
            return token.actor();
        }
        throw ProblemException.of(ProblemType.NOT_SIGNED_IN, "请先登录。", "Sign in first.");
    }
}
