package cn.dandang.kit.access;

import cn.dandang.kit.decision.Actor;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
import java.time.Duration;

/**
 * Which matters were shown to whom a moment ago by this process, their looks on record: such a look stands for the parts that the page of the
 * matter loads after it (decision 0083). What is forgotten, or known to another process, is recorded once more and never less. Thread-safe.
 */
final class RecentLooks {
    /** As long as a slow page may take to load its parts; what a reader asks for later he asks for himself. */
    static final Duration STANDS = Duration.ofSeconds(10);
    private static final long MOST = 10_000;

    private final Cache<Shown, Boolean> shown;

    RecentLooks(Ticker ticker) {
        shown = Caffeine.newBuilder().expireAfterWrite(STANDS).maximumSize(MOST).ticker(ticker).executor(Runnable::run).build();
    }

    /** A matter, and whom it is shown to in which office. */
    record Shown(String person, String office, String matter) {
        static Shown of(Actor actor, String address) {
            return new Shown(actor.person(), actor.office(), address);
        }

        static Shown whole(Actor actor, String addressOfPart) {
            return of(actor, addressOfPart.substring(0, Math.max(0, addressOfPart.lastIndexOf('/'))));
        }
    }

    void remember(Shown look) {
        shown.put(look, true);
    }

    boolean knows(Shown look) {
        return shown.getIfPresent(look) != null;
    }
}
