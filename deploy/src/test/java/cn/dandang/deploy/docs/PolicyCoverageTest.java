package cn.dandang.deploy.docs;

import static org.assertj.core.api.Assertions.assertThat;

import cn.dandang.deploy.stack.Installation;
import cn.dandang.policy.catalogue.Coverage;
import cn.dandang.policy.catalogue.CoverageFiles;
import cn.dandang.policy.catalogue.CoverageFiles.Driver;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class PolicyCoverageTest {
    private final Path root = Installation.find().root();

    @Test
    void the_page_says_what_the_command_prints() throws IOException {
        assertThat(Files.readAllLines(root.resolve("docs/policy-coverage.md"))).isEqualTo(Coverage.now().page());
    }

    @Test
    void all_354_mechanisms_are_entered() {
        Coverage coverage = Coverage.now();
        assertThat(coverage.total()).isEqualTo(354);
        assertThat(coverage.entered()).isEqualTo(354);
    }

    @Test
    @DisplayName("each test that is said to carry a mechanism is there: a test method, or the words of a scenario's expectation")
    void every_named_test_exists() {
        Map<String, String> sources = sources();
        var missing = new ArrayList<String>();
        CoverageFiles.carried().forEach((mechanism, drivers) -> {
            for (Driver driver : drivers) {
                String source = sources.getOrDefault(driver.type(), "");
                boolean method = driver.step().matches("[a-z0-9_]+");
                if (!source.contains(method ? "void " + driver.step() + "(" : driver.step())) {
                    missing.add(mechanism + " " + driver);
                }
            }
        });
        assertThat(missing).isEmpty();
    }

    private Map<String, String> sources() {
        var sources = new HashMap<String, String>();
        try (Stream<Path> modules = Files.list(root)) {
            List<Path> folders = modules.flatMap(module -> Stream.of(module.resolve("src/test/java"), module.resolve("src/main/java/cn/dandang/deploy/check")))
                    .filter(Files::isDirectory).toList();
            for (Path folder : folders) {
                try (Stream<Path> files = Files.walk(folder)) {
                    files.filter(file -> file.toString().endsWith(".java")).forEach(file ->
                            sources.merge(file.getFileName().toString().replace(".java", ""), read(file), String::concat));
                }
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return sources;
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
