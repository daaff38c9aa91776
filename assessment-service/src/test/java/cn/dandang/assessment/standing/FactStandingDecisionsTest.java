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
import static cn.dandang.kit.testing.Decisions.state;
import static org.assertj.core.api.Assertions.assertThat;

import cn.dandang.assessment.standing.StandingEvent.AdverseEntryAdmitted;
import cn.dandang.assessment.standing.StandingEvent.AdverseEntryDropped;
import cn.dandang.assessment.standing.StandingEvent.ClearanceLifted;
import cn.dandang.assessment.standing.StandingEvent.ClearedFactLocked;
import cn.dandang.assessment.standing.StandingEvent.FactCleared;
import cn.dandang.assessment.standing.StandingEvent.FactJoined;
import cn.dandang.assessment.standing.StandingEvent.FactLocked;
import cn.dandang.assessment.standing.StandingEvent.FactParted;
import cn.dandang.assessment.standing.StandingEvent.FactTolerated;
import cn.dandang.assessment.standing.StandingEvent.TolerationLifted;
import cn.dandang.contracts.AssessmentFact.AssessmentKind;
import cn.dandang.contracts.EffectGroup;
import cn.dandang.kit.decision.Refusal;
import cn.dandang.kit.standing.Clearance;
import cn.dandang.kit.standing.StandingCommand.AdmitEntry;
import cn.dandang.kit.standing.StandingCommand.DropEntry;
import cn.dandang.kit.standing.StandingCommand.JoinFact;
import cn.dandang.kit.standing.StandingCommand.LiftProtection;
import cn.dandang.kit.standing.StandingCommand.LockFact;
import cn.dandang.kit.standing.StandingCommand.NoteProtection;
import cn.dandang.kit.standing.StandingCommand.PartFact;
import cn.dandang.kit.standing.Toleration;
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
    private static final LockFact LOCK = new LockFact(FACT, "case", CADRE, AdverseEntry.Kind.NEGATIVE_EVALUATION.name(), GROUND);
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
        assertThat(accepted(DECIDE, List.of(), new NoteProtection(FACT, TOLERATION), SYSTEM)).containsExactly(TOLERATED);
        assertThat(accepted(DECIDE, List.of(TOLERATED), new NoteProtection(FACT, TOLERATION), SYSTEM)).isEmpty();
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
        assertThat(accepted(DECIDE, List.of(TOLERATED, LOCKED), new LiftProtection(FACT, "case", CADRE, "tolerance/9/0"), SYSTEM)).containsExactly(lifted);
        assertThat(accepted(DECIDE, List.of(TOLERATED, LOCKED, lifted), new AdmitEntry(FACT, EVALUATION), OFFICER)).hasSize(1);
        assertThat(accepted(DECIDE, List.of(), new LiftProtection(FACT, "case", CADRE, "x"), SYSTEM)).isEmpty();
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

    @Test
    @DisplayName("X-13: a clearance is noted once; only with its lock does it keep entries out, in its own words; lifted, it takes the lock with it")
    void a_clearance_locks_like_a_toleration_and_says_so_in_its_own_words() {
        Clearance clearance = new Clearance("clarification", FACT, WEIHAI, CADRE, TODAY, "clarification/3/0", GROUND);
        FactCleared cleared = new FactCleared(FACT, clearance);
        ClearedFactLocked locked = new ClearedFactLocked(FACT, "clarification", CADRE, AdverseEntry.Kind.NEGATIVE_EVALUATION, GROUND);
        ClearanceLifted lifted = new ClearanceLifted(FACT, "clarification", CADRE, "tolerance/9/0");
        LockFact lock = new LockFact(FACT, "clarification", CADRE, AdverseEntry.Kind.NEGATIVE_EVALUATION.name(), GROUND);
        assertThat(accepted(DECIDE, List.of(), new NoteProtection(FACT, clearance), SYSTEM)).containsExactly(cleared);
        assertThat(accepted(DECIDE, List.of(cleared), new NoteProtection(FACT, clearance), SYSTEM)).isEmpty();
        assertThat(accepted(DECIDE, List.of(cleared), new AdmitEntry(FACT, EVALUATION), OFFICER)).hasSize(1);
        assertThat(accepted(DECIDE, List.of(cleared), lock, SYSTEM)).containsExactly(locked);
        assertThat(refused(DECIDE, List.of(), lock, SYSTEM).slug()).isEqualTo("wrong-state");
        assertThat(refused(DECIDE, List.of(cleared, locked), new AdmitEntry(FACT, EVALUATION), OFFICER).message().zh()).contains("澄清正名");
        assertThat(accepted(DECIDE, List.of(cleared, locked), new LiftProtection(FACT, "clarification", CADRE, "tolerance/9/0"), SYSTEM)).containsExactly(lifted);
        assertThat(accepted(DECIDE, List.of(cleared, locked, lifted), new AdmitEntry(FACT, EVALUATION), OFFICER)).hasSize(1);
    }
}
