package cn.dandang.assessment.standing;

import static cn.dandang.assessment.Given.CADRE;
import static cn.dandang.assessment.Given.DECIDER;
import static cn.dandang.assessment.Given.FACT;
import static cn.dandang.assessment.Given.GROUND;
import static cn.dandang.assessment.Given.NOBODY;
import static cn.dandang.assessment.Given.OFFICER;
import static cn.dandang.assessment.Given.SELF;
import static cn.dandang.assessment.Given.SYSTEM;
import static cn.dandang.assessment.Given.TODAY;
import static cn.dandang.assessment.Given.WEIHAI;
import static cn.dandang.assessment.Given.accepted;
import static cn.dandang.assessment.Given.refused;
import static cn.dandang.assessment.Given.state;
import static org.assertj.core.api.Assertions.assertThat;

import cn.dandang.assessment.standing.StandingCommand.AdmitEntry;
import cn.dandang.assessment.standing.StandingCommand.DropEntry;
import cn.dandang.assessment.standing.StandingCommand.JoinFact;
import cn.dandang.assessment.standing.StandingCommand.LiftToleration;
import cn.dandang.assessment.standing.StandingCommand.LockFact;
import cn.dandang.assessment.standing.StandingCommand.NoteToleration;
import cn.dandang.assessment.standing.StandingCommand.PartFact;
import cn.dandang.assessment.standing.StandingEvent.AdverseEntryAdmitted;
import cn.dandang.assessment.standing.StandingEvent.AdverseEntryDropped;
import cn.dandang.assessment.standing.StandingEvent.FactJoined;
import cn.dandang.assessment.standing.StandingEvent.FactLocked;
import cn.dandang.assessment.standing.StandingEvent.FactParted;
import cn.dandang.assessment.standing.StandingEvent.FactTolerated;
import cn.dandang.assessment.standing.StandingEvent.TolerationLifted;
import cn.dandang.contracts.AssessmentFact.AssessmentKind;
import cn.dandang.contracts.EffectGroup;
import cn.dandang.kit.decision.Refusal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class FactStandingDecisionsTest {
    private static final FactStandings DECIDE = new FactStandings();
    private static final AdverseEntry EVALUATION = new AdverseEntry(AdverseEntry.Kind.NEGATIVE_EVALUATION, "e1", CADRE, AssessmentKind.ANNUAL);
    private static final AdverseEntry FLAG = new AdverseEntry(AdverseEntry.Kind.CANDIDACY_FLAG, "f1", CADRE, null);
    private static final Toleration TOLERATION = new Toleration("case", "root", FACT, WEIHAI, CADRE, List.of(EffectGroup.ASSESSMENT_AND_AWARDS), TODAY, "tolerance/7/0", GROUND);
    private static final FactTolerated TOLERATED = new FactTolerated(FACT, TOLERATION);
    private static final LockFact LOCK = new LockFact(FACT, "case", CADRE, AdverseEntry.Kind.NEGATIVE_EVALUATION, GROUND);
    private static final FactLocked LOCKED = new FactLocked(FACT, "case", CADRE, AdverseEntry.Kind.NEGATIVE_EVALUATION, GROUND);

    @Test
    void an_adverse_entry_is_admitted_and_dropped() {
        assertThat(accepted(DECIDE, List.of(), new AdmitEntry(FACT, EVALUATION), OFFICER)).containsExactly(new AdverseEntryAdmitted(FACT, EVALUATION));
        assertThat(accepted(DECIDE, List.of(new AdverseEntryAdmitted(FACT, EVALUATION)), new DropEntry(FACT, "e1"), OFFICER)).containsExactly(new AdverseEntryDropped(FACT, "e1"));
        assertThat(accepted(DECIDE, List.of(), new DropEntry(FACT, "e1"), OFFICER)).isEmpty();
    }

    @Test
    @DisplayName("X-02: no new negative evaluation cites a tolerated fact (鲁·三·3 beside the lock)")
    void a_lock_refuses_a_new_entry_of_its_kind_with_the_clause() {
        Refusal refusal = refused(DECIDE, List.of(TOLERATED, LOCKED), new AdmitEntry(FACT, EVALUATION), OFFICER);
        assertThat(refusal.slug()).isEqualTo("refused-by-rule");
        assertThat(refusal.clauses()).isEqualTo(GROUND.clauses());
    }

    @Test
    void a_lock_reaches_neither_another_kind_nor_another_cadre() {
        assertThat(accepted(DECIDE, List.of(TOLERATED, LOCKED), new AdmitEntry(FACT, FLAG), OFFICER)).hasSize(1);
        AdverseEntry other = new AdverseEntry(AdverseEntry.Kind.NEGATIVE_EVALUATION, "e2", "colleague", AssessmentKind.ANNUAL);
        assertThat(accepted(DECIDE, List.of(TOLERATED, LOCKED), new AdmitEntry(FACT, other), OFFICER)).hasSize(1);
    }

    @Test
    void a_toleration_alone_locks_nothing() {
        assertThat(accepted(DECIDE, List.of(TOLERATED), new AdmitEntry(FACT, EVALUATION), OFFICER)).hasSize(1);
    }

    @Test
    void a_toleration_is_noted_once() {
        assertThat(accepted(DECIDE, List.of(), new NoteToleration(FACT, TOLERATION), SYSTEM)).containsExactly(TOLERATED);
        assertThat(accepted(DECIDE, List.of(TOLERATED), new NoteToleration(FACT, TOLERATION), SYSTEM)).isEmpty();
        assertThat(TOLERATED.ground()).isEqualTo(GROUND);
        assertThat(TOLERATED.jurisdiction()).isEqualTo(WEIHAI);
    }

    @Test
    void a_lock_is_set_once_by_the_platform_or_an_official_and_only_while_the_decision_reaches_the_fact() {
        assertThat(accepted(DECIDE, List.of(TOLERATED), LOCK, SYSTEM)).containsExactly(LOCKED);
        assertThat(accepted(DECIDE, List.of(TOLERATED), LOCK, DECIDER)).containsExactly(LOCKED);
        assertThat(accepted(DECIDE, List.of(TOLERATED, LOCKED), LOCK, SYSTEM)).isEmpty();
        assertThat(refused(DECIDE, List.of(), LOCK, SYSTEM).slug()).isEqualTo("wrong-state");
        assertThat(refused(DECIDE, List.of(TOLERATED), LOCK, NOBODY).slug()).isEqualTo("forbidden-role");
        assertThat(refused(DECIDE, List.of(TOLERATED), LOCK, SELF).slug()).isEqualTo("own-case");
    }

    @Test
    @DisplayName("X-10: a lifted toleration takes its locks with it")
    void a_lifted_toleration_takes_its_locks_with_it() {
        TolerationLifted lifted = new TolerationLifted(FACT, "case", CADRE, "tolerance/9/0");
        assertThat(accepted(DECIDE, List.of(TOLERATED, LOCKED), new LiftToleration(FACT, "case", CADRE, "tolerance/9/0"), SYSTEM)).containsExactly(lifted);
        assertThat(accepted(DECIDE, List.of(TOLERATED, LOCKED, lifted), new AdmitEntry(FACT, EVALUATION), OFFICER)).hasSize(1);
        assertThat(accepted(DECIDE, List.of(), new LiftToleration(FACT, "case", CADRE, "x"), SYSTEM)).isEmpty();
    }

    @Test
    void facts_are_joined_and_parted_once() {
        assertThat(accepted(DECIDE, List.of(), new JoinFact(FACT, "l", "other", "c"), SYSTEM)).containsExactly(new FactJoined(FACT, "l", "other", "c"));
        assertThat(accepted(DECIDE, List.of(new FactJoined(FACT, "l", "other", "c")), new JoinFact(FACT, "l", "other", "c"), SYSTEM)).isEmpty();
        assertThat(accepted(DECIDE, List.of(new FactJoined(FACT, "l", "other", "c")), new PartFact(FACT, "l", "c"), SYSTEM)).containsExactly(new FactParted(FACT, "l", "c"));
        assertThat(accepted(DECIDE, List.of(), new PartFact(FACT, "l", "c"), SYSTEM)).isEmpty();
        assertThat(state(DECIDE, List.of(new FactJoined(FACT, "l", "other", "c"))).links()).isEqualTo(Map.of("l", "other"));
        assertThat(state(DECIDE, List.of(new FactJoined(FACT, "l", "other", "c"), new FactParted(FACT, "l", "c"))).links()).isEmpty();
    }
}
