package cn.dandang.policy.catalogue;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;

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
}
