package cn.dandang.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class ResolutionTest {
    private static final LocalDate DAY = LocalDate.of(2024, 5, 10);

    @Test
    void the_data_of_the_repository_is_readable() {
        assertThat(PolicySnapshot.base().documents()).extracting(PolicyDocument::code).containsExactly("中", "鲁", "皖", "黔", "威");
        assertThat(PolicySnapshot.base().rulesVersion()).matches("[0-9a-f]{12}");
    }

    @Test
    void an_own_clause_acts_by_itself() {
        var answer = PolicySnapshot.base().resolve("opening.on-situation-found", Jurisdictions.WEIHAI, DAY);
        assertThat(answer.support()).isEqualTo(Support.OWN);
        assertThat(answer.actsByItself()).isTrue();
    }
}
