package cn.dandang.bench.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportTest {

    @TempDir
    Path place;

    private final Setting setting = new Setting(3, Duration.ofSeconds(1), Duration.ofSeconds(1), 10, new Setting.Steady(200, Duration.ofSeconds(1), Duration.ofSeconds(1)), 10, Path.of("."), "./dandang bench ledger --only a_vs_b", "today");

    private Result ratio(double ours) {
        return setting.ratio("a_vs_b", "A beside B.", Target.atLeast(0.5), new Pairs(List.of(ours, ours, ours), List.of(10.0, 10.0, 10.0)), "A", "B <bare>", "records/s");
    }

    @Test
    void results_of_several_runs_are_told_together_and_a_later_one_replaces_an_earlier_one() throws Exception {
        Report report = new Report(place);
        report.write(List.of(ratio(2)));
        report.write(List.of(setting.alone("c_ms", "ms", "C.", Target.atMost(10), List.of(3.0, 4.0, 5.0))));
        assertThat(page()).contains("| `a_vs_b` | 0.200 ratio | at least 0.500 | **not reached** |").contains("| `c_ms` | 4 ms | at most 10 | reached |")
                .contains("`./dandang bench ledger --only a_vs_b` · today");

        report.write(List.of(ratio(9)));
        assertThat(page()).contains("| `a_vs_b` | 0.900 ratio | at least 0.500 | reached |").contains("`c_ms`").doesNotContain("not reached");
        assertThat(Files.readString(place.resolve("performance/a_vs_b.svg"))).startsWith("<svg").contains("B &lt;bare&gt;").contains("<circle");
    }

    @Test
    void a_profile_is_pointed_at_beside_its_figure_and_goes_when_the_figure_is_measured_anew_without_one() throws Exception {
        Report report = new Report(place);
        report.write(List.of(ratio(2)));
        assertThat(page()).contains("No profile was taken with it");

        report.attach(ratio(2), new Look("line", "the page", "<svg/>"));
        report.write(List.of(ratio(2).withProfile("hashing 71 %")));
        assertThat(page()).contains("What stands in the way, our side's time: hashing 71 %. [Profile](performance/a_vs_b.profile.md)");
        assertThat(place.resolve("performance/a_vs_b.profile.svg")).hasContent("<svg/>");

        report.write(List.of(ratio(3)));
        assertThat(page()).doesNotContain("hashing");
        assertThat(place.resolve("performance/a_vs_b.profile.md")).doesNotExist();
        assertThat(place.resolve("performance/a_vs_b.profile.svg")).doesNotExist();
    }

    @Test
    void what_was_written_by_hand_stays() throws Exception {
        new Report(place).write(List.of(ratio(9)));
        Path page = place.resolve("performance.md");
        Files.writeString(page, Files.readString(page).replace("# Performance", "# Performance\n\nBy hand.") + "\nBelow.\n");
        new Report(place).write(List.of(ratio(8)));
        assertThat(page()).contains("By hand.").contains("Below.").contains("0.800");
    }

    @Test
    void a_page_without_a_place_for_figures_is_left_alone() throws Exception {
        Files.writeString(place.resolve("performance.md"), "mine");
        assertThatThrownBy(() -> new Report(place).write(List.of(ratio(9)))).isInstanceOf(IOException.class).hasMessageContaining("no place for figures");
        assertThat(page()).isEqualTo("mine");
    }

    private String page() throws IOException {
        return Files.readString(place.resolve("performance.md"));
    }
}
