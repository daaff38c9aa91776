package cn.dandang.gateway.process;

import java.io.IOException;
import java.io.InputStream;
import org.springframework.boot.context.event.ApplicationPreparedEvent;
import org.springframework.context.ApplicationListener;
import sun.misc.Signal;
import sun.misc.SignalHandler;

/**
 * With {@code dandang.exit-on-stdin-close=true} the process ends in order when its standard input closes, so that it
 * never outlives the launcher, and ignores SIGINT, which a terminal sends to the whole group: the launcher decides the order.
 */
public final class Lifeline implements ApplicationListener<ApplicationPreparedEvent> {

    @Override
    public void onApplicationEvent(ApplicationPreparedEvent event) {
        if (event.getApplicationContext().getEnvironment().getProperty("dandang.exit-on-stdin-close", Boolean.class, false)) {
            Signal.handle(new Signal("INT"), SignalHandler.SIG_IGN);
            Thread.ofPlatform().daemon().name("lifeline").start(() -> {
                awaitEnd(System.in);
                System.exit(0);
            });
        }
    }

    private static void awaitEnd(InputStream input) {
        byte[] ignored = new byte[256];
        try {
            while (input.read(ignored) >= 0) {
                // what arrives is of no interest, only that the other end is still there
            }
        } catch (IOException closed) {
            // a broken pipe is an end, too
        }
    }
}
