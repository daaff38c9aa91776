package cn.dandang.kit.checkpoint;

import cn.dandang.kit.boot.StartPhase;
import cn.dandang.kit.boot.StartStep;
import java.time.Duration;

/** Signs the ledger before the service takes orders; the start ends where the ledger contradicts what was signed. */
final class CheckpointStep implements StartStep {
    private final String name;
    private final Checkpoints checkpoints;
    private final Duration interval;

    CheckpointStep(String name, Checkpoints checkpoints, Duration interval) {
        this.name = name;
        this.checkpoints = checkpoints;
        this.interval = interval;
    }

    @Override
    public StartPhase phase() {
        return StartPhase.KNOWLEDGE;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public void start(Progress progress) {
        checkpoints.begin(interval);
    }
}
