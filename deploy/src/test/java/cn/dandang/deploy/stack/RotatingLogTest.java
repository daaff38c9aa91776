package cn.dandang.deploy.stack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RotatingLogTest {
    @TempDir
    Path folder;

    @Test
    void what_is_printed_is_filed_and_its_last_lines_are_known() throws Exception {
        RotatingLog log = new RotatingLog(folder.resolve("a.log"));
        log.copy(new ByteArrayInputStream("one\ntwo\n".getBytes(StandardCharsets.UTF_8)));
        log.copy(new ByteArrayInputStream("three\n".getBytes(StandardCharsets.UTF_8)));
        assertThat(folder.resolve("a.log")).hasContent("one\ntwo\nthree\n");
        assertThat(log.lastLines()).containsExactly("one", "two", "three");
    }

    @Test
    void the_newest_is_kept_and_the_rest_stays_within_its_limit() throws Exception {
        RotatingLog log = new RotatingLog(folder.resolve("a.log"), 20_000);
        byte[] much = "0123456789\n".repeat(20_000).getBytes(StandardCharsets.UTF_8);
        log.copy(new ByteArrayInputStream(much));
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files.toList()).hasSize(RotatingLog.FILES).allSatisfy(file -> assertThat(Files.size(file)).isLessThanOrEqualTo(20_000));
        }
        assertThat(Files.readString(folder.resolve("a.log"))).endsWith("0123456789\n");
    }

    @Test
    void the_reason_of_an_end_is_found_among_other_lines() {
        RotatingLog log = new RotatingLog(folder.resolve("a.log"));
        log.copy(new ByteArrayInputStream("""
                {"log":{"level":"INFO"},"message":"Starting"}
                {"log":{"level":"ERROR"},"message":"\\n\\n*****\\nFailed to bind \\"x\\"\\n"}
                Removed temporary file
                """.getBytes(StandardCharsets.UTF_8)));
        assertThat(log.reason()).isEqualTo("Failed to bind 'x'");
    }
}
