package cn.dandang.tolerance.fact;

import cn.dandang.contracts.Ground;
import cn.dandang.policy.tolerance.ToleranceOutcome;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** How a fact stands. Open to change by new events only. */
public sealed interface FactStanding {

    /** Whom it concerns, as far as it is known here. */
    Set<String> persons();

    /** Nobody here has recorded or cited it; another service may have. */
    record Unknown() implements FactStanding {
        @Override
        public Set<String> persons() {
            return Set.of();
        }
    }

    /**
     * Recorded or cited here.
     *
     * @param described whether somebody described it here
     * @param outcomes  decisions that stand, by subject
     * @param cleared   persons cleared of it
     * @param links     link id to the other fact
     */
    record Known(boolean described, @Nullable String cadre, Set<String> accountabilityCases, Map<String, Outcome> outcomes,
                 Map<String, Ground> cleared, Map<String, String> links) implements FactStanding {
        public Known {
            accountabilityCases = Set.copyOf(accountabilityCases);
            outcomes = Map.copyOf(outcomes);
            cleared = Map.copyOf(cleared);
            links = Map.copyOf(links);
        }

        @Override
        public Set<String> persons() {
            Set<String> persons = new HashSet<>(outcomes.keySet());
            persons.addAll(cleared.keySet());
            if (cadre != null) {
                persons.add(cadre);
            }
            return persons;
        }

        boolean toleratedFor(String subject) {
            Outcome outcome = outcomes.get(subject);
            return outcome != null && outcome.outcome() == ToleranceOutcome.EXEMPT;
        }
    }

    /** A decision that stands for a subject. */
    record Outcome(String toleranceCase, ToleranceOutcome outcome, @Nullable Ground ground) {}

    /** The other facts that were linked with this one directly. */
    default Set<String> linked() {
        return this instanceof Known known ? Set.copyOf(known.links().values()) : Set.of();
    }

    static <K, V> Map<K, V> changed(Map<K, V> map, Consumer<Map<K, V>> change) {
        Map<K, V> copy = new HashMap<>(map);
        change.accept(copy);
        return copy;
    }

    static Set<String> added(Set<String> set, String element) {
        Set<String> copy = new HashSet<>(set);
        copy.add(element);
        return copy;
    }
}
