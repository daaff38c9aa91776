package cn.dandang.bench.profile;

import java.util.Locale;
import java.util.stream.Collectors;

/**
 * One more round of our side, looked at while it ran.
 *
 * @param perSecond what it reached while it was looked at
 * @param cores     processors that the process kept busy, on average
 * @param sampled   of these, how many ran Java threads; the rest are the garbage collector, the compiler and the recording
 * @param running   samples by processor time
 * @param waiting   samples by the clock of the calls on their way, running or in the system; empty where other threads of the
 *                  process would distort them
 */
public record Profile(double perSecond, double cores, double sampled, Stacks running, Stacks waiting) {

    private static final int NAMED = 6;

    /** What took most of the processors' time, in a line. */
    public String line() {
        return String.format(Locale.ROOT, "%.1f µs of processor time each, %.1f processors busy; of the time of Java threads ", microsEach(), cores)
                + running.purposes().stream().limit(NAMED).map(each -> String.format(Locale.ROOT, "%s %.0f %%", each.name(), each.share() * 100))
                        .collect(Collectors.joining(" · "));
    }

    /** Microseconds of processor time for each operation, all threads of the process together. */
    double microsEach() {
        return cores / perSecond * 1e6;
    }
}
