package cn.dandang.deploy.docs;

import static org.assertj.core.api.Assertions.assertThat;

import cn.dandang.deploy.stack.Installation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** docs/glossary.md and the code name the same events, and no page or source uses a word that the glossary rules out. */
class GlossaryTest {
    private static final Pattern IN_CODE = Pattern.compile("@EventName\\(\\s*(?:value\\s*=\\s*)?\"([^\"]+)\"[^)]*\\)\\s*(?:public\\s+)?record\\s+(\\w+)");
    private static final Pattern IN_GLOSSARY = Pattern.compile("\\| `([a-z.0-9-]+\\.v\\d+)` \\| `(\\w+)` \\| ([^|]*\\S[^|]*) \\|");
    private static final List<String> RULED_OUT = List.of("whistleblower", "informant", "exonerate");
    private final Path root = Installation.find().root();

    @Test
    void the_glossary_lists_each_event_by_its_pinned_name_and_identifier() throws IOException {
        Map<String, String> inCode = new TreeMap<>();
        for (Path source : sources()) {
            collect(IN_CODE.matcher(Files.readString(source)), inCode);
        }
        Map<String, String> inGlossary = new TreeMap<>();
        collect(IN_GLOSSARY.matcher(Files.readString(root.resolve("docs/glossary.md"))), inGlossary);
        assertThat(inCode).hasSizeGreaterThan(100);
        assertThat(inGlossary).isEqualTo(inCode);
    }

    @Test
    void no_source_uses_a_word_that_the_glossary_rules_out() throws IOException {
        for (Path source : sources()) {
            assertThat(Files.readString(source).toLowerCase()).as(source.toString()).doesNotContain(RULED_OUT);
        }
    }

    private static void collect(Matcher found, Map<String, String> names) {
        while (found.find()) {
            names.put(found.group(1), found.group(2));
        }
    }

    private List<Path> sources() throws IOException {
        try (Stream<Path> modules = Files.list(root)) {
            return modules.map(module -> module.resolve("src/main/java")).filter(Files::isDirectory).flatMap(GlossaryTest::javaFiles).toList();
        }
    }

    private static Stream<Path> javaFiles(Path folder) {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(file -> file.toString().endsWith(".java")).toList().stream();
        } catch (IOException unreadable) {
            throw new java.io.UncheckedIOException(unreadable);
        }
    }
}
