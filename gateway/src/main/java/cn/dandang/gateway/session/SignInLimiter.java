package cn.dandang.gateway.session;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * Slows down guessing: {@value #PER_NAME} failures of one name from one address, {@value #PER_NAME_ANYWHERE} of one name from
 * anywhere, or {@value #PER_ADDRESS} from one address within five minutes, and further tries are refused until the oldest
 * failure is five minutes old. A try counts as a failure from its beginning, so that parallel tries gain nothing.
 */
@Component
class SignInLimiter {
    static final int PER_NAME = 5;
    static final int PER_NAME_ANYWHERE = 25;
    static final int PER_ADDRESS = 50;
    private static final Duration WINDOW = Duration.ofMinutes(5);
    private static final int MOST_KEYS = 20_000;

    private final Clock clock;
    private final Map<String, Deque<Instant>> failures = new LinkedHashMap<>(256, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Deque<Instant>> eldest) {
            return size() > MOST_KEYS;
        }
    };

    SignInLimiter() {
        this(Clock.systemUTC());
    }

    SignInLimiter(Clock clock) {
        this.clock = clock;
    }

    /** Zero when the try may go on (it then counts until {@link #succeeded}), else the seconds to wait. */
    synchronized int begin(String username, String address) {
        Instant now = clock.instant();
        List<Limit> limits = limits(username, address);
        long wait = limits.stream().mapToLong(limit -> limit.waitSeconds(recent(limit.key(), now), now)).max().orElse(0);
        if (wait == 0) {
            limits.forEach(limit -> recent(limit.key(), now).add(now));
        }
        return (int) wait;
    }

    /** Forgets what counted against this name from this address. */
    synchronized void succeeded(String username, String address) {
        List<Limit> limits = limits(username, address);
        failures.remove(limits.getFirst().key());
        limits.stream().skip(1).map(limit -> failures.get(limit.key())).filter(tries -> tries != null).forEach(Deque::pollLast);
    }

    private Deque<Instant> recent(String key, Instant now) {
        Deque<Instant> tries = failures.computeIfAbsent(key, absent -> new ArrayDeque<>());
        while (!tries.isEmpty() && !tries.getFirst().plus(WINDOW).isAfter(now)) {
            tries.removeFirst();
        }
        return tries;
    }

    private static List<Limit> limits(String username, String address) {
        String name = username.length() > 100 ? username.substring(0, 100) : username;
        return List.of(new Limit("name " + name + " at " + address, PER_NAME), new Limit("name " + name, PER_NAME_ANYWHERE),
                new Limit("address " + address, PER_ADDRESS));
    }

    private record Limit(String key, int most) {
        long waitSeconds(Deque<Instant> tries, Instant now) {
            return tries.size() < most ? 0 : Math.max(1, Duration.between(now, tries.getFirst().plus(WINDOW)).toSeconds());
        }
    }
}
