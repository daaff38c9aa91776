package cn.dandang.deploy.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

class PortsTest {

    @Test
    void the_usual_ports_are_those_of_the_conventions() {
        Ports ports = Ports.from(Ports.USUAL_BASE);
        assertThat(ports.of("gateway")).isEqualTo(8080);
        assertThat(ports.of("assessment")).isEqualTo(8081);
        assertThat(ports.of("oversight")).isEqualTo(8085);
        assertThat(ports.management("tolerance")).isEqualTo(9082);
        assertThat(ports.bootstrap()).isEqualTo("127.0.0.1:19092");
    }

    @Test
    void free_ports_are_all_different() {
        assertThat(Ports.free().all().values()).doesNotHaveDuplicates().hasSize(14);
    }

    @Test
    void a_taken_port_is_named_with_its_process() throws Exception {
        Ports ports = Ports.free();
        try (ServerSocket taken = new ServerSocket(ports.of("tolerance"), 1, InetAddress.getLoopbackAddress())) {
            assertThat(taken.isBound()).isTrue();
            assertThatThrownBy(() -> PortCheck.requireFree(ports)).isInstanceOfSatisfying(StackFailure.class, failure -> {
                assertThat(failure.code()).isEqualTo(ExitCode.PORT_IN_USE);
                assertThat(failure).hasMessageContaining(Integer.toString(ports.of("tolerance"))).hasMessageContaining("tolerance");
            });
        }
        PortCheck.requireFree(ports);
    }

    @Test
    void on_linux_the_holder_is_known() throws Exception {
        Assumptions.assumeTrue(Files.exists(Path.of("/proc/net/tcp")), "only Linux tells");
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertThat(PortCheck.holder(taken.getLocalPort())).get().asString().startsWith(ProcessHandle.current().pid() + " (java");
        }
    }
}
