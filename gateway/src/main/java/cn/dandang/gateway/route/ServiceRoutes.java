package cn.dandang.gateway.route;

import static org.springframework.cloud.gateway.server.mvc.filter.BeforeFilterFunctions.uri;
import static org.springframework.cloud.gateway.server.mvc.handler.GatewayRouterFunctions.route;
import static org.springframework.cloud.gateway.server.mvc.handler.HandlerFunctions.http;
import static org.springframework.web.servlet.function.RequestPredicates.path;

import cn.dandang.gateway.problem.Problem;
import cn.dandang.gateway.problem.ProblemWriter;
import java.net.URI;
import java.net.http.HttpClient;
import java.util.Map;
import java.util.concurrent.Executors;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.client.ClientHttpRequestFactory;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.RouterFunctions;
import org.springframework.web.servlet.function.ServerResponse;

/** One route for each service, /api/{service}/v1/**, and a problem for every other address under /api. */
@Configuration(proxyBeanMethods = false)
class ServiceRoutes {

    @Bean
    ClientHttpRequestFactory servicesHttp(RouteProperties properties) {
        HttpClient client = HttpClient.newBuilder()
                // an upgrade offer with each request would only be refused
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(properties.connectTimeout())
                .executor(Executors.newVirtualThreadPerTaskExecutor())
                .build();
        JdkClientHttpRequestFactory factory = new JdkClientHttpRequestFactory(client);
        // counts to the end of an answer, so it is the time limiter that ends what does not begin
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
