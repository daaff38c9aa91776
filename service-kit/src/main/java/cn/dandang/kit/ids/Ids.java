package cn.dandang.kit.ids;

import com.github.f4b6a3.uuid.UuidCreator;
import java.util.Random;
import java.util.UUID;
import java.util.function.Supplier;

/** New ids as UUID text. Thread-safe. */
public final class Ids {
    private final Supplier<UUID> source;

    private Ids(Supplier<UUID> source) {
        this.source = source;
    }

    /** UUIDv7: sorts by time of making. */
    public static Ids timeOrdered() {
        return new Ids(UuidCreator::getTimeOrderedEpoch);
    }

    /** UUIDv4: tells nothing, not even when it was made. For clarification. */
    public static Ids random() {
        return new Ids(UUID::randomUUID);
    }

    /**
     * The same ids in the same order for the same seed, shaped as UUIDv4. For tests and {@code check} only.
     *
     * @param start where in the sequence to begin: the ledger's head, so that a restarted process does not repeat ids
     */
    public static Ids seeded(long seed, long start) {
        Random random = new Random(seed * 31 + start);
        return new Ids(() -> {
            synchronized (random) {
                long high = (random.nextLong() & 0xFFFFFFFFFFFF0FFFL) | 0x4000L;
                long low = (random.nextLong() & 0x3FFFFFFFFFFFFFFFL) | 0x8000000000000000L;
                return new UUID(high, low);
            }
        });
    }

    /** A new id. */
    public String next() {
        return source.get().toString();
    }

    /** A new stream of this kind, {@code <kind>-<uuid>}. */
    public String stream(String kind) {
        return kind + "-" + next();
    }
}
