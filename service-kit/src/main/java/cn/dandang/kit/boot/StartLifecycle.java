package cn.dandang.kit.boot;

import org.springframework.context.SmartLifecycle;

/** Ties the start phases to the application: begun last, ended first. */
final class StartLifecycle implements SmartLifecycle {
    private final StartPhases phases;
    private volatile boolean running;

    StartLifecycle(StartPhases phases) {
        this.phases = phases;
    }

    @Override
    public void start() {
        running = true;
        phases.begin();
    }

    @Override
    public void stop() {
        phases.close();
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    @Override
    public int getPhase() {
        // after the web server, which answers 503 with the progress meanwhile
        return Integer.MAX_VALUE;
    }
}
