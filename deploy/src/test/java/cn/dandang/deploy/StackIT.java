package cn.dandang.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import cn.dandang.deploy.check.CheckRun;
import cn.dandang.deploy.evidence.Prepared;
import cn.dandang.deploy.stack.Progress;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StackIT {
    @TempDir
    Path folder;

    @Test
    @DisplayName("every scenario of check holds on a fresh installation")
    void check() throws Exception {
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        CheckRun.Outcome outcome = new CheckRun(Prepared.installation(), new PrintStream(printed, true, StandardCharsets.UTF_8))
                .run(folder.resolve("var"), Progress.silent());
        String lines = printed.toString(StandardCharsets.UTF_8);
        assertThat(outcome.failed()).as(lines).isZero();
        assertThat(outcome.passed()).isPositive();
        assertThat(lines).contains("figure start_seconds ", "figure memory_mib ", "figure check_seconds ").endsWith("passed, 0 failed\n");
    }
}
