package cn.dandang.gateway.route;

import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.timelimiter.TimeLimiterConfig;
import io.github.resilience4j.timelimiter.TimeLimiterRegistry;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.config.MeterFilter;
import io.micrometer.core.instrument.config.MeterFilterReply;
import io.micrometer.observation.ObservationPredicate;
import java.time.Duration;
import java.util.concurrent.Executors;
import org.springframework.cloud.circuitbreaker.resilience4j.Resilience4JCircuitBreakerFactory;
import org.springframework.cloud.circuitbreaker.resilience4j.Resilience4JConfigBuilder;
import org.springframework.cloud.client.circuitbreaker.Customizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.server.observation.ServerRequestObservationContext;

/** When a call is given up, and when a service is left alone for a moment. */
@Configuration(proxyBeanMethods = false)
class Resilience {

    /** The breaker of a service's reports over a whole ledger: they may take long, and that they do says nothing about its other answers. */
    static String ofReports(String service) {
        return service + "-report";
    }

    @Bean
    Customizer<Resilience4JCircuitBreakerFactory> breakers(RouteProperties properties) {
        CircuitBreakerConfig breaker = CircuitBreakerConfig.custom()
                .slidingWindowType(CircuitBreakerConfig.SlidingWindowType.COUNT_BASED)
                .slidingWindowSize(20)
                .minimumNumberOfCalls(5)
                .failureRateThreshold(50)
                .waitDurationInOpenState(Duration.ofSeconds(3))
                .permittedNumberOfCallsInHalfOpenState(3)
                .maxWaitDurationInHalfOpenState(properties.timeout().multipliedBy(2))
                .build();
        return factory -> {
            factory.configureExecutorService(Executors.newVirtualThreadPerTaskExecutor());
            factory.configureDefault(id -> new Resilience4JConfigBuilder(id).circuitBreakerConfig(breaker).build());
            // the factory takes the limit from here alone: without an entry under a breaker's name it would be the library's second
            TimeLimiterRegistry limits = factory.getTimeLimiterRegistry();
            for (String service : properties.services().keySet()) {
                limits.addConfiguration(service, limit(properties.timeout()));
                limits.addConfiguration(ofReports(service), limit(properties.reportTimeout()));
            }
        };
    }

    private static TimeLimiterConfig limit(Duration longest) {
        return TimeLimiterConfig.custom().timeoutDuration(longest).cancelRunningFuture(true).build();
    }

    /** No figure may tell how often clarification is called: that would tell of reports. */
    @Bean
    MeterFilter nothingOfClarification() {
        return new MeterFilter() {
            @Override
            public MeterFilterReply accept(Meter.Id id) {
                boolean telling = id.getTags().stream().anyMatch(tag -> tag.getValue().contains("clarification"));
                return telling ? MeterFilterReply.DENY : MeterFilterReply.NEUTRAL;
            }
        };
    }

    @Bean
    ObservationPredicate noObservationOfClarification() {
        return (name, context) -> !(context instanceof ServerRequestObservationContext request
                && request.getCarrier().getRequestURI().startsWith("/api/clarification"))
                && !name.startsWith("http.client")
                // the breaker's own figures say the same
                && !name.startsWith("spring.cloud.circuitbreaker");
    }
}
