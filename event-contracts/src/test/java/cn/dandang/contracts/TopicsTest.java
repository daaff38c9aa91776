package cn.dandang.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.Test;

class TopicsTest {
    @Test
    void facts_are_kept_for_ever_in_six_partitions() {
        for (String service : Topics.PUBLISHERS) {
            Topics.Topic topic = Topics.all().stream().filter(t -> t.name().equals(Topics.facts(service))).findFirst().orElseThrow();
            assertThat(topic.partitions()).isEqualTo(6);
            assertThat(topic.settings()).containsEntry("retention.ms", "-1").containsEntry("cleanup.policy", "delete");
        }
    }

    @Test
    void each_topic_is_named_once() {
        List<String> names = Topics.all().stream().map(Topics.Topic::name).toList();
        assertThat(new HashSet<>(names)).hasSameSizeAs(names);
    }

    @Test
    void nothing_that_leaves_clarification_shows_that_a_report_exists() {
        assertThat(FactTypes.all().keySet()).filteredOn(name -> name.startsWith("clarification.")).containsExactly("clarification.issued.v1");
        for (Class<?> type : FactTypes.all().values()) {
            for (var component : type.getRecordComponents()) {
                assertThat(component.getName().toLowerCase()).as(type.getSimpleName()).doesNotContain("report");
            }
        }
    }
}
