package cn.dandang.policy.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

class ExamplesTest {
    private static final Path FOLDER = Path.of("src", "test", "resources", "examples");

    static Stream<Example> examples() {
        return all().stream();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("examples")
    void the_documents_answer_as_written(Example example) {
        Map<String, String> answer = Answers.of(example);
        var softly = new SoftAssertions();
        example.expect().forEach((key, expected) -> softly.assertThat(answer).as("%s: %s", example, key).containsEntry(key, expected.toString()));
        softly.assertAll();
    }

    @Test
    void names_are_told_apart() {
        assertThat(all()).extracting(Example::toString).doesNotHaveDuplicates().hasSizeGreaterThan(60);
    }

    private static List<Example> all() {
        try (Stream<Path> files = Files.walk(FOLDER)) {
            var examples = new ArrayList<Example>();
            for (Path file : files.filter(f -> f.toString().endsWith(".yaml")).sorted().toList()) {
                Object raw = new Load(LoadSettings.builder().build()).loadFromString(Files.readString(file));
                for (Object entry : (List<?>) Example.map(raw).get("examples")) {
                    examples.add(Example.of(FOLDER.relativize(file).toString(), Example.map(entry)));
                }
            }
            return examples;
        } catch (IOException broken) {
            throw new java.io.UncheckedIOException(broken);
        }
    }
}
