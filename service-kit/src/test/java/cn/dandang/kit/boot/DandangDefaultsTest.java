package cn.dandang.kit.boot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.springframework.boot.SpringApplication;
import org.springframework.mock.env.MockEnvironment;

class DandangDefaultsTest {
    private static MockEnvironment after(MockEnvironment environment) {
        new DandangDefaults().postProcessEnvironment(environment, new SpringApplication());
        return environment;
    }

    private static MockEnvironment service(String name) {
        return new MockEnvironment().withProperty("dandang.service", name);
    }

    @Test
    void ports_follow_the_service_and_the_management_port_the_port() {
        MockEnvironment tolerance = after(service("tolerance"));
        assertThat(tolerance.getProperty("server.port")).isEqualTo("8082");
        assertThat(tolerance.getProperty("management.server.port")).isEqualTo("9082");
        assertThat(tolerance.getProperty("springdoc.api-docs.path")).isEqualTo("/api/tolerance/v1/openapi");
        assertThat(after(service("oversight").withProperty("server.port", "7000")).getProperty("management.server.port")).isEqualTo("8000");
        assertThat(after(service("oversight").withProperty("server.port", "0")).getProperty("management.server.port")).isEqualTo("0");
    }

    @Test
    void the_short_names_of_the_environment_are_read_and_what_is_set_goes_before_a_default() {
        MockEnvironment elsewhere = after(service("incentive").withProperty("KAFKA_BOOTSTRAP", "k:9092").withProperty("MONGODB_URI", "mongodb://m/db").withProperty("dandang.data-dir", "/data"));
        assertThat(elsewhere.getProperty("dandang.kafka.bootstrap")).isEqualTo("k:9092");
        assertThat(elsewhere.getProperty("dandang.mongodb.uri")).isEqualTo("mongodb://m/db");
        assertThat(elsewhere.getProperty("dandang.data-dir")).isEqualTo("/data");
        assertThat(after(service("incentive")).getProperty("dandang.mongodb.uri")).isEmpty();
    }

    @Test
    void only_the_local_profile_moves_the_clock_and_only_on_loopback() {
        assertThat(after(service("tolerance")).getProperty("dandang.clock.adjustable")).isEqualTo("false");
        MockEnvironment local = service("tolerance");
        local.setActiveProfiles("local");
        assertThat(after(local).getProperty("dandang.clock.adjustable")).isEqualTo("true");
        MockEnvironment open = service("tolerance").withProperty("server.address", "0.0.0.0");
        open.setActiveProfiles("local");
        assertThatThrownBy(() -> after(open)).isInstanceOf(LocalProfileException.class).hasMessageContaining("0.0.0.0");
        MockEnvironment kubernetes = service("tolerance").withProperty("KUBERNETES_SERVICE_HOST", "10.0.0.1");
        kubernetes.setActiveProfiles("local");
        assertThatThrownBy(() -> after(kubernetes)).isInstanceOf(LocalProfileException.class).hasMessageContaining("Kubernetes");
        assertThat(after(service("tolerance").withProperty("KUBERNETES_SERVICE_HOST", "10.0.0.1").withProperty("server.address", "0.0.0.0")).getProperty("server.address")).isEqualTo("0.0.0.0");
    }

    @Test
    void clarification_counts_nothing_that_would_tell_of_reports() {
        assertThat(after(service("clarification")).getProperty("management.metrics.enable.http")).isEqualTo("false");
        assertThat(after(service("tolerance")).getProperty("management.metrics.enable.http")).isNull();
    }

    @Test
    void another_process_with_the_kit_on_its_class_path_is_left_alone() {
        assertThat(after(new MockEnvironment()).getProperty("dandang.data-dir")).isNull();
    }
}
