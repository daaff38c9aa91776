package cn.dandang.policy;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Every version that the recorded changes went through, so that a case is evaluated again against the version its record names: the same
 * input gives the same answer, whatever was published since. Immutable.
 */
public final class PolicyHistory {
    private final PolicySnapshot base;
    private final List<PolicyChange> changes;
    private final Map<String, Integer> versions;
    private final PolicySnapshot current;

    private PolicyHistory(PolicySnapshot base, List<PolicyChange> changes, Map<String, Integer> versions, PolicySnapshot current) {
        this.base = base;
        this.changes = changes;
        this.versions = versions;
        this.current = current;
    }

    public static PolicyHistory from(PolicySnapshot base) {
        return new PolicyHistory(base, List.of(), Map.of(base.rulesVersion(), 0), base);
    }

    /** Refuses what {@link PolicySnapshot#with} refuses. */
    public PolicyHistory with(PolicyChange change) {
        var more = new ArrayList<>(changes);
        more.add(change);
        PolicySnapshot next = current.with(change);
        var known = new LinkedHashMap<>(versions);
        known.putIfAbsent(next.rulesVersion(), more.size());
        return new PolicyHistory(base, List.copyOf(more), Map.copyOf(known), next);
    }

    /** The same changes over the registered data of another release; what that release does not know is left aside, as it was then. */
    public PolicyHistory over(PolicySnapshot release) {
        PolicyHistory other = from(release);
        for (PolicyChange change : changes) {
            try {
                other = other.with(change);
            } catch (IllegalArgumentException unknownThere) {
                // what a release does not know, none of its answers turned on
                continue;
            }
        }
        return other;
    }

    public PolicySnapshot current() {
        return current;
    }

    /** The rules of a recorded version; empty when it rests on data of another release, which then has to be asked. */
    public Optional<PolicySnapshot> at(String rulesVersion) {
        return Optional.ofNullable(versions.get(rulesVersion)).map(count -> {
            PolicySnapshot then = base;
            for (PolicyChange change : changes.subList(0, count)) {
                then = then.with(change);
            }
            return then;
        });
    }
}
