package cn.dandang.clarification.reported;

import static cn.dandang.clarification.Given.FACT;
import static cn.dandang.clarification.Given.NOBODY;
import static cn.dandang.clarification.Given.OFFICER;
import static cn.dandang.clarification.Given.SYSTEM;
import static cn.dandang.clarification.Given.TODAY;
import static cn.dandang.clarification.Given.accepted;
import static cn.dandang.clarification.Given.refused;
import static cn.dandang.kit.testing.Decisions.state;
import static org.assertj.core.api.Assertions.assertThat;

import cn.dandang.clarification.reported.ReportedCommand.DropDecision;
import cn.dandang.clarification.reported.ReportedCommand.JoinFact;
import cn.dandang.clarification.reported.ReportedCommand.NoteDecision;
import cn.dandang.clarification.reported.ReportedCommand.NoteReport;
import cn.dandang.clarification.reported.ReportedCommand.PartFact;
import cn.dandang.clarification.reported.ReportedEvent.FactDecided;
import cn.dandang.clarification.reported.ReportedEvent.FactDecisionDropped;
import cn.dandang.clarification.reported.ReportedEvent.FactJoined;
import cn.dandang.clarification.reported.ReportedEvent.FactParted;
import cn.dandang.clarification.reported.ReportedEvent.FactReported;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ReportedFactDecisionsTest {
    private static final ReportedFacts DECIDE = new ReportedFacts();
    private static final ReportedFact.Source SOURCE = new ReportedFact.Source("r", "a1");
    private static final ReportedFact.Decided DECISION = new ReportedFact.Decided("case", FACT, TODAY, "tolerance/7/0");
    private static final FactDecided DECIDED = new FactDecided(FACT, DECISION);

    @Test
    void a_report_is_noted_once() {
        assertThat(accepted(DECIDE, List.of(), new NoteReport(FACT, SOURCE, Set.of()), OFFICER)).containsExactly(new FactReported(FACT, SOURCE));
        assertThat(accepted(DECIDE, List.of(new FactReported(FACT, SOURCE)), new NoteReport(FACT, SOURCE, Set.of()), OFFICER)).isEmpty();
    }

    @Test
    void a_link_that_missed_a_decision_is_refused_so_that_no_duty_is_lost() {
        assertThat(refused(DECIDE, List.of(DECIDED), new NoteReport(FACT, SOURCE, Set.of()), OFFICER).slug()).isEqualTo("wrong-state");
        assertThat(accepted(DECIDE, List.of(DECIDED), new NoteReport(FACT, SOURCE, Set.of("case")), OFFICER)).hasSize(1);
    }

    @Test
    void decisions_come_and_go_once() {
        assertThat(accepted(DECIDE, List.of(), new NoteDecision(FACT, DECISION), SYSTEM)).containsExactly(DECIDED);
        assertThat(accepted(DECIDE, List.of(DECIDED), new NoteDecision(FACT, DECISION), SYSTEM)).isEmpty();
        assertThat(accepted(DECIDE, List.of(DECIDED), new DropDecision(FACT, "case"), SYSTEM)).containsExactly(new FactDecisionDropped(FACT, "case"));
        assertThat(accepted(DECIDE, List.of(), new DropDecision(FACT, "case"), SYSTEM)).isEmpty();
        assertThat(state(DECIDE, List.of(DECIDED, new FactDecisionDropped(FACT, "case"))).decisions()).isEmpty();
    }

    @Test
    void facts_are_joined_and_parted_once() {
        assertThat(accepted(DECIDE, List.of(), new JoinFact(FACT, "l", "other"), SYSTEM)).containsExactly(new FactJoined(FACT, "l", "other"));
        assertThat(accepted(DECIDE, List.of(new FactJoined(FACT, "l", "other")), new JoinFact(FACT, "l", "other"), SYSTEM)).isEmpty();
        assertThat(accepted(DECIDE, List.of(new FactJoined(FACT, "l", "other")), new PartFact(FACT, "l"), SYSTEM)).containsExactly(new FactParted(FACT, "l"));
        assertThat(accepted(DECIDE, List.of(), new PartFact(FACT, "l"), SYSTEM)).isEmpty();
        assertThat(state(DECIDE, List.of(new FactJoined(FACT, "l", "other"), new FactParted(FACT, "l"))).links()).isEmpty();
    }

    @Test
    void outsiders_order_nothing() {
        assertThat(refused(DECIDE, List.of(), new NoteReport(FACT, SOURCE, Set.of()), NOBODY).slug()).isEqualTo("forbidden-role");
    }
}
