package cn.dandang.assessment.policyreading;

import cn.dandang.assessment.policyreading.TrialForms.InputsAnswer;
import cn.dandang.assessment.policyreading.TrialForms.TrialAnswer;
import cn.dandang.assessment.policyreading.TrialForms.TrialRequest;
import cn.dandang.kit.clock.BusinessClock;
import cn.dandang.kit.decision.Actor;
import cn.dandang.kit.policy.CurrentPolicy;
import cn.dandang.kit.problem.ProblemException;
import cn.dandang.policy.PolicySnapshot;
import jakarta.validation.Valid;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What would hold for a place, a day and these facts, by the rules of now or of a recorded version. A trial: no order, no event, no record. */
@RestController
@RequestMapping("/api/assessment/v1/policy")
final class TrialController {
    private final CurrentPolicy policy;
    private final PolicyReleases releases;
    private final BusinessClock clock;

    TrialController(CurrentPolicy policy, PolicyReleases releases, BusinessClock clock) {
        this.policy = policy;
        this.releases = releases;
        this.clock = clock;
    }

    @GetMapping("/questions/{question}/inputs")
    InputsAnswer inputs(Actor actor, @PathVariable String question, @RequestParam String jurisdiction, @RequestParam(required = false) @Nullable LocalDate asOf,
                        @RequestParam(required = false) @Nullable String policyVersion) {
        PolicySnapshot asked = version(policyVersion);
        LocalDate day = asOf == null ? clock.today() : asOf;
        String place = Places.code(jurisdiction);
        return evaluations(asked, question, place).inputs(day);
    }

    @PostMapping("/evaluations")
    TrialAnswer evaluate(Actor actor, @Valid @RequestBody TrialRequest trial) {
        PolicySnapshot asked = version(trial.policyVersion());
        String place = Places.code(trial.jurisdiction());
        LocalDate day = trial.asOf() == null ? clock.today() : trial.asOf();
        if (trial.actOn() != null && trial.actOn().isAfter(day)) {
            throw ProblemException.malformed("行为发生之日不得晚于作出决定之日。", "The day of the act is not after the day of the decision.");
        }
        try {
            return evaluations(asked, trial.question(), place).answer(trial, day);
        } catch (IllegalArgumentException contradiction) {
            throw ProblemException.malformed("给出的事实互相矛盾、超出范围或不是本条所问：部分不得大于总数，同一条件不得既成立又不成立。",
                    "The facts contradict each other, are out of range or are not asked here: a part is not more than its whole, a condition does not both hold and fail.");
        }
    }

    private static Evaluations evaluations(PolicySnapshot asked, String question, String place) {
        if (!Evaluations.known(asked, question)) {
            throw ProblemException.notFound("规则问题", "question", question);
        }
        return new Evaluations(asked, question, place);
    }

    private PolicySnapshot version(@Nullable String rulesVersion) {
        return rulesVersion == null ? policy.snapshot() : releases.at(rulesVersion).orElseThrow(() -> ProblemException.notFound("规则版本", "version of the rules", rulesVersion));
    }
}
