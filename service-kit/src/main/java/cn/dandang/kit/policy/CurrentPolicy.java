package cn.dandang.kit.policy;

import cn.dandang.policy.PolicySnapshot;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.UnaryOperator;

/** The rules as this process knows them now. Takes every policy event that was published; each call gives one immutable snapshot. */
public final class CurrentPolicy {
    private final AtomicReference<PolicySnapshot> snapshot;

    public CurrentPolicy(PolicySnapshot base) {
        snapshot = new AtomicReference<>(base);
    }

    public PolicySnapshot snapshot() {
        return snapshot.get();
    }

    void update(UnaryOperator<PolicySnapshot> change) {
        snapshot.updateAndGet(change);
    }
}
