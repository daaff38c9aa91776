package cn.dandang.policy.mutants;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MutantListTest {
    private static final Mutant ONE = new Mutant("Resolver.own", "if (a) {", "removed conditional");
    private static final Mutant OTHER = new Mutant("Resolver.own", "if (b) {", "removed conditional");

    @Test
    void every_listed_mutant_stands_in_the_source_today() {
        assertThat(MutantList.load().mutants()).allSatisfy(mutant -> assertThat(mutant.standsInSource()).as(mutant.toString()).isTrue());
        assertThat(ONE.standsInSource()).isFalse();
    }

    @Test
    void a_survivor_that_is_not_listed_and_a_listed_one_that_is_gone_are_told() {
        assertThat(new MutantList(List.of(ONE)).against(List.of(ONE))).isEmpty();
        assertThat(new MutantList(List.of(ONE)).against(List.of(ONE, OTHER))).containsExactly("Survives and is not listed: " + OTHER);
        assertThat(new MutantList(List.of(ONE, OTHER)).against(List.of(OTHER))).containsExactly("Listed and survives no more: " + ONE);
        assertThat(new MutantList(List.of(ONE)).against(List.of(ONE, ONE))).containsExactly("Survives and is not listed: " + ONE);
    }

    @Test
    void an_entry_without_a_reason_or_with_an_unknown_key_is_refused() {
        String entry = "mutants:\n  - in: Resolver.own\n    line: x\n    changes: [a, b]\n";
        assertThat(MutantList.of(entry + "    reason: why\n").mutants()).extracting(Mutant::change).containsExactly("a", "b");
        assertThatThrownBy(() -> MutantList.of(entry)).hasMessageContaining("reason");
        assertThatThrownBy(() -> MutantList.of(entry + "    reason: ' '\n")).hasMessageContaining("reason");
        assertThatThrownBy(() -> MutantList.of(entry + "    reason: why\n    note: x\n")).hasMessageContaining("note");
    }

    @Test
    void a_report_names_what_no_test_detected(@TempDir Path folder) throws IOException {
        Path report = folder.resolve("mutations.xml");
        String mutation = """
                <mutation detected='%s' status='%s'><sourceFile>Term.java</sourceFile><mutatedClass>cn.dandang.policy.Term</mutatedClass>\
                <mutatedMethod>lambda$new$0</mutatedMethod><lineNumber>1</lineNumber><description>a change</description></mutation>""";
        Files.writeString(report, "<mutations>" + mutation.formatted("true", "KILLED") + mutation.formatted("false", "SURVIVED") + mutation.formatted("false", "NO_COVERAGE") + "</mutations>");
        Mutant expected = new Mutant("Term.new", "package cn.dandang.policy;", "a change");
        assertThat(Survivors.in(report)).isEqualTo(new Survivors(3, List.of(expected, expected)));
        assertThat(expected.standsInSource()).isTrue();
    }
}
