package cn.dandang.contracts;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Every fact type by its pinned name. Built from the sealed families, so a type that is not in one cannot travel. */
public final class FactTypes {
    private static final Map<String, Class<? extends PublishedFact>> BY_NAME = new LinkedHashMap<>();

    static {
        leaves(PublishedFact.class).forEach(type -> {
            Class<? extends PublishedFact> previous = BY_NAME.put(nameOf(type), type);
            if (previous != null) {
                throw new IllegalStateException("The name " + nameOf(type) + " is pinned to both " + previous.getName() + " and " + type.getName() + ".");
            }
        });
    }

    private FactTypes() {}

    /** The pinned name of a fact's type. */
    public static String nameOf(Class<? extends PublishedFact> type) {
        FactType pinned = type.getAnnotation(FactType.class);
        if (pinned == null) {
            throw new IllegalStateException(type.getName() + " has no pinned name: annotate it with @FactType.");
        }
        return pinned.value();
    }

    /** The record for a pinned name, or empty for a name this version does not know: such facts are left alone, never guessed. */
    public static Optional<Class<? extends PublishedFact>> byName(String name) {
        return Optional.ofNullable(BY_NAME.get(name));
    }

    /** All types by name, in the order of the families. */
    public static Map<String, Class<? extends PublishedFact>> all() {
        return Map.copyOf(BY_NAME);
    }

    @SuppressWarnings("unchecked")
    private static Stream<Class<? extends PublishedFact>> leaves(Class<? extends PublishedFact> type) {
        if (!type.isSealed()) {
            return Stream.of(type);
        }
        return Arrays.stream(type.getPermittedSubclasses()).flatMap(sub -> leaves((Class<? extends PublishedFact>) sub));
    }
}
