package cn.dandang.kit.policy;

import cn.dandang.policy.PolicyChange;
import cn.dandang.policy.PolicyHistory;
import cn.dandang.policy.PolicySnapshot;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;

/** The rules as this process knows them now, and the places that are open. Takes every policy event that was published; each call gives one immutable snapshot. */
public final class CurrentPolicy {
    private final AtomicReference<PolicyHistory> history;
    private final Set<String> opened = ConcurrentHashMap.newKeySet();

    public CurrentPolicy(PolicySnapshot base) {
        history = new AtomicReference<>(PolicyHistory.from(base));
    }

    public PolicySnapshot snapshot() {
        return history.get().current();
    }

    /** Whether a place was set up and opened for real use. */
    public boolean isOpened(String jurisdiction) {
        return opened.contains(jurisdiction);
    }

    void opened(String jurisdiction) {
        opened.add(jurisdiction);
    }

    /** The rules of the version that a record names; empty when it rests on registered data of another release, or is no version at all. */
    public Optional<PolicySnapshot> at(String rulesVersion) {
        return history.get().at(rulesVersion);
    }

    /** The rules of a version over the registered data of another release, with the policy events that it went by. */
    public Optional<PolicySnapshot> at(String rulesVersion, PolicySnapshot otherRelease) {
        return history.get().over(otherRelease).at(rulesVersion);
    }

    /** All of them, or none when one is refused. */
    void take(List<PolicyChange> changes) {
        history.updateAndGet(held -> {
            PolicyHistory then = held;
            for (PolicyChange change : changes) {
                then = then.with(change);
            }
            return then;
        });
    }
}
