package cn.dandang.kit.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The library as a process of its own, as a launcher starts it. */
class LocalProcessIT {
    private static final Pattern PORTS = Pattern.compile("Tomcat started on port (\\d+)");

    @TempDir
    private Path folder;

    private Process start(Path log, Map<String, String> environment, String... more) throws Exception {
        List<String> command = new ArrayList<>(List.of(System.getProperty("java.home") + File.separator + "bin" + File.separator + "java", "--enable-native-access=ALL-UNNAMED",
                "-cp", System.getProperty("java.class.path"), LoanService.class.getName(),
                "--dandang.service=loan", "--dandang.data-dir=" + folder.resolve("data"), "--server.port=0", "--spring.profiles.active=local", "--dandang.exit-on-stdin-close=true"));
        command.addAll(List.of(more));
        // the module's tests have a log configuration of their own; a service has none, which is what this stands for
        Path logging = Files.writeString(folder.resolve("logback.xml"), """
                <configuration>
                  <include resource="org/springframework/boot/logging/logback/defaults.xml"/>
                  <include resource="org/springframework/boot/logging/logback/structured-console-appender.xml"/>
                  <root level="INFO"><appender-ref ref="CONSOLE"/></root>
                </configuration>
                """);
        command.add("--logging.config=" + logging);
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
        builder.environment().putAll(environment);
        return builder.start();
    }

    @Test
    void a_process_ignores_the_terminals_interrupt_and_ends_in_order_when_its_input_closes() throws Exception {
        Path log = folder.resolve("log");
        Process process = start(log, Map.of());
        try (HttpClient http = HttpClient.newHttpClient()) {
            Awaitility.await().atMost(Duration.ofMinutes(1)).until(() -> Files.readString(log).contains("Start phase READY done"));
            Matcher ports = PORTS.matcher(Files.readString(log));
            assertThat(ports.find() && ports.find()).as("two ports in the log").isTrue();
            HttpRequest readiness = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + ports.group(1) + "/actuator/health/readiness")).build();
            assertThat(http.send(readiness, HttpResponse.BodyHandlers.ofString()).statusCode()).isEqualTo(200);

            assertThat(new ProcessBuilder("kill", "-INT", String.valueOf(process.pid())).start().waitFor()).isZero();
            for (int i = 0; i < 20; i++) {
                assertThat(http.send(readiness, HttpResponse.BodyHandlers.ofString()).statusCode()).isEqualTo(200);
            }
            process.getOutputStream().close();
            assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
            assertThat(process.exitValue()).isZero();
            assertThat(Files.readString(log)).contains("Standard input has closed").contains("Graceful shutdown complete");
            assertThat(Files.readAllLines(log).stream().filter(line -> line.contains("Start phase READY done"))).singleElement().asString()
                    .startsWith("{").contains("\"service\":{\"name\":\"dandang-loan\"");
        } finally {
            process.destroyForcibly();
        }
    }

    @Test
    void the_local_profile_refuses_to_start_on_kubernetes_and_on_an_open_address() throws Exception {
        Path log = folder.resolve("kubernetes");
        Process onKubernetes = start(log, Map.of("KUBERNETES_SERVICE_HOST", "10.0.0.1"));
        assertThat(onKubernetes.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(onKubernetes.exitValue()).isEqualTo(1);
        assertThat(Files.readString(log)).contains("does not start on Kubernetes").doesNotContain("\tat ");

        Path open = folder.resolve("open");
        Process onAllAddresses = start(open, Map.of(), "--server.address=0.0.0.0");
        assertThat(onAllAddresses.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(onAllAddresses.exitValue()).isEqualTo(1);
        assertThat(Files.readString(open)).contains("binds to loopback only, but server.address is 0.0.0.0");
    }
}
