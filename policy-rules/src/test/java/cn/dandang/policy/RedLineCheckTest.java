package cn.dandang.policy;

import static org.assertj.core.api.Assertions.assertThat;

import cn.dandang.policy.data.PolicyFiles;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("a lower level may add red lines and may be silent; it may not take one back (中·四)")
class RedLineCheckTest {
    private final PolicySnapshot policy = PolicySnapshot.of(PolicyFiles.load());

    private static PolicyRule cell(String document, Merge merge, Answered answer, Modal modal, String... values) {
        return new PolicyRule("line." + document, "line", document, List.of("TOL-29"), RuleKind.RULE, modal, merge, answer, List.of(values), Message.of("红线", "line"), List.of(), Support.OWN, null, null);
    }

    private static PolicyRule line(String document, Modal modal, String... values) {
        return cell(document, Merge.UNION, Answered.STATED, modal, values);
    }

    private Optional<Message> loosened(PolicyRule cell, PolicyRule... others) {
        Map<String, PolicyRule> cells = new java.util.HashMap<>();
        for (PolicyRule other : others) {
            cells.put(other.document(), other);
        }
        return RedLineCheck.loosened(policy.documents(), cell, (key, document) -> found(cells, key, document));
    }

    private static @Nullable PolicyRule found(Map<String, PolicyRule> cells, String key, String document) {
        return key.equals("line") ? cells.get(document) : null;
    }

    @ParameterizedTest
    @CsvSource({"MUST, MUST, false", "MUST, NONE, true", "MUST, MAY, true", "NONE, MUST, false", "NONE, NONE, false", "NONE, MAY, true", "MAY, MUST, false", "MAY, NONE, false", "MAY, MAY, false"})
    void must_is_not_turned_into_less(Modal above, Modal below, boolean loosened) {
        assertThat(loosened(line("威", below), line("中", above)).isPresent()).isEqualTo(loosened);
    }

    @Test
    void a_line_of_a_level_above_is_named_and_more_may_be_added() {
        PolicyRule centre = line("中", Modal.MUST, "GAIN", "PROHIBITION");
        assertThat(loosened(line("威", Modal.MUST, "GAIN"), centre)).get().extracting(Message::en).asString().contains("line.威", "line.中");
        assertThat(loosened(line("威", Modal.MUST, "PROHIBITION", "GAIN", "MORE"), centre)).isEmpty();
    }

    @Test
    void only_levels_above_count_and_each_of_them() {
        PolicyRule weaker = line("威", Modal.MAY);
        assertThat(loosened(weaker, line("鲁", Modal.MUST))).isPresent();
        assertThat(loosened(weaker, line("皖", Modal.MUST), line("黔", Modal.MUST))).isEmpty();
        assertThat(loosened(line("鲁", Modal.MAY), line("威", Modal.MUST))).isEmpty();
        assertThat(loosened(weaker, line("中", Modal.MAY), line("鲁", Modal.MUST))).isPresent();
    }

    @Test
    void what_the_same_document_said_before_is_no_level_above() {
        assertThat(loosened(line("中", Modal.MAY), line("中", Modal.MUST))).isEmpty();
    }

    @Test
    void silence_loosens_nothing_and_silence_above_binds_nothing() {
        PolicyRule centre = line("中", Modal.MUST);
        for (Answered silent : new Answered[] {Answered.NOT_STATED, Answered.LOST, Answered.UNSET}) {
            assertThat(loosened(cell("威", Merge.UNION, silent, Modal.MAY), centre)).isEmpty();
            assertThat(loosened(line("威", Modal.MAY), cell("中", Merge.UNION, silent, Modal.MUST))).isEmpty();
        }
        assertThat(loosened(line("威", Modal.MAY))).isEmpty();
    }

    @Test
    void a_question_whose_levels_are_not_united_is_no_red_line() {
        for (Merge merge : new Merge[] {Merge.OWN_THEN_PARENT, Merge.ANY_LEVEL_GRANTS, Merge.ISSUER_ONLY}) {
            assertThat(loosened(cell("威", merge, Answered.STATED, Modal.MAY), line("中", Modal.MUST))).isEmpty();
        }
    }
}
