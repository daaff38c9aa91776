package cn.dandang.policy.trial;

import cn.dandang.policy.trial.Inputs.Select;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What is known in a trial, by the names of {@link Inputs}.
 *
 * @param near     findings where something is there and one part is missing, or where both sides are
 * @param selected chosen options by the id of their list
 */
public record TrialGiven(Map<String, LocalDate> dates, Set<String> holds, Set<String> fails, Set<String> near, Map<String, Set<String>> selected) {

    public TrialGiven {
        dates = Map.copyOf(dates);
        holds = Set.copyOf(holds);
        fails = Set.copyOf(fails);
        near = Set.copyOf(near);
        selected = Map.copyOf(selected);
        for (String name : holds) {
            contradiction(name, fails.contains(name) || near.contains(name));
        }
        for (String name : fails) {
            contradiction(name, near.contains(name));
        }
    }

    private static void contradiction(String name, boolean twice) {
        if (twice) {
            throw new IllegalArgumentException("\"" + name + "\" cannot be found in two ways at the same time.");
        }
    }

    /** The one choice of a list: its first option where none was chosen. */
    <E extends Enum<E>> E choice(Class<E> type, Select select) {
        return Enum.valueOf(type, selected.getOrDefault(select.id(), Set.of()).stream().findFirst().orElse(select.options().keySet().iterator().next()));
    }

    @Nullable String choice(String select) {
        return selected.getOrDefault(select, Set.of()).stream().findFirst().orElse(null);
    }
}
