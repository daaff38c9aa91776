package cn.dandang.kit.standing;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Collections;
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
 * @param clearances  clarifications that reach it
 * @param <A>         the service's adverse entry
 */
public record FactStanding<A extends Adverse>(Map<String, A> entries, List<Toleration> tolerations, List<StandingChange.Locked> locks, Map<String, String> links,
                                             @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Clearance> clearances) implements Linked {
    public FactStanding {
        entries = Collections.unmodifiableMap(new LinkedHashMap<>(entries));
        tolerations = List.copyOf(tolerations);
        locks = List.copyOf(locks);
        links = Collections.unmodifiableMap(new LinkedHashMap<>(links));
        clearances = List.copyOf(clearances);
    }

    static <A extends Adverse> FactStanding<A> untouched() {
        return new FactStanding<>(Map.of(), List.of(), List.of(), Map.of(), List.of());
    }

    /** The entries on a cadre that are locked together. */
    public Stream<A> standing(String lockedAs, String cadre) {
        return entries.values().stream().filter(entry -> entry.lockedAs().equals(lockedAs) && entry.cadre().equals(cadre));
    }

    /** Every decision that protects somebody from it. */
    public List<Protection> protections() {
        return Stream.<Protection>concat(tolerations.stream(), clearances.stream()).toList();
    }

    public Optional<Protection> protection(String decision, String cadre) {
        return protections().stream().filter(held -> held.of(decision, cadre)).findFirst();
    }

    Optional<StandingChange.Locked> lock(Adverse entry) {
        return locks.stream().filter(lock -> lock.lockedAs().equals(entry.lockedAs()) && lock.cadre().equals(entry.cadre())).findFirst();
    }

    FactStanding<A> withEntry(A entry) {
        Map<String, A> next = new LinkedHashMap<>(entries);
        next.put(entry.id(), entry);
        return new FactStanding<>(next, tolerations, locks, links, clearances);
    }

    FactStanding<A> withoutEntry(String entry) {
        Map<String, A> next = new LinkedHashMap<>(entries);
        next.remove(entry);
        return new FactStanding<>(next, tolerations, locks, links, clearances);
    }

    FactStanding<A> with(Toleration toleration) {
        return new FactStanding<>(entries, Stream.concat(tolerations.stream(), Stream.of(toleration)).toList(), locks, links, clearances);
    }

    FactStanding<A> with(Clearance clearance) {
        return new FactStanding<>(entries, tolerations, locks, links, Stream.concat(clearances.stream(), Stream.of(clearance)).toList());
    }

    FactStanding<A> with(StandingChange.Locked lock) {
        return new FactStanding<>(entries, tolerations, Stream.concat(locks.stream(), Stream.of(lock)).toList(), links, clearances);
    }

    /** Without the protection and its locks. */
    FactStanding<A> without(String decision, String cadre) {
        return new FactStanding<>(entries, tolerations.stream().filter(held -> !held.of(decision, cadre)).toList(),
                locks.stream().filter(lock -> !(lock.decision().equals(decision) && lock.cadre().equals(cadre))).toList(), links,
                clearances.stream().filter(held -> !held.of(decision, cadre)).toList());
    }

    FactStanding<A> withLink(String link, String sameAs) {
        Map<String, String> next = new LinkedHashMap<>(links);
        next.put(link, sameAs);
        return new FactStanding<>(entries, tolerations, locks, next, clearances);
    }

    FactStanding<A> withoutLink(String link) {
        Map<String, String> next = new LinkedHashMap<>(links);
        next.remove(link);
        return new FactStanding<>(entries, tolerations, locks, next, clearances);
    }
}
