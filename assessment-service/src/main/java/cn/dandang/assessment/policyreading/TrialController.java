package cn.dandang.assessment.policyreading;

import cn.dandang.kit.clock.BusinessClock;
import cn.dandang.kit.decision.Actor;
import cn.dandang.kit.policy.CurrentPolicy;
import cn.dandang.kit.problem.ProblemException;
import cn.dandang.policy.Asked;
import cn.dandang.policy.CatalogueEntry;
import cn.dandang.policy.Form;
import cn.dandang.policy.Message;
import cn.dandang.policy.PolicySnapshot;
import cn.dandang.policy.Resolution;
import cn.dandang.policy.catalogue.Decision;
import cn.dandang.policy.catalogue.Decisions;
import cn.dandang.policy.catalogue.Given;
import cn.dandang.policy.reading.Comparison;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What would hold for a place, a day and these facts. A trial: no order, no event, no record. */
@RestController
@RequestMapping("/api/assessment/v1/policy")
final class TrialController {
    private final CurrentPolicy policy;
    private final BusinessClock clock;

    TrialController(CurrentPolicy policy, BusinessClock clock) {
        this.policy = policy;
        this.clock = clock;
    }

    record TrialRequest(@NotBlank String question, @NotBlank String jurisdiction, @Nullable LocalDate asOf, @Size(max = 50) @Nullable Map<String, BigDecimal> numbers,
                        @Size(max = 50) @Nullable Map<String, LocalDate> dates, @Size(max = 200) @Nullable Set<String> holds, @Size(max = 200) @Nullable Set<String> fails, @Size(max = 200) @Nullable Set<String> chosen) {}

    record Named(String id, Message label) {}

    record Inputs(String question, Message title, List<String> numbers, List<String> dates, List<Named> findings, List<Named> choices, boolean decides) {}

    /** @param verdict absent where the answer here has no deciding form: then it is what the clause says, and a person applies it */
    record TrialAnswer(Message title, Shown.Answer answer, @Nullable String verdict, @Nullable Message says, boolean actsByItself, boolean exceptionAllowed, List<Shown.ParameterAnswer> parameters, Shown.TraceAnswer trace) {}

    @GetMapping("/questions/{question}/inputs")
    Inputs inputs(Actor actor, @PathVariable String question, @RequestParam String jurisdiction, @RequestParam(required = false) @Nullable LocalDate asOf) {
        PolicySnapshot now = policy.snapshot();
        Resolution answer = now.resolve(known(now, question), Places.code(jurisdiction), asOf == null ? clock.today() : asOf);
        Asked asked = form(now, answer).map(Form::asked).orElse(new Asked(Set.of(), Set.of(), Map.of(), Map.of()));
        return new Inputs(question, Comparison.title(now, question), List.copyOf(asked.numbers()), List.copyOf(asked.dates()), named(asked.conditions()), named(asked.measures()), form(now, answer).isPresent());
    }

    @PostMapping("/evaluations")
    TrialAnswer evaluate(Actor actor, @Valid @RequestBody TrialRequest trial) {
        PolicySnapshot now = policy.snapshot();
        String question = known(now, trial.question());
        String place = Places.code(trial.jurisdiction());
        LocalDate day = trial.asOf() == null ? clock.today() : trial.asOf();
        Resolution answer = now.resolve(question, place, day);
        Message title = Comparison.title(now, question);
        if (form(now, answer).isEmpty()) {
            return new TrialAnswer(title, Shown.answer(now, answer), null, null, answer.actsByItself(), false, List.of(), Shown.trace(answer.trace(), answer.trace().checks(), answer.trace().leftToPerson()));
        }
        Decision decision = decide(now, trial, question, place, day);
        return new TrialAnswer(title, Shown.answer(now, answer), decision.verdict().name(), decision.says(), decision.actsByItself(), decision.exceptionAllowed(),
                decision.parameters().stream().map(parameter -> Shown.parameter(now, Objects.requireNonNullElse(decision.mechanism(), question), title, parameter)).toList(),
                Shown.trace(answer.trace(), decision.checks(), decision.leftToPerson()));
    }

    private static Decision decide(PolicySnapshot now, TrialRequest trial, String question, String place, LocalDate day) {
        try {
            Given given = new Given(Objects.requireNonNullElse(trial.numbers(), Map.of()), Objects.requireNonNullElse(trial.dates(), Map.of()), Objects.requireNonNullElse(trial.holds(), Set.of()),
                    Objects.requireNonNullElse(trial.fails(), Set.of()), Objects.requireNonNullElse(trial.chosen(), Set.of()));
            return Decisions.decide(now, question, place, day, given);
        } catch (IllegalArgumentException contradiction) {
            throw ProblemException.malformed("给出的事实互相矛盾、超出范围或不是本条所问：部分不得大于总数，同一条件不得既成立又不成立。",
                    "The facts contradict each other, are out of range or are not asked here: a part is not more than its whole, a condition does not both hold and fail.");
        }
    }

    /** The form by which the answer decides, if it has one. */
    private static Optional<Form> form(PolicySnapshot now, Resolution answer) {
        String rule = answer.ruleId();
        return rule == null || answer.support() == null ? Optional.empty()
                : now.catalogue().of(answer.ruleKey()).stream().map(CatalogueEntry::forms).filter(forms -> forms.containsKey(rule)).map(forms -> forms.get(rule)).findFirst();
    }

    private static List<Named> named(Map<String, Message> words) {
        return words.entrySet().stream().map(word -> new Named(word.getKey(), word.getValue())).toList();
    }

    private static String known(PolicySnapshot now, String question) {
        if (!Comparison.questions(now).contains(question)) {
            throw ProblemException.notFound("规则问题", "question", question);
        }
        return question;
    }
}
