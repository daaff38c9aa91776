package cn.dandang.deploy.cli;

import static org.assertj.core.api.Assertions.assertThat;

import cn.dandang.deploy.stack.DataFolder;
import cn.dandang.deploy.stack.ExitCode;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MainTest {
    private final PrintStream realOut = System.out;
    private final PrintStream realErr = System.err;
    private final ByteArrayOutputStream said = new ByteArrayOutputStream();
    @TempDir
    Path place;

    @BeforeEach
    void listen() {
        PrintStream both = new PrintStream(said, true, StandardCharsets.UTF_8);
        System.setOut(both);
        System.setErr(both);
    }

    @AfterEach
    void restore() {
        System.setOut(realOut);
        System.setErr(realErr);
    }

    private String said() {
        return said.toString(StandardCharsets.UTF_8);
    }

    @Test
    void help_lists_every_command_and_every_exit_code() {
        assertThat(Main.execute()).isZero();
        assertThat(said()).contains("run", "check", "status", "stop", "clean", "audit", "archive", "policy", "bench");
        assertThat(Arrays.stream(ExitCode.values()).map(code -> "%3d  %s".formatted(code.code(), code.zh()))).allSatisfy(line -> assertThat(said()).contains(line));
    }

    @Test
    void exit_codes_are_distinct() {
        assertThat(Arrays.stream(ExitCode.values()).map(ExitCode::code)).doesNotHaveDuplicates();
    }

    @Test
    void wrong_arguments_are_one_sentence_in_each_language() {
        for (String[] wrong : new String[][] {{"nonsense"}, {"run", "--prot-base", "1"}, {"policy", "quotes"}, {"archive", "tolerance"}, {"archive", "nothing", "--older-than", "30"}, {"archive", "tolerance", "--older-than", "-1"}, {"run", "--port-base", "80"}}) {
            said.reset();
            assertThat(Main.execute(wrong)).as(String.join(" ", wrong)).isEqualTo(ExitCode.WRONG_ARGUMENTS.code());
            assertThat(said().strip().lines()).as(String.join(" ", wrong)).hasSize(2);
        }
    }

    @Test
    void status_and_stop_say_that_nothing_runs() {
        assertThat(Main.execute("status", "--data", place.resolve("var").toString())).isEqualTo(ExitCode.NOT_RUNNING.code());
        assertThat(Main.execute("stop", "--data", place.resolve("var").toString())).isEqualTo(ExitCode.NOT_RUNNING.code());
        assertThat(place.resolve("var")).doesNotExist();
    }

    @Test
    void clean_removes_our_folder_and_nothing_else() throws Exception {
        DataFolder ours = new DataFolder(place.resolve("var"));
        ours.prepare();
        assertThat(Main.execute("clean", "--yes", "--data", ours.root().toString())).isZero();
        assertThat(ours.root()).doesNotExist();
        Path others = Files.createDirectory(place.resolve("others"));
        Files.writeString(others.resolve("letter"), "dear");
        assertThat(Main.execute("clean", "--yes", "--data", others.toString())).isEqualTo(ExitCode.DATA_BROKEN.code());
        assertThat(others.resolve("letter")).exists();
    }

    @Test
    void a_broken_data_folder_stops_run_before_anything_starts() throws Exception {
        Path file = Files.writeString(place.resolve("file"), "x");
        assertThat(Main.execute("run", "--data", file.toString())).isEqualTo(ExitCode.DATA_BROKEN.code());
        assertThat(said().strip().lines()).hasSize(2);
    }
}
