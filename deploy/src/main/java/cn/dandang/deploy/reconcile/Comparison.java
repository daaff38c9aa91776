package cn.dandang.deploy.reconcile;

import cn.dandang.deploy.reconcile.Difference.Kind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * One topic of one service against its ledger and a projection of it.
 *
 * @param projection null where no projection is built of this topic
 */
public record Comparison(String service, String topicName, Side ledger, Side topic, @Nullable Side projection, List<Difference> differences) {
    public Comparison {
        differences = List.copyOf(differences);
    }

    /** Whether count and root are equal everywhere, which is so exactly when there is no difference. */
    public boolean equal() {
        return ledger.equals(topic) && (projection == null || ledger.equals(projection));
    }

    /**
     * Compares three lists.
     *
     * @param compacted whether the topic keeps the last fact of a key only: then the others may be gone from it
     */
    static Comparison of(String service, String topicName, List<Fact> ledger, List<Fact> topic, @Nullable List<Fact> projection, boolean compacted) {
        List<Fact> expected = compacted ? lastOfEachKey(ledger) : ledger;
        List<Fact> found = compacted ? current(topic, ledger, expected) : topic;
        List<Difference> differences = new ArrayList<>(differences("topic", expected, found));
        if (projection != null) {
            differences.addAll(differences("projection", expected, projection));
        }
        return new Comparison(service, topicName, Side.of(expected), Side.of(found), projection == null ? null : Side.of(projection), differences);
    }

    private static List<Difference> differences(String place, List<Fact> expected, List<Fact> found) {
        Map<String, Fact> wanted = expected.stream().collect(Collectors.toMap(Fact::id, Function.identity()));
        Map<String, Integer> seen = new HashMap<>();
        List<Difference> differences = new ArrayList<>();
        found.stream().sorted(Fact.IN_ORDER).forEach(fact -> {
            Fact same = wanted.get(fact.id());
            if (same == null) {
                differences.add(new Difference(Kind.UNKNOWN, place, fact.id(), fact.at()));
            } else if (seen.merge(fact.id(), 1, Integer::sum) > 1) {
                differences.add(new Difference(Kind.DOUBLED, place, fact.id(), fact.at()));
            } else if (!same.leaf().equals(fact.leaf())) {
                differences.add(new Difference(Kind.ALTERED, place, fact.id(), fact.at()));
            }
        });
        expected.stream().filter(fact -> !seen.containsKey(fact.id())).sorted(Fact.IN_ORDER)
                .forEach(fact -> differences.add(new Difference(Kind.MISSING, place, fact.id(), fact.at())));
        return differences;
    }

    /** Without what the ledger knows to have been replaced: a compacted topic may still have it, or not. */
    private static List<Fact> current(List<Fact> topic, List<Fact> ledger, List<Fact> expected) {
        Set<String> live = expected.stream().map(Fact::id).collect(Collectors.toSet());
        Set<String> known = ledger.stream().map(Fact::id).collect(Collectors.toSet());
        return topic.stream().filter(fact -> live.contains(fact.id()) || !known.contains(fact.id())).toList();
    }

    private static List<Fact> lastOfEachKey(List<Fact> facts) {
        return List.copyOf(facts.stream().collect(Collectors.toMap(Fact::key, Function.identity(), BinaryOperator.maxBy(Fact.IN_ORDER))).values());
    }
}
