package cn.dandang.ledger;

import java.time.Clock;
import java.time.Duration;

/**
 * How a ledger is opened.
 *
 * @param clock         system time for {@code recordedAt}, never business time
 * @param appendTimeout how long an append waits for the store before its outcome is reported as unknown
 * @param pollInterval  how often tail readers look for the appends of other processes
 * @param observer      told about appends and tails
 * @param versionGaps   whether a stream may skip versions; false is the rule, and what the verifier expects. True is for event
 *                      stores whose streams begin elsewhere
 */
public record LedgerOptions(Clock clock, Duration appendTimeout, Duration pollInterval, LedgerObserver observer,
                            boolean versionGaps) {

    /** System clock, 10 s for an append, a look for foreign appends every 20 ms, no observer, no gaps. */
    public static LedgerOptions defaults() {
        return new LedgerOptions(Clock.systemUTC(), Duration.ofSeconds(10), Duration.ofMillis(20), LedgerObserver.NONE, false);
    }

    /** The same with another clock. */
    public LedgerOptions withClock(Clock other) {
        return new LedgerOptions(other, appendTimeout, pollInterval, observer, versionGaps);
    }

    /** The same with another time-out for appends. */
    public LedgerOptions withAppendTimeout(Duration other) {
        return new LedgerOptions(clock, other, pollInterval, observer, versionGaps);
    }

    /** The same with another interval for looking after foreign appends. */
    public LedgerOptions withPollInterval(Duration other) {
        return new LedgerOptions(clock, appendTimeout, other, observer, versionGaps);
    }

    /** The same with another observer. */
    public LedgerOptions withObserver(LedgerObserver other) {
        return new LedgerOptions(clock, appendTimeout, pollInterval, other, versionGaps);
    }

    /** The same, but streams may skip versions. */
    public LedgerOptions allowingVersionGaps() {
        return new LedgerOptions(clock, appendTimeout, pollInterval, observer, true);
    }
}
