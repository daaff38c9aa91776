package cn.dandang.gateway.route;

import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.timelimiter.TimeLimiterConfig;
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
        TimeLimiterConfig limit = TimeLimiterConfig.custom().timeoutDuration(properties.timeout()).cancelRunningFuture(true).build();
        return factory -> {
            factory.configureExecutorService(Executors.newVirtualThreadPerTaskExecutor());
            factory.configureDefault(id -> new Resilience4JConfigBuilder(id).circuitBreakerConfig(breaker).timeLimiterConfig(limit).build());
            // the factory takes the limit from here alone: without an entry under a service's name it would be the library's second
            properties.services().keySet().forEach(service -> factory.getTimeLimiterRegistry().addConfiguration(service, limit));
        };
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
                && !name.startsWith("http.client");
    }
}
