package cn.dandang.deploy.cli;

import cn.dandang.deploy.stack.Progress;
import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;

/** Prints progress with the seconds since the beginning. */
final class Console implements Progress {
    private final Instant begin = Instant.now();
    private final PrintStream out;

    Console(PrintStream out) {
        this.out = out;
    }

    double seconds() {
        return Duration.between(begin, Instant.now()).toMillis() / 1000.0;
    }

    @Override
    public synchronized void said(String zh, String en) {
        out.println(String.format(Locale.ROOT, "[%6.1f s] ", seconds()) + zh + " · " + en);
    }
}
