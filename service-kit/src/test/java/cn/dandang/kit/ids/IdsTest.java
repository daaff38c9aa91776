package cn.dandang.kit.ids;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class IdsTest {
    private static List<String> some(Ids ids) {
        return Stream.generate(ids::next).limit(1000).toList();
    }

    @Test
    void ordered_ids_sort_in_the_order_they_were_made() {
        List<String> made = some(Ids.timeOrdered());
        assertThat(made).isSorted().doesNotHaveDuplicates().allMatch(id -> UUID.fromString(id).version() == 7);
    }

    @Test
    void random_ids_tell_nothing() {
        List<String> made = some(Ids.random());
        assertThat(made).doesNotHaveDuplicates().allMatch(id -> UUID.fromString(id).version() == 4);
        assertThat(made).isNotEqualTo(made.stream().sorted().toList());
    }

    @Test
    void seeded_ids_are_the_same_again_and_others_after_a_restart_on_a_longer_ledger() {
        assertThat(some(Ids.seeded(7, 0))).isEqualTo(some(Ids.seeded(7, 0))).doesNotHaveDuplicates().allMatch(id -> UUID.fromString(id).version() == 4)
                .doesNotContainAnyElementsOf(some(Ids.seeded(7, 12))).doesNotContainAnyElementsOf(some(Ids.seeded(8, 0)));
    }

    @Test
    void a_stream_is_named_after_its_kind() {
        assertThat(Ids.random().stream("tolerance-case")).matches("tolerance-case-[0-9a-f-]{36}");
    }
}
