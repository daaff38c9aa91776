package cn.dandang.tolerance.views;

import static org.assertj.core.api.Assertions.assertThat;

import cn.dandang.kit.codec.Json;
import cn.dandang.tolerance.Histories;
import cn.dandang.tolerance.tolerancecase.ToleranceDecider;
import cn.dandang.tolerance.tolerancecase.ToleranceEvent;
import cn.dandang.tolerance.tolerancecase.ToleranceState;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CaseProjectionTest {

    static Stream<List<ToleranceEvent>> histories() {
        return Stream.of(Histories.exemptedInWeihai(), Histories.redLineWithdrawnInWeihai(), Histories.appealedInAnhui(), Histories.notAdmittedInWeihai());
    }

    @ParameterizedTest
    @MethodSource("histories")
    void the_page_shows_the_state_that_decisions_know_after_every_event(List<ToleranceEvent> history) {
        ToleranceDecider decider = new ToleranceDecider();
        ToleranceState state = decider.initial();
        CaseRow row = new CaseRow();
        for (ToleranceEvent event : history) {
            state = decider.evolve(state, event);
            CaseProjection.apply(row, event);
            // as stored and read back between two events
            row = Json.read(Json.bytes(row), CaseRow.class);
            ToleranceState.Existing known = (ToleranceState.Existing) state;
            assertThat(row.state).as(event.getClass().getSimpleName()).isEqualTo(known.name());
            assertThat(row.decision() == null).isEqualTo(known.file().decision() == null);
            assertThat(row.findings).hasSameSizeAs(known.file().findings().keySet());
            assertThat(row.anyRedLineStands()).isEqualTo(known.file().redLineStands());
            assertThat(row.duties.stream().filter(CaseRow.Duty::owed).map(CaseRow.Duty::kind)).containsExactlyInAnyOrderElementsOf(known.file().openDuties());
        }
    }

    @Test
    void every_event_has_a_label() {
        histories().flatMap(List::stream).forEach(event -> {
            String name = event.getClass().getAnnotation(cn.dandang.kit.decision.EventName.class).value();
            assertThat(EventLabels.of(name).zh()).isNotEqualTo(name);
        });
    }
}
