package cn.dandang.bench.whole;

import cn.dandang.deploy.api.Answer;
import cn.dandang.deploy.api.Api;
import cn.dandang.deploy.api.ApiSession;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import org.HdrHistogram.ConcurrentHistogram;
import org.HdrHistogram.Histogram;

/**
 * Award officers at work in many browsers at once. One order in ten is looked for by an auditor: to look for each would double the
 * load. Oversight holds his question until the fact is in all its views, so nobody asks in vain.
 */
final class Nominations {

    private static final int OFFICERS = 64;
    private static final int AUDITORS = 32;
    private static final int ONE_IN = 10;
    private static final int WAIT_SECONDS = 2;
    private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(120);
    private static final long PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(200);
    private static final long HIGHEST_MICROS = TimeUnit.MINUTES.toMicros(2);

    private final BlockingQueue<ApiSession> officers;
    private final BlockingQueue<ApiSession> auditors;
    private final String cadre;
    private final long seed;
    private final Histogram acknowledged = new ConcurrentHistogram(HIGHEST_MICROS, 3);
    private final AtomicLong askedAgain = new AtomicLong();
    private final Histogram visible = new ConcurrentHistogram(HIGHEST_MICROS, 3);

    Nominations(Api api, String password, String cadre, long seed) {
        this(sessions(api, "weihai.awarder", password, OFFICERS), sessions(api, "centre.auditor", password, AUDITORS), cadre, seed);
    }

    private Nominations(BlockingQueue<ApiSession> officers, BlockingQueue<ApiSession> auditors, String cadre, long seed) {
        this.officers = officers;
        this.auditors = auditors;
        this.cadre = cadre;
        this.seed = seed;
    }

    /** The same people, with nothing measured yet. */
    Nominations afresh() {
        return new Nominations(officers, auditors, cadre, seed + 1);
    }

    private static BlockingQueue<ApiSession> sessions(Api api, String account, String password, int many) {
        BlockingQueue<ApiSession> sessions = new LinkedBlockingQueue<>();
        for (int i = 0; i < many; i++) {
            ApiSession session = api.as(account, password);
            required("sign in", session.signIn());
            sessions.add(session);
        }
        return sessions;
    }

    void propose(int number, long intended) throws InterruptedException {
        String key = "bench-" + seed + "-" + number;
        Answer answer = proposed(key);
        // as the answer says: the same order under the same key, until it is known what became of it
        while (answer.status() == 503 && System.nanoTime() - intended < PATIENCE_NANOS) {
            askedAgain.incrementAndGet();
            LockSupport.parkNanos(PAUSE_NANOS);
            answer = proposed(key);
        }
        required("propose", answer);
        record(acknowledged, intended);
        if (new SplittableRandom(seed + number).nextInt(ONE_IN) == 0) {
            look("/api/oversight/v1/audit/events/incentive/" + answer.position() + "/0?wait=" + WAIT_SECONDS, intended);
            record(visible, intended);
        }
    }

    private Answer proposed(String key) throws InterruptedException {
        return asked(officers, session -> session.post("/api/incentive/v1/award-nominations").key(key).body(Map.of("cadre", cadre, "award", "担当作为好干部（演示）")).send());
    }

    private void look(String path, long intended) throws InterruptedException {
        Answer answer = asked(auditors, session -> session.get(path));
        while ((answer.status() == 404 || answer.status() == 503) && System.nanoTime() - intended < PATIENCE_NANOS) {
            answer = asked(auditors, session -> session.get(path));
        }
        required("look", answer);
    }

    private interface Asking {
        Answer by(ApiSession session);
    }

    /** Waits until somebody is free; the wait counts. */
    private static Answer asked(BlockingQueue<ApiSession> people, Asking asking) throws InterruptedException {
        ApiSession session = people.take();
        try {
            return asking.by(session);
        } finally {
            people.add(session);
        }
    }

    private static void required(String what, Answer answer) {
        if (!answer.ok()) {
            throw new IllegalStateException("To " + what + " was answered with " + answer);
        }
    }

    private static void record(Histogram into, long intended) {
        into.recordValue(Math.min(HIGHEST_MICROS, TimeUnit.NANOSECONDS.toMicros(System.nanoTime() - intended)));
    }

    /** How often an order was answered with 503 and sent again. */
    long askedAgain() {
        return askedAgain.get();
    }

    Histogram acknowledged() {
        return acknowledged;
    }

    Histogram visible() {
        return visible;
    }
}
