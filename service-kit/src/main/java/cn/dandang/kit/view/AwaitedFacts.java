package cn.dandang.kit.view;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** The facts that somebody waits for; remembers none that nobody waits for. */
final class AwaitedFacts implements FactArrivals {
    private final Map<String, Awaited> awaited = new ConcurrentHashMap<>();

    /** @param by how many wait */
    private record Awaited(CountDownLatch arrival, int by) {}

    @Override
    public boolean await(String fact, BooleanSupplier there, Duration atMost) throws InterruptedException {
        // first entered, then looked for: what arrives in between is seen by one or the other
        CountDownLatch arrival = awaited.merge(fact, new Awaited(new CountDownLatch(1), 1), (held, _) -> new Awaited(held.arrival(), held.by() + 1)).arrival();
        try {
            return there.getAsBoolean() || arrival.await(atMost.toNanos(), TimeUnit.NANOSECONDS);
        } finally {
            awaited.computeIfPresent(fact, (_, held) -> held.arrival() != arrival ? held : held.by() == 1 ? null : new Awaited(arrival, held.by() - 1));
        }
    }

    void arrived(String fact) {
        if (awaited.isEmpty()) {
            return;
        }
        Awaited held = awaited.remove(fact);
        if (held != null) {
            held.arrival().countDown();
        }
    }
}
