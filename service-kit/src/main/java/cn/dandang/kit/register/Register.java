package cn.dandang.kit.register;

import cn.dandang.contracts.RegisterFact;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A snapshot of the register. Every look-up says what was registered, never what could be deduced. */
public final class Register {
    private static final Register EMPTY = new Register(Map.of());
    private final Map<String, RegisterFact> entries;

    private Register(Map<String, RegisterFact> entries) {
        this.entries = entries;
    }

    public static Register empty() {
        return EMPTY;
    }

    /** The register with one more entry; a later entry with the same id replaces the earlier. */
    public Register with(RegisterFact entry) {
        Map<String, RegisterFact> next = new HashMap<>(entries);
        next.put(entry.rootCase(), entry);
        return new Register(Map.copyOf(next));
    }

    public Register withAll(Collection<? extends RegisterFact> added) {
        Map<String, RegisterFact> next = new HashMap<>(entries);
        added.forEach(entry -> next.put(entry.rootCase(), entry));
        return new Register(Map.copyOf(next));
    }

    public Optional<RegisterFact.UnitRegistered> unit(String id) {
        return entry(id, RegisterFact.UnitRegistered.class);
    }

    public Optional<RegisterFact.PersonRegistered> person(String id) {
        return entry(id, RegisterFact.PersonRegistered.class);
    }

    /** The posts a person holds on a day. */
    public List<RegisterFact.PostRegistered> posts(String person, LocalDate on) {
        return all(RegisterFact.PostRegistered.class).stream()
                .filter(post -> post.person().equals(person) && !on.isBefore(post.from()) && (post.to() == null || on.isBefore(post.to())))
                .toList();
    }

    /** The bodies that manage a person on a day, as registered (干部管理权限). */
    public List<RegisterFact.AuthorityRegistered> authorities(String person, LocalDate on) {
        return all(RegisterFact.AuthorityRegistered.class).stream()
                .filter(held -> held.person().equals(person) && !on.isBefore(held.from()) && (held.to() == null || on.isBefore(held.to())))
                .toList();
    }

    public <T extends RegisterFact> List<T> all(Class<T> type) {
        return entries.values().stream().filter(type::isInstance).map(type::cast).toList();
    }

    private <T extends RegisterFact> Optional<T> entry(String id, Class<T> type) {
        return Optional.ofNullable(entries.get(id)).filter(type::isInstance).map(type::cast);
    }
}
