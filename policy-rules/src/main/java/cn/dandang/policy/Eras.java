package cn.dandang.policy;

import java.time.LocalDate;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Objects;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The eras of a snapshot, by place. Derived from the snapshot alone, so it may be forgotten and made again at any time. */
final class Eras {
    /** Far above the number of places that keep cases in one installation; a caller cannot fill the memory with codes of his own making. */
    static final int KEPT = 2_000;

    /** A place, and the day on which the stretch of days began; null before the first turn. */
    private record At(String jurisdiction, @Nullable LocalDate since) {
    }

    private final NavigableSet<LocalDate> turns;
    private final Map<At, Era> eras = new ConcurrentHashMap<>();

    Eras(PolicyData data, Recorded recorded) {
        Stream<LocalDate> printed = data.documents().stream().map(PolicyDocument::effectiveFrom).filter(Objects::nonNull);
        turns = Stream.concat(printed, recorded.turns()).collect(Collectors.toCollection(TreeSet::new));
    }

    Era at(String jurisdiction, LocalDate asOf) {
        var at = new At(jurisdiction, turns.floor(asOf));
        Era era = eras.get(at);
        if (era != null) {
            return era;
        }
        if (eras.size() >= KEPT) {
            return new Era(jurisdiction);
        }
        return eras.computeIfAbsent(at, place -> new Era(place.jurisdiction()));
    }
}
