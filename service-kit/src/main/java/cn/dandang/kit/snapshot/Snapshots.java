package cn.dandang.kit.snapshot;

import cn.dandang.kit.decision.Decider;
import cn.dandang.kit.personal.StateSeal;
import cn.dandang.ledger.Ledger;
import cn.dandang.ledger.LedgerRecord;
import cn.dandang.ledger.Recorded;
import cn.dandang.ledger.Snapshot;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The kept states of a service. They are taken on a thread of their own, after what they rest on is durable; whatever goes wrong with one
 * means that its stream is read whole, never that an order fails. They are a cache: no part of the ledger's proof, in no backup, and may be
 * dropped at any time. Thread-safe.
 */
public final class Snapshots implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(Snapshots.class);
    private static final String TYPE = "dandang.state.v1";
    private static final byte[] NO_METADATA = {'{', '}'};
    private static final int MOST_WAITING = 256;

    private final @Nullable StateSeal seal;
    private final int after;
    private final Supplier<String> findCode;
    private final StateCodec codec = new StateCodec();
    private final Set<String> waiting = ConcurrentHashMap.newKeySet();
    private final Set<Class<?>> unkept = ConcurrentHashMap.newKeySet();
    private final ExecutorService thread;
    private volatile @Nullable String code;

    /** A state as the ledger gives it. @param last the last record it contains; null for a stream without events */
    public record Read(Object state, @Nullable LedgerRecord last, long replayed) {}

    private Snapshots(@Nullable StateSeal seal, int after, Supplier<String> findCode) {
        this.seal = seal;
        this.after = after;
        this.findCode = findCode;
        ThreadPoolExecutor one = new ThreadPoolExecutor(1, 1, 30, TimeUnit.SECONDS, new LinkedBlockingQueue<>(MOST_WAITING),
                Thread.ofPlatform().daemon().name("dandang-snapshots").factory());
        one.allowCoreThreadTimeOut(true);
        this.thread = one;
    }

    /** Keeps nothing. */
    public static Snapshots off() {
        return new Snapshots(null, 0, () -> "");
    }

    /** @param after a state is kept when this many events had to be read to come to it; 0 for never */
    public static Snapshots of(StateSeal seal, int after) {
        return of(seal, after, CodeVersion::ofThisProcess);
    }

    static Snapshots of(StateSeal seal, int after, Supplier<String> code) {
        return after <= 0 ? off() : new Snapshots(seal, after, code);
    }

    /** The latest kept state of a stream that this code took and that stands beside its record; empty where there is none or anything is wrong with it. */
    public Optional<Kept> latest(Ledger ledger, String stream, Decider<?, ?, ?> decider) {
        if (after == 0) {
            return Optional.empty();
        }
        @Nullable String current = code;
        try {
            for (Snapshot snapshot : ledger.store().snapshots(stream)) {
                if (current == null) {
                    // reading our classes takes its time: until it is done, streams are read whole
                    offer("code", () -> code = findCode.get());
                    return Optional.empty();
                }
                if (snapshot.revision().equals(current) && snapshot.type().equals(TYPE)) {
                    return open(ledger, snapshot, decider);
                }
            }
        } catch (RuntimeException e) {
            ignored(e.getClass().getSimpleName());
        }
        return Optional.empty();
    }

    /** Whether so many events had to be read that the state is worth keeping. */
    public boolean due(long replayed) {
        return after > 0 && replayed >= after;
    }

    /** Keeps the state of a stream soon, on the own thread; a stream that waits already, or more than can wait, is left for a later time. */
    public void keepSoon(Ledger ledger, String stream, Decider<?, ?, ?> decider, Supplier<Read> read) {
        if (unkept.contains(decider.getClass())) {
            return;
        }
        offer(stream, () -> {
            if (code == null) {
                code = findCode.get();
            }
            Read now = read.get();
            // by now somebody else may have kept it
            if (due(now.replayed()) && now.last() != null) {
                keep(ledger, decider, now.state(), now.last());
            }
        });
    }

    /**
     * Drops every kept state, for an erasure. Personal values in them are sealed under the destroyed key, so a drop that fails leaves nothing to
     * be read, and every start drops them again.
     */
    public void forget(Ledger ledger) {
        try {
            ledger.store().dropSnapshots();
        } catch (RuntimeException e) {
            log.warn("Kept states could not be dropped; the next start drops them. 保存的状态未能清除，下次启动时清除。 {}", e.getClass().getSimpleName());
        }
    }

    private void offer(String what, Runnable work) {
        if (!waiting.add(what)) {
            return;
        }
        try {
            thread.execute(() -> {
                waiting.remove(what);
                try {
                    work.run();
                } catch (RuntimeException e) {
                    log.warn("A state was not kept; its stream is read whole. 未能保存状态，将从头读取。 {}", e.getClass().getSimpleName());
                }
            });
        } catch (RejectedExecutionException full) {
            waiting.remove(what);
        }
    }

    private void keep(Ledger ledger, Decider<?, ?, ?> decider, Object state, LedgerRecord last) {
        Optional<byte[]> bytes = codec.encode(decider, state);
        if (bytes.isEmpty()) {
            if (unkept.add(decider.getClass())) {
                log.warn("A state of {} does not come back the same from JSON and is not kept; its streams are read whole. 该类状态无法保存，将从头读取。", decider.getClass().getName());
            }
            return;
        }
        String taking = Objects.requireNonNull(code, "known before anything is kept");
        byte[] sealed = Objects.requireNonNull(seal, "there when anything is kept").seal(beside(last, taking), bytes.get());
        // the ones before it, and whatever stands there and was ignored
        ledger.store().dropSnapshotsBelow(last.stream(), Long.MAX_VALUE);
        ledger.store().saveSnapshot(new Snapshot(last.stream(), last.version(), UUID.randomUUID().toString(), decider.kind(), TYPE, taking, Instant.now(), NO_METADATA, sealed));
    }

    private Optional<Kept> open(Ledger ledger, Snapshot snapshot, Decider<?, ?, ?> decider) {
        List<Recorded> beside = ledger.readStream(snapshot.stream(), snapshot.version(), 1);
        if (beside.isEmpty() || beside.getFirst().record().version() != snapshot.version()) {
            ignored("no such record");
            return Optional.empty();
        }
        Optional<byte[]> state = Objects.requireNonNull(seal, "there when anything is kept")
                .open(beside(beside.getFirst().record(), snapshot.revision()), snapshot.payload());
        if (state.isEmpty()) {
            ignored("it does not open beside its record");
            return Optional.empty();
        }
        return Optional.of(new Kept(snapshot.version(), codec.decode(decider, state.get())));
    }

    /** Which stream it was stays unsaid: in the service of reports that would tell of one. */
    private static void ignored(String why) {
        log.warn("A kept state is ignored and its stream read whole: {}. 保存的状态不可用，已忽略并从头读取。", why);
    }

    /** Stream and version are in the record; its leaf hash stands for all of it. */
    private static byte[] beside(LedgerRecord last, String code) {
        return (code + "\n" + HexFormat.of().formatHex(last.leafHash())).getBytes(StandardCharsets.UTF_8);
    }

    /** What waits is not kept. */
    @Override
    public void close() {
        thread.shutdownNow();
        try {
            thread.awaitTermination(5, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
