package cn.dandang.kit.reaction;

import cn.dandang.kit.decision.Actor;
import cn.dandang.kit.decision.Role;
import cn.dandang.kit.problem.ProblemException;
import cn.dandang.kit.problem.ProblemType;
import cn.dandang.kit.security.Access;
import cn.dandang.kit.security.Require;
import cn.dandang.kit.security.AccessRefusal;
import cn.dandang.kit.web.Creation;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * Facts that could not be handled. Deciders of the fact's jurisdiction or of a level above it see them and have them tried again; auditors
 * see them. Never shows a fact's content.
 */
@RestController
@RequestMapping("/api/${dandang.service}/v1/dead-letters")
public class DeadLetterController {
    private final DeadLetters deadLetters;
    private final DeadLetterRetry retry;

    private final Set<Role> retriers;

    /** @param reports whether this is the service of reports, where nobody but its own officers gets in */
    DeadLetterController(DeadLetters deadLetters, DeadLetterRetry retry, boolean reports) {
        this.deadLetters = deadLetters;
        this.retry = retry;
        this.retriers = reports ? EnumSet.of(Role.REPORT_OFFICER, Role.PROTECTION_OFFICER) : EnumSet.of(Role.ORG_DECIDER, Role.DISCIPLINE_DECIDER);
    }

    /** The letters of the actor's jurisdiction and the levels below. */
    public record DeadLetterList(List<DeadLetter> items) {}

    /** What came of a retry. */
    public record RetryAnswer(List<String> resolved, @Nullable String failedAt, @Nullable String reason) {}

    @GetMapping
    DeadLetterList list(Actor actor) {
        Access.role(actor, Role.AUDITOR, retriers.toArray(Role[]::new));
        return new DeadLetterList(deadLetters.all().stream().filter(letter -> Require.within(actor, letter.jurisdiction())).toList());
    }

    /** Tries the oldest letter of the same case again and then those parked behind it; harmless when repeated. */
    @PostMapping("/{id}/retry")
    RetryAnswer retry(Creation request, @PathVariable String id) {
        Actor actor = request.actor();
        Access.orProblem(retriers.stream().anyMatch(actor::has) ? Optional.empty() : Optional.of(new AccessRefusal.ForbiddenRole(EnumSet.copyOf(retriers))));
        DeadLetter letter = deadLetters.find(id).map(DeadLetters.Held::letter).orElseThrow(() -> ProblemException.notFound("未处理事实", "dead letter", id));
        if (!Require.within(actor, letter.jurisdiction())) {
            Access.orProblem(Optional.of(new AccessRefusal.WrongJurisdiction(letter.jurisdiction(), actor.jurisdiction())));
        }
        if (!letter.open()) {
            throw ProblemException.of(ProblemType.WRONG_STATE, "该事实已重新处理成功。", "This fact was tried again with success already.");
        }
        DeadLetterRetry.Result result = retry.retry(letter, actor.person());
        return new RetryAnswer(result.resolved(), result.failedAt().orElse(null), result.reason().orElse(null));
    }
}
