package cn.dandang.kit.clock;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;

/** Business time: system time plus an offset that only ever grows. Thread-safe. */
public final class BusinessClock extends Clock {
    /** The zone of legal dates. */
    public static final ZoneId LEGAL_ZONE = ZoneId.of("Asia/Shanghai");

    private final Clock system;
    private final ZoneId zone;
    private final AtomicReference<Duration> offset;
    private final List<Runnable> listeners;

    private BusinessClock(Clock system, ZoneId zone, AtomicReference<Duration> offset, List<Runnable> listeners) {
        this.system = system;
        this.zone = zone;
        this.offset = offset;
        this.listeners = listeners;
    }

    /** A clock that shows the given system time until it is moved. */
    public static BusinessClock over(Clock system) {
        return new BusinessClock(system, ZoneOffset.UTC, new AtomicReference<>(Duration.ZERO), new CopyOnWriteArrayList<>());
    }

    @Override
    public Instant instant() {
        return system.instant().plus(offset.get());
    }

    /** The legal date, Asia/Shanghai. */
    public LocalDate today() {
        return LocalDate.ofInstant(instant(), LEGAL_ZONE);
    }

    /** How far business time is ahead of system time. */
    public Duration offset() {
        return offset.get();
    }

    /** Moves business time forward to this offset; an offset that is not larger changes nothing. */
    public void moveTo(Duration newOffset) {
        Duration before = offset.getAndUpdate(held -> newOffset.compareTo(held) > 0 ? newOffset : held);
        if (newOffset.compareTo(before) > 0) {
            listeners.forEach(Runnable::run);
        }
    }

    /** Called after each move, on the thread that moves. */
    public void onMove(Runnable listener) {
        listeners.add(listener);
    }

    @Override
    public ZoneId getZone() {
        return zone;
    }

    @Override
    public Clock withZone(ZoneId other) {
        return new BusinessClock(system, other, offset, listeners);
    }
}
