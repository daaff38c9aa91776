package cn.dandang.bench.profile;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Stacks that were seen, innermost frame first, each as often as it was sampled. */
record Stacks(List<List<String>> seen) {

    /** Something and the share of all samples that it has, 0 to 1. */
    record Share(String name, double share) {
    }

    Stacks {
        seen = List.copyOf(seen);
    }

    int count() {
        return seen.size();
    }

    Stacks where(Predicate<List<String>> wanted) {
        return new Stacks(seen.stream().filter(wanted).toList());
    }

    Stacks and(Stacks others) {
        List<List<String>> all = new ArrayList<>(seen);
        all.addAll(others.seen);
        return new Stacks(all);
    }

    /** Shares by what the stacks were busy with, the largest first. */
    List<Share> purposes() {
        return shares(Purposes::of);
    }

    /** Shares of innermost frames, the largest first. */
    List<Share> hottest() {
        return shares(frames -> frames.isEmpty() ? Purposes.OTHER : frames.getFirst());
    }

    private List<Share> shares(Function<List<String>, String> name) {
        Map<String, Long> counts = seen.stream().collect(Collectors.groupingBy(name, Collectors.counting()));
        return counts.entrySet().stream().map(each -> new Share(each.getKey(), (double) each.getValue() / count()))
                .sorted(Comparator.comparingDouble(Share::share).reversed().thenComparing(Share::name)).toList();
    }
}
