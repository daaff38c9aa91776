package cn.dandang.kit.due;

import cn.dandang.kit.clock.BusinessClock;
import cn.dandang.kit.decision.Actor;
import cn.dandang.kit.decision.Command;
import cn.dandang.kit.orders.KitRefusal;
import cn.dandang.kit.orders.Once;
import cn.dandang.kit.orders.Order;
import cn.dandang.kit.orders.OrderRefusedException;
import cn.dandang.kit.orders.Orders;
import cn.dandang.kit.publishing.RecordedEvent;
import cn.dandang.ledger.Ledger;
import cn.dandang.ledger.Recorded;
import cn.dandang.ledger.TailReader;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Gives the orders whose day has come, as of that day. Every replica may: the once key {@code due/<due id>} lets one take effect. The list
 * is complete before the first tick.
 */
public final class DueTicker implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(DueTicker.class);
    private static final Duration ONCE_A_MINUTE = Duration.ofMinutes(1);
    private static final Duration SOON = Duration.ofSeconds(2);

    private final String service;
    private final Ledger ledger;
    private final Function<Recorded, RecordedEvent> reader;
    private final List<DueSource> sources;
    private final Orders orders;
    private final BusinessClock clock;
    private final Semaphore wake = new Semaphore(0);
    private final DueItems items = new DueItems(wake::release);
    private volatile boolean closing;
    private volatile @Nullable TailReader tail;
    private volatile @Nullable Thread thread;

    DueTicker(String service, Ledger ledger, Function<Recorded, RecordedEvent> reader, List<DueSource> sources, Orders orders, BusinessClock clock) {
        this.service = service;
        this.ledger = ledger;
        this.reader = reader;
        this.sources = List.copyOf(sources);
        this.orders = orders;
        this.clock = clock;
        clock.onMove(wake::release);
    }

    /** Builds the list from the first event on to the head seen now, then ticks. Does nothing without sources. */
    void start() throws InterruptedException {
        if (sources.isEmpty()) {
            return;
        }
        long head = ledger.head();
        TailReader reading = ledger.tail(0, this::take, "due");
        tail = reading;
        while (!reading.awaitPosition(head, Duration.ofSeconds(1))) {
            if (reading.failure().isPresent()) {
                throw new IllegalStateException("The list of what is due cannot be built: an event cannot be read.", reading.failure().get().cause());
            }
        }
        thread = Thread.ofPlatform().daemon().name("due-" + service).start(this::run);
    }

    private void take(List<Recorded> records) {
        for (Recorded recorded : records) {
            RecordedEvent event = reader.apply(recorded);
            sources.forEach(source -> source.on(event, items));
        }
    }

    private void run() {
        while (!closing) {
            boolean again = tick();
            try {
                // business time passes with system time, and jumps when the clock is moved
                wake.tryAcquire((again ? SOON : ONCE_A_MINUTE).toMillis(), TimeUnit.MILLISECONDS);
            } catch (InterruptedException e) {
                return;
            }
            wake.drainPermits();
        }
    }

    /** Gives every order that is due; true if one has to be given again soon. */
    private boolean tick() {
        LocalDate today = clock.today();
        boolean again = false;
        for (DueItem item : items.dueBy(today)) {
            if (closing) {
                return false;
            }
            again |= !order(item);
        }
        return again;
    }

    private boolean order(DueItem item) {
        List<Command> commands = new ArrayList<>(item.orders());
        commands.set(0, new Once("due/" + item.dueId(), commands.getFirst()));
        try {
            orders.send(Order.of(Actor.system(service), commands).withCause(null, "due/" + item.dueId()).withAsOf(item.dueOn()));
            items.settle(item);
            return true;
        } catch (OrderRefusedException refused) {
            if (refused.refusal() instanceof KitRefusal) {
                return false;
            }
            // what was due is over for another reason that its source does not tell of; nothing was written
            log.info("An order that was due was not taken: {}", refused.refusal().slug());
            items.settle(item);
            return true;
        } catch (RuntimeException e) {
            log.warn("An order that was due could not be given and is given again: {}", e.toString());
            return false;
        }
    }

    /** Whether the list is kept up to date. */
    boolean working() {
        TailReader reading = tail;
        return sources.isEmpty() || reading != null && reading.failure().isEmpty();
    }

    @Override
    public void close() {
        closing = true;
        wake.release();
        Thread ticking = thread;
        if (ticking != null) {
            try {
                ticking.join(TimeUnit.SECONDS.toMillis(10));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
        TailReader reading = tail;
        if (reading != null) {
            reading.stop();
        }
    }
}
