package cn.dandang.ledger;

import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps an observer that throws from taking an append with it that has landed. */
final class QuietObserver implements LedgerObserver {

    private static final Logger log = LoggerFactory.getLogger(QuietObserver.class);

    private final LedgerObserver inner;

    QuietObserver(LedgerObserver inner) {
        this.inner = inner;
    }

    private static void quietly(Runnable telling) {
        try {
            telling.run();
        } catch (RuntimeException e) {
            log.warn("A ledger observer failed; it is told again next time", e);
        }
    }

    @Override
    public void appended(int records, Duration took) {
        quietly(() -> inner.appended(records, took));
    }

    @Override
    public void batchLanded(int appends, int records, int bytes, long head) {
        quietly(() -> inner.batchLanded(appends, records, bytes, head));
    }

    @Override
    public void refused(AppendRefused refusal) {
        quietly(() -> inner.refused(refusal));
    }

    @Override
    public void outcomeUnknown(long firstPosition, Throwable cause) {
        quietly(() -> inner.outcomeUnknown(firstPosition, cause));
    }

    @Override
    public void tailFailed(String name, long position, Throwable cause) {
        quietly(() -> inner.tailFailed(name, position, cause));
    }
}
