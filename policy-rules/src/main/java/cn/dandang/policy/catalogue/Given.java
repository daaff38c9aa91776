package cn.dandang.policy.catalogue;

import cn.dandang.policy.Trace.Verdict;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What is known when a form decides. What is not given is a question to a person, never taken as zero or as no.
 *
 * @param numbers measured numbers by name
 * @param dates   dates by name
 * @param holds   conditions found to hold
 * @param fails   conditions found not to hold
 * @param chosen  measures that a body wants to take
 */
public record Given(Map<String, BigDecimal> numbers, Map<String, LocalDate> dates, Set<String> holds, Set<String> fails, Set<String> chosen) {
    public static final Given NOTHING = new Given(Map.of(), Map.of(), Set.of(), Set.of(), Set.of());

    public Given {
        numbers = Map.copyOf(numbers);
        dates = Map.copyOf(dates);
        holds = Set.copyOf(holds);
        fails = Set.copyOf(fails);
        chosen = Set.copyOf(chosen);
        for (String condition : holds) {
            if (fails.contains(condition)) {
                throw new IllegalArgumentException("\"" + condition + "\" cannot hold and fail at the same time.");
            }
        }
    }

    public static Given numbers(Map<String, BigDecimal> numbers) {
        return new Given(numbers, Map.of(), Set.of(), Set.of(), Set.of());
    }

    public static Given findings(Set<String> holds, Set<String> fails) {
        return new Given(Map.of(), Map.of(), holds, fails, Set.of());
    }

    /** Everything given, by name, in an order that does not depend on how it was given. */
    List<String> references() {
        return Stream.of(numbers.entrySet().stream().map(number -> number.getKey() + " = " + number.getValue().toPlainString()),
                dates.entrySet().stream().map(date -> date.getKey() + " = " + date.getValue()), holds.stream().map(name -> name + " = " + Verdict.MET),
                fails.stream().map(name -> name + " = " + Verdict.NOT_MET), chosen.stream().map(name -> "chosen = " + name)).flatMap(Stream::sorted).toList();
    }
}
