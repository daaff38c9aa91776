package cn.dandang.kit.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.lang.ref.WeakReference;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class WireMetricsTest {

    @Test
    @DisplayName("a figure is still told when nobody but the registry holds what it is asked of")
    void figures_outlive_garbage_collection() {
        SimpleMeterRegistry registry = new SimpleMeterRegistry();
        WireMetrics metrics = new WireMetrics(registry, false);
        tell(metrics, 7);
        WeakReference<Object> forgotten = new WeakReference<>(new Object());
        await().until(() -> {
            System.gc();
            return forgotten.get() == null;
        });
        assertThat(registry.get("dandang.view.lag.records").gauge().value()).isEqualTo(7);
        assertThat(registry.get("dandang.relay.lag.records").gauge().value()).isEqualTo(7);
        assertThat(registry.get("dandang.dead.letters").gauge().value()).isEqualTo(7);
        assertThat(registry.get("dandang.relay.up").gauge().value()).isEqualTo(1);
    }

    private static void tell(WireMetrics metrics, long value) {
        // each captures a value, so that it is an object of its own and no constant of the class
        metrics.viewLag("rows", () -> value);
        metrics.relayLag(() -> value);
        metrics.deadLetters(() -> value);
        metrics.works("relay", () -> value > 0);
    }
}
