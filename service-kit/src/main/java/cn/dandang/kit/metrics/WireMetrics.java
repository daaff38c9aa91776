package cn.dandang.kit.metrics;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;

/**
 * Figures of relay, reactions and views. In the service of reports only whether each works is told: every number of records, a lag and a
 * count of reactions would move when a report comes in.
 */
public final class WireMetrics {
    private final MeterRegistry registry;
    private final boolean silent;

    WireMetrics(MeterRegistry registry, boolean silent) {
        this.registry = registry;
        this.silent = silent;
    }

    /** 1 while the part works, else 0. @param part {@code relay}, {@code reactions}, {@code views} */
    public void works(String part, BooleanSupplier working) {
        Gauge.builder("dandang." + part + ".up", working, held -> held.getAsBoolean() ? 1 : 0).strongReference(true).register(registry);
    }

    public void relayLag(LongSupplier lag) {
        if (!silent) {
            Gauge.builder("dandang.relay.lag.records", lag, LongSupplier::getAsLong).description("Records of the ledger not yet relayed; -1 while another replica relays").strongReference(true).register(registry);
        }
    }

    public void viewLag(String view, LongSupplier lag) {
        if (!silent) {
            Gauge.builder("dandang.view.lag.records", lag, LongSupplier::getAsLong).tag("view", view).description("Records that the view has not taken yet").strongReference(true).register(registry);
        }
    }

    public void deadLetters(LongSupplier open) {
        if (!silent) {
            Gauge.builder("dandang.dead.letters", open, LongSupplier::getAsLong).description("Facts that wait for a person to have them tried again").strongReference(true).register(registry);
        }
    }

    /** Counts a conclusion. */
    public void concluded(String reaction, String conclusion) {
        if (!silent) {
            registry.counter("dandang.reactions", "reaction", reaction, "conclusion", conclusion).increment();
        }
    }
}
