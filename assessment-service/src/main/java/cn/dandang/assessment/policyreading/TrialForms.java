package cn.dandang.assessment.policyreading;

import cn.dandang.policy.Message;
import cn.dandang.policy.Occasion;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a trial is given and what it answers, in the shapes of this API. */
final class TrialForms {
    private TrialForms() {}

    /**
     * @param asOf          the day of the decision; today where it is absent
     * @param actOn         the day of the act; where it is given both days are answered
     * @param policyVersion the version that a record names; the rules of now where it is absent
     */
    record TrialRequest(@NotBlank String question, @NotBlank String jurisdiction, @Nullable LocalDate asOf, @Nullable LocalDate actOn, @Size(max = 50) @Nullable String policyVersion,
                        @Size(max = 50) @Nullable Map<String, BigDecimal> numbers, @Size(max = 50) @Nullable Map<String, LocalDate> dates, @Size(max = 200) @Nullable Set<@NotNull String> holds,
                        @Size(max = 200) @Nullable Set<@NotNull String> fails, @Size(max = 200) @Nullable Set<@NotNull String> near, @Size(max = 200) @Nullable Set<@NotNull String> chosen,
                        @Size(max = 50) @Nullable Map<String, @NotNull Set<@NotNull String>> selected) {
        TrialRequest {
            numbers = Objects.requireNonNullElse(numbers, Map.of());
            dates = Objects.requireNonNullElse(dates, Map.of());
            holds = Objects.requireNonNullElse(holds, Set.of());
            fails = Objects.requireNonNullElse(fails, Set.of());
            near = Objects.requireNonNullElse(near, Set.of());
            chosen = Objects.requireNonNullElse(chosen, Set.of());
            selected = Objects.requireNonNullElse(selected, Map.of());
        }
    }

    record Named(String id, Message label) {}

    record Select(String id, Message label, boolean several, List<Named> options) {}

    /** @param nearly whether a finding may also be nearly so, or on both sides */
    record InputsAnswer(String question, Message title, List<String> numbers, List<String> dates, List<Named> findings, boolean nearly, List<Named> choices, List<Select> selects, boolean decides) {}

    /** One part of an answer of several: an outcome for a person or unit, an effect, a duty. */
    record Line(Message about, Message result, Message says, @Nullable String support, String acts, List<cn.dandang.contracts.Citation> clauses, @Nullable String reading, List<Shown.Rule> nationalRules,
                Shown.TraceAnswer trace) {}

    /**
     * What holds on one day.
     *
     * @param verdict absent where the answer here has no deciding form: then it is what the clause says, and a person applies it
     */
    record OnDay(Shown.Answer answer, @Nullable String verdict, @Nullable Message says, boolean actsByItself, boolean exceptionAllowed, List<Shown.ParameterAnswer> parameters, List<Line> lines,
                 Shown.TraceAnswer trace) {

        /** Whether another day gives another answer, whatever the days themselves are called. */
        boolean differs(OnDay other) {
            return !substance().equals(other.substance());
        }

        private List<Object> substance() {
            return List.of(answer.outcome(), String.valueOf(answer.rule()), String.valueOf(answer.support()), answer.acts(), answer.modal(), answer.says(), answer.clauses(), String.valueOf(verdict),
                    exceptionAllowed, lines.stream().map(line -> List.of(line.about(), line.result(), line.says(), String.valueOf(line.support()), line.acts(), line.clauses())).toList());
        }
    }

    /**
     * The two days of a case.
     *
     * @param goesBy  NOT_STATED unless the clause says by which day it goes
     * @param other   what holds by the other day; absent where both days give the same
     */
    record Days(LocalDate actOn, LocalDate decidedOn, Occasion.By goesBy, Message says, boolean differ, @Nullable OnDay other) {}

    /** @param days absent unless the day of the act was given */
    record TrialAnswer(Message title, Shown.Answer answer, @Nullable String verdict, @Nullable Message says, boolean actsByItself, boolean exceptionAllowed, List<Shown.ParameterAnswer> parameters,
                       List<Line> lines, Shown.TraceAnswer trace, @Nullable Days days) {

        static TrialAnswer of(Message title, OnDay held, @Nullable Days days) {
            boolean open = days != null && days.differ() && days.goesBy() == Occasion.By.NOT_STATED;
            return new TrialAnswer(title, held.answer(), held.verdict(), held.says(), held.actsByItself() && !open, held.exceptionAllowed(), held.parameters(), held.lines(), held.trace(), days);
        }
    }
}
