package cn.dandang.policy;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/** The eras of a snapshot, by place. Derived from the snapshot alone, so it may be forgotten and made again at any time. */
final class Eras {
    /** Far above the number of places that keep cases in one installation; a caller cannot fill the memory with codes of his own making. */
    private static final int KEPT = 2_000;

    private record At(String jurisdiction, int stretch) {
    }

    private final LocalDate[] turns;
    private final Map<At, Era> eras = new ConcurrentHashMap<>();

    Eras(PolicyData data, Recorded recorded) {
        Stream<LocalDate> printed = data.documents().stream().map(PolicyDocument::effectiveFrom).filter(Objects::nonNull);
        turns = Stream.concat(printed, recorded.turns()).distinct().sorted().toArray(LocalDate[]::new);
    }

    Era at(String jurisdiction, LocalDate asOf) {
        int found = Arrays.binarySearch(turns, asOf);
        var at = new At(jurisdiction, found >= 0 ? found + 1 : -found - 1);
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
