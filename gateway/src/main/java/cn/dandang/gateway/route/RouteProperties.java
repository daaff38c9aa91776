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
 * @param timeout        how long a service may take for its answer; of one longer than a mebibyte, for the first mebibyte
 * @param reportTimeout  the same for a report over a whole ledger, such as what a change of the rules would alter
 * @param connectTimeout how long a connection may take
 * @param streamTimeout  how long nothing may come of an answer that is under way; not below {@code reportTimeout}
 */
@ConfigurationProperties("dandang.gateway")
record RouteProperties(
        @DefaultValue Map<String, URI> services,
        @DefaultValue("5s") Duration timeout,
        @DefaultValue("10m") Duration reportTimeout,
        @DefaultValue("1s") Duration connectTimeout,
        @DefaultValue("30m") Duration streamTimeout) {}
