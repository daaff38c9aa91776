package cn.dandang.gateway.route;

import static org.springframework.cloud.gateway.server.mvc.filter.BeforeFilterFunctions.uri;
import static org.springframework.cloud.gateway.server.mvc.handler.GatewayRouterFunctions.route;
import static org.springframework.cloud.gateway.server.mvc.handler.HandlerFunctions.http;
import static org.springframework.web.servlet.function.RequestPredicates.path;

import cn.dandang.gateway.problem.Problem;
import cn.dandang.gateway.problem.ProblemWriter;
import java.net.URI;
import java.util.Map;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManager;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.pool.PoolConcurrencyPolicy;
import org.apache.hc.core5.util.TimeValue;
import org.apache.hc.core5.util.Timeout;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.client.HttpComponentsClientHttpRequestFactory;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.RouterFunctions;
import org.springframework.web.servlet.function.ServerResponse;

/** One route for each service, /api/{service}/v1/**, and a problem for every other address under /api. */
@Configuration(proxyBeanMethods = false)
class ServiceRoutes {
    /** To one service; more wait for a connection. */
    private static final int CALLS_AT_ONCE = 1000;
    /** A connection is given up before the service does, which keeps it for twenty seconds. */
    private static final TimeValue IDLE = TimeValue.ofSeconds(10);

    /** Waits on the caller's own thread, which is a virtual one. No call is made twice: a lost answer may have been to an order that was taken. */
    @Bean
    HttpComponentsClientHttpRequestFactory servicesHttp(RouteProperties properties) {
        PoolingHttpClientConnectionManager connections = PoolingHttpClientConnectionManagerBuilder.create()
                .setPoolConcurrencyPolicy(PoolConcurrencyPolicy.LAX)
                .setMaxConnPerRoute(CALLS_AT_ONCE)
                .setDefaultConnectionConfig(ConnectionConfig.custom()
                        .setConnectTimeout(Timeout.of(properties.connectTimeout()))
                        .setValidateAfterInactivity(TimeValue.ofSeconds(1))
                        .build())
                .build();
        CloseableHttpClient client = HttpClients.custom()
                .setConnectionManager(connections)
                .addExecInterceptorFirst(LeftAnswers.class.getSimpleName(), new LeftAnswers())
                .evictIdleConnections(IDLE)
                .disableAutomaticRetries()
                .disableRedirectHandling()
                .disableCookieManagement()
                .disableAuthCaching()
                .disableContentCompression()
                .disableDefaultUserAgent()
                .build();
        HttpComponentsClientHttpRequestFactory factory = new HttpComponentsClientHttpRequestFactory(client);
        factory.setConnectionRequestTimeout(properties.timeout());
        // it is the time limiter that ends what does not begin
        factory.setReadTimeout(properties.streamTimeout());
        return factory;
    }

    @Bean
    @Order(0)
    RouterFunction<ServerResponse> routesToServices(RouteProperties properties, ServiceCall call) {
        RouterFunctions.Builder all = RouterFunctions.route();
        for (Map.Entry<String, URI> service : properties.services().entrySet()) {
            all.add(route(service.getKey())
                    .route(path("/api/" + service.getKey() + "/v1/**"), http())
                    .filter(call.to(service.getKey()))
                    .before(uri(service.getValue()))
                    .build());
        }
        return all.build();
    }

    /** After the controllers, which order 1 would precede; before the console's files. */
    @Bean
    @Order(10)
    RouterFunction<ServerResponse> routesToNothing(ProblemWriter problems) {
        return RouterFunctions.route()
                .route(path("/api/{service}/v1/**"), request -> problems.answer(Problem.notFound(), request.servletRequest()))
                .build();
    }
}
