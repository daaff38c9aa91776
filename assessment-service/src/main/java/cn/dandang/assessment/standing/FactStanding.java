package cn.dandang.assessment.standing;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * How a fact stands.
 *
 * @param entries     standing adverse entries by id
 * @param tolerations decisions to tolerate that reach it
 * @param locks       what may not be entered, for whom, because of which decision
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

    public Optional<StandingEvent.FactLocked> lock(AdverseEntry.Kind kind, String cadre) {
        return locks.stream().filter(lock -> lock.kind() == kind && lock.cadre().equals(cadre)).findFirst();
    }

    public Stream<AdverseEntry> standing(AdverseEntry.Kind kind, String cadre) {
        return entries.values().stream().filter(entry -> entry.kind() == kind && entry.cadre().equals(cadre));
    }

    public Optional<Toleration> toleration(String toleranceCase, String cadre) {
        return tolerations.stream().filter(held -> held.toleranceCase().equals(toleranceCase) && held.cadre().equals(cadre)).findFirst();
    }
}
