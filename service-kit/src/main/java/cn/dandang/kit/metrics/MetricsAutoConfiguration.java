package cn.dandang.kit.metrics;

import cn.dandang.kit.boot.DandangProperties;
import cn.dandang.ledger.LedgerObserver;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.config.MeterFilter;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.core.env.Environment;

/** The figures of a service. With {@code dandang.metrics.reactions=false}, and always in the service of reports, only those that tell nothing. */
@AutoConfiguration
@ConditionalOnProperty("dandang.service")
public class MetricsAutoConfiguration {

    @Bean
    LedgerObserver ledgerMetrics(ObjectProvider<MeterRegistry> registry, DandangProperties properties, Environment environment) {
        return silent(properties, environment) ? LedgerObserver.NONE : new LedgerMetrics(registry.getIfAvailable(SimpleMeterRegistry::new));
    }

    @Bean
    WireMetrics wireMetrics(ObjectProvider<MeterRegistry> registry, DandangProperties properties, Environment environment) {
        return new WireMetrics(registry.getIfAvailable(SimpleMeterRegistry::new), silent(properties, environment));
    }

    @Bean
    MeterFilter silentMeters(DandangProperties properties, Environment environment) {
        return silent(properties, environment) ? new SilentMeters() : new MeterFilter() {};
    }

    private static boolean silent(DandangProperties properties, Environment environment) {
        return properties.reports() || !environment.getProperty("dandang.metrics.reactions", Boolean.class, true);
    }
}
