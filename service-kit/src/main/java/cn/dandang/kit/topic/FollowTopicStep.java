package cn.dandang.kit.topic;

import cn.dandang.kit.boot.StartPhase;
import cn.dandang.kit.boot.StartStep;
import java.time.Duration;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A step of the start that reads a topic to its end and then follows it. */
public final class FollowTopicStep implements StartStep {
    private final StartPhase phase;
    private final String name;
    private final Supplier<TopicFollower> start;
    private volatile @Nullable TopicFollower follower;

    public FollowTopicStep(StartPhase phase, String name, Supplier<TopicFollower> start) {
        this.phase = phase;
        this.name = name;
        this.start = start;
    }

    @Override
    public StartPhase phase() {
        return phase;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public void start(Progress progress) throws InterruptedException {
        TopicFollower reading = start.get();
        follower = reading;
        while (!reading.awaitEnd(Duration.ofMillis(250))) {
            if (reading.failure().isPresent()) {
                throw reading.failure().get();
            }
            long remaining = reading.remaining();
            progress.at(remaining < 0 ? "waiting for the brokers" : remaining + " records left");
        }
    }

    /** Whether it reads on. */
    public boolean working() {
        TopicFollower reading = follower;
        return reading != null && reading.failure().isEmpty();
    }

    @Override
    public void stop() {
        TopicFollower reading = follower;
        if (reading != null) {
            reading.close();
        }
    }
}
