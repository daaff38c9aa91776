package cn.dandang.policy.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.dandang.policy.CatalogueEntry;
import cn.dandang.policy.PolicySnapshot;
import cn.dandang.policy.RuleKind;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class CoverageTest {
    private static final PolicySnapshot POLICY = PolicySnapshot.base();

    @Test
    @DisplayName("a mechanism that decides is not entered while one of its clauses has no example")
    void without_its_examples_a_rule_is_not_entered() {
        CatalogueEntry focus = POLICY.catalogue().entry("ASM-03").orElseThrow();
        Set<String> examples = new HashSet<>(CoverageFiles.rulesWithExamples());
        assertThat(new Coverage(POLICY, examples, Map.of()).isEntered(focus)).isTrue();
        assertThat(examples.remove("assessment.weihai.no-single-factor")).isTrue();
        Coverage without = new Coverage(POLICY, examples, Map.of());
        assertThat(without.isEntered(focus)).isFalse();
        assertThat(without.entered()).isEqualTo(353);
        assertThat(without.page()).contains("## 未录入 · Not entered (1)", "figure mechanisms_entered 353 mechanisms");
    }

    @Test
    void a_procedure_is_entered_by_its_clause_and_kind() {
        CatalogueEntry procedure = POLICY.catalogue().entry("ASM-01").orElseThrow();
        assertThat(procedure.kind()).isEqualTo(RuleKind.PROCEDURE);
        assertThat(new Coverage(POLICY, Set.of(), Map.of()).isEntered(procedure)).isTrue();
    }

    @Test
    @DisplayName("carried is what a test is named for, and nothing else")
    void what_is_carried_is_named() {
        Coverage one = new Coverage(POLICY, Set.of(), Map.of("ASM-01", List.of(new CoverageFiles.Driver("SomeTest", "it_is_driven"))));
        assertThat(one.carried()).isEqualTo(1);
        assertThat(one.page()).contains("  - SomeTest: it_is_driven");
        assertThat(one.page().stream().filter(line -> line.startsWith("- ASM-01 "))).hasSize(1);
    }

    @Test
    void a_carried_mechanism_that_nobody_entered_is_refused() {
        assertThatThrownBy(() -> new Coverage(POLICY, Set.of(), Map.of("ASM-99", List.of()))).hasMessageContaining("ASM-99");
    }
}
