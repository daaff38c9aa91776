package cn.dandang.policy;

import static org.assertj.core.api.Assertions.assertThat;

import cn.dandang.policy.Occasion.By;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Two answers beside each other: in what they may differ, and what acts then. */
class DatedResolutionTest {
    private static final LocalDate DAY = LocalDate.of(2024, 5, 10);
    private static final Citation CLAUSE = new Citation("威", "威·四·13", "应当下达整改通知书");

    private static Resolution answer(Answered outcome, @Nullable Support support, Modal modal, Acts acts, List<String> values, List<Citation> citations) {
        var trace = new Trace("version", Jurisdictions.WEIHAI, DAY, List.of(), citations, List.of(), List.of(), List.of(), List.of(), List.of());
        return new Resolution("rectification.order", "rule", Jurisdictions.WEIHAI, DAY, outcome, support, modal, values, Message.of("一", "one"), citations, List.of(), null, acts, List.of(), trace);
    }

    private static final Resolution STATED = answer(Answered.STATED, Support.OWN, Modal.MUST, Acts.BY_ITSELF, List.of("A"), List.of(CLAUSE));
    private static final Resolution ASKS = answer(Answered.STATED, Support.OWN, Modal.MUST, Acts.ASK_A_PERSON, List.of("A"), List.of(CLAUSE));

    private static DatedResolution beside(Resolution answer, By by, Resolution other) {
        return new DatedResolution(answer, new Occasion(DAY, DAY), by, other);
    }

    @Test
    @DisplayName("the day matters as soon as outcome, effect, support, word, tokens or clauses differ, each for itself")
    void each_difference_counts() {
        assertThat(beside(STATED, By.NOT_STATED, STATED).dayMatters()).isFalse();
        for (Resolution other : List.of(answer(Answered.UNSET, Support.OWN, Modal.MUST, Acts.BY_ITSELF, List.of("A"), List.of(CLAUSE)), ASKS,
                answer(Answered.STATED, Support.INHERITED, Modal.MUST, Acts.BY_ITSELF, List.of("A"), List.of(CLAUSE)),
                answer(Answered.STATED, Support.OWN, Modal.MAY, Acts.BY_ITSELF, List.of("A"), List.of(CLAUSE)),
                answer(Answered.STATED, Support.OWN, Modal.MUST, Acts.BY_ITSELF, List.of("B"), List.of(CLAUSE)),
                answer(Answered.STATED, Support.OWN, Modal.MUST, Acts.BY_ITSELF, List.of("A"), List.of()))) {
            assertThat(beside(STATED, By.NOT_STATED, other).dayMatters()).as(other.toString()).isTrue();
            assertThat(beside(STATED, By.NOT_STATED, other).actsByItself()).isFalse();
            assertThat(beside(STATED, By.DECISION, other).actsByItself()).isTrue();
            assertThat(beside(STATED, By.ACT, other).actsByItself()).isTrue();
        }
    }

    @Test
    void what_asks_a_person_does_not_act_whatever_the_day() {
        assertThat(beside(STATED, By.NOT_STATED, STATED).actsByItself()).isTrue();
        for (By by : By.values()) {
            assertThat(beside(ASKS, by, ASKS).actsByItself()).isFalse();
        }
    }

    @Test
    @DisplayName("only what the documents state acts and carries a token, whatever else an answer holds")
    void only_what_is_stated_acts() {
        Resolution unset = answer(Answered.UNSET, null, Modal.NONE, Acts.BY_ITSELF, List.of("A"), List.of());
        assertThat(unset.actsByItself()).isFalse();
        assertThat(unset.states("A")).isFalse();
        assertThat(STATED.states("A")).isTrue();
        assertThat(STATED.states("B")).isFalse();
        assertThat(STATED.on(DAY)).isSameAs(STATED);
        assertThat(STATED.on(DAY.plusDays(1)).trace().asOf()).isEqualTo(DAY.plusDays(1));
    }
}
