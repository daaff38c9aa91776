package cn.dandang.gateway.route;

import java.net.URI;
import java.time.Duration;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where the services are ({@code dandang.gateway.*}).
 *
 * @param services       name → base address
 * @param timeout        how long a service may take to begin its answer
 * @param connectTimeout how long a connection may take
 */
@ConfigurationProperties("dandang.gateway")
record RouteProperties(
        @DefaultValue Map<String, URI> services, @DefaultValue("5s") Duration timeout, @DefaultValue("1s") Duration connectTimeout) {}
