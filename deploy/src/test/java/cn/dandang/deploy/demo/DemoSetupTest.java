package cn.dandang.deploy.demo;

import static org.assertj.core.api.Assertions.assertThat;

import cn.dandang.policy.Pack;
import cn.dandang.policy.PolicySnapshot;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class DemoSetupTest {
    private static final List<DemoFiles.Source> FILES = DemoFiles.packed().sources();

    private static List<DemoEntry> entries(String file) {
        List<Map<String, Object>> entries = FILES.stream().filter(source -> source.name().equals(file)).findFirst().orElseThrow().entries();
        return entries.stream().map(entry -> DemoEntry.of(entry, file, 0)).toList();
    }

    @Test
    @DisplayName("every place in which the demonstration begins a matter is set up before: each pack answered, by two persons, and opened, all of it marked as demonstration")
    void places_of_the_story_are_set_up_before_it() {
        Set<String> packs = PolicySnapshot.base().packs().stream().map(Pack::id).collect(Collectors.toSet());
        List<DemoEntry> setup = entries("setup.yaml");
        Set<String> places = entries("story.yaml").stream().map(entry -> entry.as().substring(0, entry.as().indexOf('.'))).collect(Collectors.toSet());
        assertThat(places).isNotEmpty();
        for (String place : places) {
            Map<?, ?> answers = (Map<?, ?>) setup.stream().filter(entry -> entry.as().equals(place + ".policy") && entry.path().endsWith("/policy/changes")).findFirst().orElseThrow().body();
            assertThat(answers).isNotNull();
            List<?> items = (List<?>) answers.get("items");
            assertThat(items.stream().map(item -> String.valueOf(((Map<?, ?>) item).get("target"))).toList()).containsExactlyInAnyOrderElementsOf(packs);
            assertThat(items.stream().map(item -> String.valueOf(((Map<?, ?>) item).get("basis"))).toList()).allMatch(basis -> basis.contains("演示"));
            assertThat(setup.stream().filter(entry -> entry.as().equals(place + ".approver")).map(DemoEntry::path).toList()).anyMatch(path -> path.endsWith("/review") && path.contains("/policy/changes/"))
                    .anyMatch(path -> path.startsWith("/api/assessment/v1/policy/setup/"));
            Map<?, ?> opening = (Map<?, ?>) setup.stream().filter(entry -> entry.as().equals(place + ".policy") && entry.path().endsWith("/policy/setup")).findFirst().orElseThrow().body();
            assertThat(opening).isNotNull();
            assertThat(String.valueOf(opening.get("demonstration"))).isEqualTo("true");
            assertThat(String.valueOf(opening.get("jurisdiction"))).isEqualTo(String.valueOf(answers.get("jurisdiction")));
        }
        assertThat(FILES.stream().map(DemoFiles.Source::name)).containsSubsequence("setup.yaml", "story.yaml");
    }
}
