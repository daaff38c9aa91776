package cn.dandang.kit.boot;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.core.Ordered;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.Profiles;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.support.ResourcePropertySource;

/** Lays the kit's defaults below everything else, and keeps the local profile on one machine. */
public final class DandangDefaults implements EnvironmentPostProcessor, Ordered {
    private static final List<String> PORT_ORDER = List.of("assessment", "tolerance", "clarification", "incentive", "oversight");
    private static final List<String> QUIET_METRICS = List.of("http", "tomcat", "spring.security", "mongodb", "logback", "executor");
    private static final int FIRST_PORT = 8081;
    private static final int MANAGEMENT_OFFSET = 1000;

    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        @Nullable String service = environment.getProperty("dandang.service");
        if (service == null) {
            // another process that has the kit on its class path
            return;
        }
        try {
            environment.getPropertySources().addLast(new ResourcePropertySource("dandang-defaults", new ClassPathResource("dandang-defaults.properties")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Map<String, Object> byService = new HashMap<>();
        int known = PORT_ORDER.indexOf(service);
        int port = environment.getProperty("server.port", Integer.class, known < 0 ? 0 : FIRST_PORT + known);
        byService.put("server.port", port);
        byService.put("management.server.port", port == 0 ? 0 : port + MANAGEMENT_OFFSET);
        boolean local = environment.acceptsProfiles(Profiles.of("local"));
        if (local) {
            byService.put("dandang.clock.adjustable", "true");
            byService.put("dandang.places.require-setup", "false");
        }
        if (service.equals("clarification")) {
            // the number of requests, queries and log lines would tell of reports
            QUIET_METRICS.forEach(name -> byService.put("management.metrics.enable." + name, "false"));
        }
        environment.getPropertySources().addBefore("dandang-defaults", new MapPropertySource("dandang-by-service", byService));
        if (local) {
            checkLocal(environment);
        }
    }

    private static void checkLocal(ConfigurableEnvironment environment) {
        if (environment.getProperty("KUBERNETES_SERVICE_HOST") != null) {
            throw new LocalProfileException("The profile \"local\" does not start on Kubernetes (KUBERNETES_SERVICE_HOST is set). 本地配置不能在 Kubernetes 上启动。");
        }
        for (String name : List.of("server.address", "management.server.address")) {
            String address = environment.getRequiredProperty(name);
            if (!loopback(address)) {
                throw new LocalProfileException("The profile \"local\" binds to loopback only, but " + name + " is " + address + ". 本地配置只能绑定回环地址。");
            }
        }
    }

    private static boolean loopback(String address) {
        try {
            return InetAddress.getByName(address).isLoopbackAddress();
        } catch (UnknownHostException e) {
            return false;
        }
    }

    @Override
    public int getOrder() {
        // after the application's own files were read
        return Ordered.LOWEST_PRECEDENCE;
    }
}
