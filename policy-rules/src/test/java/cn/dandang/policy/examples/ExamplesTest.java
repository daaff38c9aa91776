package cn.dandang.policy.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ExamplesTest {
    private static final List<Example> ALL = Examples.all();

    static Stream<Example> examples() {
        return ALL.stream();
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
        assertThat(ALL).extracting(Example::toString).doesNotHaveDuplicates().hasSizeGreaterThan(800);
    }
}
