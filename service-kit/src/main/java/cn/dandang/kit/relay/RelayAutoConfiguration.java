package cn.dandang.kit.relay;

import cn.dandang.kit.boot.DandangProperties;
import cn.dandang.kit.boot.StartPhase;
import cn.dandang.kit.boot.StartStep;
import cn.dandang.kit.codec.EventCodec;
import cn.dandang.kit.erasure.ErasurePublisher;
import cn.dandang.kit.metrics.WireMetrics;
import cn.dandang.kit.publishing.FactPublisher;
import cn.dandang.kit.relay.RelayStatus.State;
import cn.dandang.kit.topic.KafkaClients;
import cn.dandang.ledger.Ledger;
import java.time.Duration;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;

/** The relay of a service that publishes. */
@AutoConfiguration
@ConditionalOnProperty("dandang.service")
@ConditionalOnBean(FactPublisher.class)
public class RelayAutoConfiguration {
    private static final Duration REJOIN_AFTER = Duration.ofSeconds(2);

    @Bean(destroyMethod = "")
    Relay relay(DandangProperties properties, Ledger ledger, EventCodec codec, FactPublisher publisher, KafkaClients clients, WireMetrics metrics) {
        Relay relay = new Relay(properties.service(), ledger, recorded -> codec.recorded(properties.service(), recorded), new ErasurePublisher(publisher), clients, properties.reports(), REJOIN_AFTER);
        metrics.works("relay", () -> relay.status().state() != State.STOPPED);
        metrics.relayLag(relay::lag);
        return relay;
    }

    @Bean
    StartStep relayStep(Relay relay) {
        return new StartStep() {
            @Override
            public StartPhase phase() {
                return StartPhase.LIVE;
            }

            @Override
            public String name() {
                return "relay";
            }

            @Override
            public void start(Progress progress) {
                relay.start();
            }

            @Override
            public void stop() {
                relay.close();
            }
        };
    }

    @Bean
    HealthIndicator relayHealthIndicator(Relay relay) {
        return () -> {
            RelayStatus status = relay.status();
            Health.Builder health = status.state() == State.STOPPED ? Health.down() : Health.up();
            if (status.reason() != null) {
                health.withDetail("zh", status.reason().zh()).withDetail("en", status.reason().en());
            }
            return health.withDetail("state", status.state()).build();
        };
    }
}
