package cn.dandang.kit.problem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ProblemPagesTest {
    private static final Path PAGES = Path.of("..", "docs", "problems");

    @ParameterizedTest
    @EnumSource
    void every_problem_has_its_page_in_both_languages(ProblemType type) throws IOException {
        String page = Files.readString(PAGES.resolve(type.slug() + ".md"));
        assertThat(page).startsWith("# " + type.title().zh() + " · " + type.title().en() + "\n").contains("`" + type.urn() + "` · " + type.status())
                .contains("**何时出现**", "**怎么办**", "**When**", "**What to do**");
    }

    @Test
    void every_page_belongs_to_a_problem() throws IOException {
        try (Stream<Path> pages = Files.list(PAGES)) {
            List<String> slugs = pages.map(page -> page.getFileName().toString().replace(".md", "")).filter(slug -> !slug.equals("README")).toList();
            assertThat(slugs).containsExactlyInAnyOrderElementsOf(Stream.of(ProblemType.values()).map(ProblemType::slug).toList());
        }
    }

    @Test
    void a_slug_without_a_problem_is_a_mistake_in_the_program() {
        assertThatThrownBy(() -> ProblemType.of("mistyped")).isInstanceOf(IllegalStateException.class).hasMessageContaining("mistyped");
    }
}
