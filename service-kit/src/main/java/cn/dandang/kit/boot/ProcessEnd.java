package cn.dandang.kit.boot;

import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.Executors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Lets a launcher end this process in order: when standard input closes, the application ends; a SIGINT, which a terminal sends to the whole group, is left to the launcher. */
final class ProcessEnd {
    private static final Logger log = LoggerFactory.getLogger(ProcessEnd.class);

    private ProcessEnd() {}

    /** @param end run once when the input has closed */
    static void whenClosed(InputStream input, Runnable end) {
        Executors.newSingleThreadExecutor(Thread.ofPlatform().daemon().name("dandang-stdin").factory()).execute(() -> {
            try {
                while (input.read() >= 0) {
                    // whatever is typed is of no meaning
                }
            } catch (IOException e) {
                log.debug("Standard input failed", e);
            }
            log.info("Standard input has closed: ending");
            end.run();
        });
    }

    static void ignoreInterrupts() {
        sun.misc.Signal.handle(new sun.misc.Signal("INT"), sun.misc.SignalHandler.SIG_IGN);
    }
}
