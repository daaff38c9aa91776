package cn.dandang.kit.boot;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/** The start as part of readiness. */
final class StartHealth implements HealthIndicator {
    private final StartPhases phases;

    StartHealth(StartPhases phases) {
        this.phases = phases;
    }

    @Override
    public Health health() {
        return (phases.ready() ? Health.up() : Health.outOfService()).withDetail("progress", phases.progress()).build();
    }
}
