package cn.dandang.gateway.process;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.Map;
import org.springframework.boot.context.event.ApplicationEnvironmentPreparedEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.core.Ordered;
import org.springframework.core.env.ConfigurableEnvironment;

/**
 * Keeps profile local on one machine: it refuses to start on Kubernetes or on an address that is not loopback,
 * because its accounts share one password.
 */
public final class LocalProfileGuard implements ApplicationListener<ApplicationEnvironmentPreparedEvent>, Ordered {
    private final Map<String, String> variables;

    public LocalProfileGuard(Map<String, String> variables) {
        this.variables = variables;
    }

    @Override
    public int getOrder() {
        return Ordered.LOWEST_PRECEDENCE;
    }

    @Override
    public void onApplicationEvent(ApplicationEnvironmentPreparedEvent event) {
        ConfigurableEnvironment environment = event.getEnvironment();
        if (!Arrays.asList(environment.getActiveProfiles()).contains("local")) {
            return;
        }
        if (variables.containsKey("KUBERNETES_SERVICE_HOST")) {
            throw new StartRefused(
                    "local 配置只供单机使用，不能在 Kubernetes 上启动；请改用身份提供者登录的配置。",
                    "Profile local is for one machine and does not start on Kubernetes; use a configuration with an identity provider.");
        }
        String address = environment.getProperty("server.address", "");
        if (!isLoopback(address)) {
            throw new StartRefused(
                    "local 配置只能绑定本机回环地址，现为「" + address + "」；请设 server.address=127.0.0.1。",
                    "Profile local binds to loopback only, not to '" + address + "'; set server.address=127.0.0.1.");
        }
    }

    private static boolean isLoopback(String address) {
        try {
            return !address.isBlank() && InetAddress.getByName(address).isLoopbackAddress();
        } catch (UnknownHostException unknown) {
            return false;
        }
    }
}
