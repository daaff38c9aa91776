package cn.dandang.assessment.policyreading;

import static org.assertj.core.api.Assertions.assertThat;

import cn.dandang.kit.policy.CurrentPolicy;
import cn.dandang.policy.Jurisdictions;
import cn.dandang.policy.PolicySnapshot;
import cn.dandang.policy.data.PolicyFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The data of an earlier release, as a later one finds it in its data folder. */
class PolicyReleasesTest {
    private static final LocalDate DAY = LocalDate.of(2024, 5, 10);

    @TempDir
    private Path folder;

    private PolicyReleases releases() {
        return new PolicyReleases(folder, new CurrentPolicy(PolicySnapshot.base()));
    }

    /** As an earlier release left it: the same shape, other words. */
    private PolicySnapshot earlierRelease() throws IOException {
        Path made = Files.createDirectory(folder.resolve("made"));
        for (String file : PolicyFiles.files()) {
            Files.createDirectories(made.resolve(file).getParent());
            Files.writeString(made.resolve(file), PolicyFiles.resource(file).replace("予以严肃处理。", "予以严肃处理（旧）。"));
        }
        PolicySnapshot earlier = PolicySnapshot.of(PolicyFiles.read(file -> text(made.resolve(file))));
        Files.move(made, folder.resolve(earlier.rulesVersion()));
        return earlier;
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }

    @Test
    void what_an_earlier_release_recorded_is_answered_from_its_own_data() throws IOException {
        PolicySnapshot earlier = earlierRelease();
        assertThat(earlier.rulesVersion()).isNotEqualTo(PolicySnapshot.base().rulesVersion());
        var answer = releases().at(earlier.rulesVersion()).orElseThrow().resolve("rectification.overdue", Jurisdictions.WEIHAI, DAY);
        assertThat(answer.says().zh()).contains("（旧）");
        assertThat(answer).isEqualTo(earlier.resolve("rectification.overdue", Jurisdictions.WEIHAI, DAY));
    }

    @Test
    void a_release_keeps_its_own_data_once_and_never_writes_over_them() throws IOException {
        releases().keep();
        Path own = folder.resolve(PolicySnapshot.base().rulesVersion());
        assertThat(Files.readString(own.resolve("documents.yaml"))).isEqualTo(PolicyFiles.resource("documents.yaml"));
        Files.writeString(own.resolve("documents.yaml"), "changed");
        releases().keep();
        assertThat(own.resolve("documents.yaml")).hasContent("changed");
        try (var kept = Files.list(folder)) {
            assertThat(kept).containsExactly(own);
        }
    }

    @Test
    void files_that_do_not_give_the_digest_they_lie_under_are_not_used() throws IOException {
        PolicySnapshot earlier = earlierRelease();
        Path file = folder.resolve(earlier.rulesVersion()).resolve("rules/rectification.yaml");
        Files.writeString(file, Files.readString(file).replace("（旧）", ""));
        assertThat(releases().at(earlier.rulesVersion())).isEmpty();
        assertThat(releases().at("../" + earlier.rulesVersion())).isEmpty();
    }
}
