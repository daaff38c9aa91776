package cn.dandang.kit.policy;

import cn.dandang.policy.PolicySnapshot;
import java.time.LocalDate;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.UnaryOperator;

/** The rules as this process knows them now, and the places that are open. Takes every policy event that was published; each call gives one immutable snapshot. */
public final class CurrentPolicy {
    private final AtomicReference<PolicySnapshot> snapshot;
    private final Map<String, LocalDate> opened = new ConcurrentHashMap<>();

    public CurrentPolicy(PolicySnapshot base) {
        snapshot = new AtomicReference<>(base);
    }

    public PolicySnapshot snapshot() {
        return snapshot.get();
    }

    /** Whether a place was set up and opened for real use. */
    public boolean isOpened(String jurisdiction) {
        return opened.containsKey(jurisdiction);
    }

    void opened(String jurisdiction, LocalDate on) {
        opened.putIfAbsent(jurisdiction, on);
    }

    void update(UnaryOperator<PolicySnapshot> change) {
        snapshot.updateAndGet(change);
    }
}
