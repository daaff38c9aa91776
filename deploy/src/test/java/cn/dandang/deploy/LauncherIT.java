package cn.dandang.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.dandang.deploy.stack.DataFolder;
import cn.dandang.deploy.stack.Installation;
import cn.dandang.deploy.stack.RunRecord;
import java.io.File;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The launcher as a process of its own, as a person starts it. */
class LauncherIT {
    private static final Duration LONG = Duration.ofMinutes(3);
    @TempDir
    Path place;
    private Process launcher;
    private DataFolder folder;
    private Path printed;

    @AfterEach
    void nothingStays() {
        if (launcher != null) {
            List<ProcessHandle> all = launcher.descendants().toList();
            launcher.destroyForcibly();
            all.forEach(ProcessHandle::destroyForcibly);
        }
    }

    @Test
    @DisplayName("a crashed process is started again; Ctrl-C ends everything in order and leaves no process")
    void crash_then_interrupt() throws Exception {
        start();
        long gateway = pid("gateway");
        ProcessHandle.of(gateway).orElseThrow().destroyForcibly();
        await().atMost(LONG).until(() -> pid("gateway") > 0 && pid("gateway") != gateway);
        await().atMost(LONG).until(() -> printed().lines().filter(line -> line.contains("gateway is ready")).count() == 2);
        assertThat(printed()).contains("gateway ended unexpectedly with exit code 137");
        List<ProcessHandle> children = launcher.descendants().toList();
        assertThat(children).hasSizeGreaterThanOrEqualTo(2);

        // a terminal sends the signal to the whole group
        new ProcessBuilder("kill", "-INT", "--", "-" + launcher.pid()).inheritIO().start().waitFor();
        assertThat(launcher.waitFor(90, TimeUnit.SECONDS)).isTrue();
        assertThat(children).noneMatch(ProcessHandle::isAlive);
        String order = printed().substring(printed().indexOf("ending in order"));
        assertThat(order.indexOf("gateway has ended")).isBetween(0, order.indexOf("broker has ended"));
        assertThat(folder.inUse()).isFalse();
    }

    @Test
    @DisplayName("when the launcher itself is killed no process stays behind")
    void killed() throws Exception {
        start("--no-demo");
        List<ProcessHandle> children = launcher.descendants().toList();
        assertThat(children).hasSizeGreaterThanOrEqualTo(2);
        launcher.destroyForcibly().waitFor();
        await().atMost(Duration.ofSeconds(60)).until(() -> children.stream().noneMatch(ProcessHandle::isAlive));
    }

    private void start(String... more) throws Exception {
        Assumptions.assumeTrue(new File("/usr/bin/setsid").exists() && new File("/usr/bin/env").exists(), "needs setsid and env");
        folder = new DataFolder(place.resolve("var"));
        printed = place.resolve("printed.txt");
        List<String> command = new ArrayList<>(List.of(
                // a group of its own like a terminal's job, and SIGINT not ignored as it is for what a script puts in the background
                "/usr/bin/setsid", "/usr/bin/env", "--default-signal=INT",
                System.getProperty("java.home") + "/bin/java", "-Xmx128m", "-Ddandang.home=" + Installation.find().root(),
                "-cp", System.getProperty("java.class.path"), "cn.dandang.deploy.cli.Main",
                "run", "--data", folder.root().toString(), "--port-base", Integer.toString(freeBase())));
        command.addAll(List.of(more));
        launcher = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(printed.toFile()).start();
        await().atMost(LONG).until(() -> printed().contains("ready to use") || !launcher.isAlive());
        assertThat(launcher.isAlive()).as(printed()).isTrue();
    }

    private long pid(String name) {
        return RunRecord.read(folder).stream().flatMap(record -> record.processes().stream())
                .filter(process -> process.name().equals(name)).mapToLong(RunRecord.Entry::pid).findFirst().orElse(-1);
    }

    private String printed() throws Exception {
        return Files.exists(printed) ? Files.readString(printed) : "";
    }

    /** A base whose ports lie below the range that the system hands out by itself. */
    private static int freeBase() throws Exception {
        for (int base = 11_000; base < 20_000; base += 20) {
            try (ServerSocket first = new ServerSocket(base, 1, InetAddress.getLoopbackAddress());
                    ServerSocket last = new ServerSocket(base + 11_012, 1, InetAddress.getLoopbackAddress())) {
                if (first.isBound() && last.isBound()) {
                    return base;
                }
            } catch (java.io.IOException taken) {
                // the next one
            }
        }
        throw new IllegalStateException("no free ports");
    }
}
