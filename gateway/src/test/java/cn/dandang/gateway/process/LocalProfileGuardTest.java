package cn.dandang.gateway.process;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.bootstrap.DefaultBootstrapContext;
import org.springframework.boot.context.event.ApplicationEnvironmentPreparedEvent;
import org.springframework.mock.env.MockEnvironment;

class LocalProfileGuardTest {

    @Test
    void local_starts_on_loopback_only() {
        assertThatCode(() -> check("local", "127.0.0.1", Map.of())).doesNotThrowAnyException();
        assertThatCode(() -> check("local", "::1", Map.of())).doesNotThrowAnyException();
        assertThatThrownBy(() -> check("local", "0.0.0.0", Map.of())).isInstanceOf(StartRefused.class).hasMessageContaining("回环").hasMessageContaining("loopback");
        assertThatThrownBy(() -> check("local", "", Map.of())).isInstanceOf(StartRefused.class);
    }

    @Test
    void local_does_not_start_on_kubernetes() {
        assertThatThrownBy(() -> check("local", "127.0.0.1", Map.of("KUBERNETES_SERVICE_HOST", "10.0.0.1")))
                .isInstanceOf(StartRefused.class).hasMessageContaining("Kubernetes");
    }

    @Test
    void other_profiles_may_bind_to_any_address() {
        assertThatCode(() -> check("production", "0.0.0.0", Map.of("KUBERNETES_SERVICE_HOST", "10.0.0.1"))).doesNotThrowAnyException();
    }

    private static void check(String profile, String address, Map<String, String> variables) {
        MockEnvironment environment = new MockEnvironment().withProperty("server.address", address);
        environment.setActiveProfiles(profile);
        new LocalProfileGuard(variables).onApplicationEvent(
                new ApplicationEnvironmentPreparedEvent(new DefaultBootstrapContext(), new SpringApplication(), new String[0], environment));
    }
}
