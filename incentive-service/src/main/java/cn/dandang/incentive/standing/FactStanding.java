package cn.dandang.incentive.standing;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * How a fact stands.
 *
 * @param entries     standing holds by nomination
 * @param tolerations decisions to tolerate that reach it
 * @param locks       for whom nothing may be held, because of which decision
 * @param links       facts found to be the same, by link
 */
public record FactStanding(Map<String, AdverseEntry> entries, List<Toleration> tolerations, List<StandingEvent.FactLocked> locks, Map<String, String> links) {
    static final FactStanding UNTOUCHED = new FactStanding(Map.of(), List.of(), List.of(), Map.of());

    public FactStanding {
        entries = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(entries));
        tolerations = List.copyOf(tolerations);
        locks = List.copyOf(locks);
        links = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(links));
    }

    public Optional<StandingEvent.FactLocked> lock(String cadre) {
        return locks.stream().filter(lock -> lock.cadre().equals(cadre)).findFirst();
    }

    public Stream<AdverseEntry> holds(String cadre) {
        return entries.values().stream().filter(entry -> entry.cadre().equals(cadre));
    }

    public Optional<Toleration> toleration(String toleranceCase, String cadre) {
        return tolerations.stream().filter(held -> held.toleranceCase().equals(toleranceCase) && held.cadre().equals(cadre)).findFirst();
    }
}
