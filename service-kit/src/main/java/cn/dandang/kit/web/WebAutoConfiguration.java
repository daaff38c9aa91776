package cn.dandang.kit.web;

import cn.dandang.kit.boot.DandangAutoConfiguration;
import cn.dandang.kit.boot.DandangProperties;
import cn.dandang.kit.boot.StartPhases;
import cn.dandang.kit.codec.Json;
import cn.dandang.kit.orders.Orders;
import cn.dandang.kit.problem.ProblemAdvice;
import jakarta.servlet.Filter;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.jackson.autoconfigure.JsonMapperBuilderCustomizer;
import org.springframework.boot.security.autoconfigure.web.servlet.SecurityFilterProperties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** The web layer of a service. */
@AutoConfiguration(after = DandangAutoConfiguration.class, beforeName = "org.springframework.boot.webmvc.autoconfigure.error.ErrorMvcAutoConfiguration")
@ConditionalOnProperty("dandang.service")
@Import({ProblemAdvice.class, ContainerErrors.class, OpenApiHeaders.class})
public class WebAutoConfiguration {
    private static final int BEFORE_SECURITY = SecurityFilterProperties.DEFAULT_FILTER_ORDER - 10;
    private static final int AFTER_SECURITY = SecurityFilterProperties.DEFAULT_FILTER_ORDER + 10;

    @Bean
    JsonMapperBuilderCustomizer sameJsonEverywhere() {
        return Json::configure;
    }

    @Bean
    WebMvcConfigurer requestArguments() {
        return new WebMvcConfigurer() {
            @Override
            public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
                resolvers.add(new RequestArguments());
            }
        };
    }

    @Bean
    Acts acts(Orders orders) {
        return new Acts(orders);
    }

    @Bean
    FilterRegistrationBean<TraceContext> traceContext() {
        return filter(new TraceContext(), BEFORE_SECURITY - 1, "/*");
    }

    @Bean
    FilterRegistrationBean<NotReadyYet> notReadyYet(StartPhases phases) {
        return filter(new NotReadyYet(phases), BEFORE_SECURITY, "/api/*");
    }

    @Bean
    FilterRegistrationBean<BufferedBody> bufferedBody(DandangProperties properties) {
        return filter(new BufferedBody(properties.maxBodyBytes()), AFTER_SECURITY, "/api/*");
    }

    @Bean
    FilterRegistrationBean<AtLeast> atLeast(ObjectProvider<ViewPositions> positions) {
        return filter(new AtLeast(new LazyPositions(positions)), AFTER_SECURITY + 1, "/api/*");
    }

    private static <F extends Filter> FilterRegistrationBean<F> filter(F filter, int order, String path) {
        FilterRegistrationBean<F> registration = new FilterRegistrationBean<>(filter);
        registration.setOrder(order);
        registration.addUrlPatterns(path);
        return registration;
    }
}
