package cn.dandang.incentive.standing;

import static cn.dandang.incentive.Given.CADRE;
import static cn.dandang.incentive.Given.DECIDER;
import static cn.dandang.incentive.Given.FACT;
import static cn.dandang.incentive.Given.GROUND;
import static cn.dandang.incentive.Given.NOBODY;
import static cn.dandang.incentive.Given.OFFICER;
import static cn.dandang.incentive.Given.SELF;
import static cn.dandang.incentive.Given.SYSTEM;
import static cn.dandang.incentive.Given.TODAY;
import static cn.dandang.incentive.Given.WEIHAI;
import static cn.dandang.incentive.Given.accepted;
import static cn.dandang.incentive.Given.refused;
import static cn.dandang.kit.testing.Decisions.state;
import static org.assertj.core.api.Assertions.assertThat;

import cn.dandang.incentive.standing.StandingEvent.AdverseEntryAdmitted;
import cn.dandang.incentive.standing.StandingEvent.AdverseEntryDropped;
import cn.dandang.incentive.standing.StandingEvent.ClearanceLifted;
import cn.dandang.incentive.standing.StandingEvent.ClearedFactLocked;
import cn.dandang.incentive.standing.StandingEvent.FactCleared;
import cn.dandang.incentive.standing.StandingEvent.FactJoined;
import cn.dandang.incentive.standing.StandingEvent.FactLocked;
import cn.dandang.incentive.standing.StandingEvent.FactParted;
import cn.dandang.incentive.standing.StandingEvent.FactTolerated;
import cn.dandang.incentive.standing.StandingEvent.TolerationLifted;
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
    private static final AdverseEntry HOLD = new AdverseEntry("n1", CADRE);
    private static final Toleration TOLERATION = new Toleration("case", "root", FACT, WEIHAI, CADRE, List.of(EffectGroup.ASSESSMENT_AND_AWARDS), TODAY, "tolerance/7/0", GROUND);
    private static final FactTolerated TOLERATED = new FactTolerated(FACT, TOLERATION);
    private static final LockFact LOCK = new LockFact(FACT, "case", CADRE, "", GROUND);
    private static final FactLocked LOCKED = new FactLocked(FACT, "case", CADRE, GROUND);

    @Test
    void an_adverse_entry_is_admitted_and_dropped() {
        assertThat(accepted(DECIDE, List.of(), new AdmitEntry(FACT, HOLD), OFFICER)).containsExactly(new AdverseEntryAdmitted(FACT, HOLD));
        assertThat(accepted(DECIDE, List.of(new AdverseEntryAdmitted(FACT, HOLD)), new DropEntry(FACT, "n1"), OFFICER)).containsExactly(new AdverseEntryDropped(FACT, "n1"));
        assertThat(accepted(DECIDE, List.of(), new DropEntry(FACT, "n1"), OFFICER)).isEmpty();
    }

    @Test
    @DisplayName("X-03: no hold rests on a tolerated fact (鲁·三·3 beside the lock)")
    void a_lock_refuses_a_new_hold_with_the_clause() {
        Refusal refusal = refused(DECIDE, List.of(TOLERATED, LOCKED), new AdmitEntry(FACT, HOLD), OFFICER);
        assertThat(refusal.slug()).isEqualTo("refused-by-rule");
        assertThat(refusal.clauses()).isEqualTo(GROUND.clauses());
    }

    @Test
    void a_lock_does_not_reach_another_cadre() {
        assertThat(accepted(DECIDE, List.of(TOLERATED, LOCKED), new AdmitEntry(FACT, new AdverseEntry("n2", "colleague")), OFFICER)).hasSize(1);
    }

    @Test
    void a_toleration_alone_locks_nothing() {
        assertThat(accepted(DECIDE, List.of(TOLERATED), new AdmitEntry(FACT, HOLD), OFFICER)).hasSize(1);
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
        assertThat(accepted(DECIDE, List.of(TOLERATED, LOCKED, lifted), new AdmitEntry(FACT, HOLD), OFFICER)).hasSize(1);
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
        ClearedFactLocked locked = new ClearedFactLocked(FACT, "clarification", CADRE, GROUND);
        ClearanceLifted lifted = new ClearanceLifted(FACT, "clarification", CADRE, "tolerance/9/0");
        LockFact lock = new LockFact(FACT, "clarification", CADRE, "", GROUND);
        assertThat(accepted(DECIDE, List.of(), new NoteProtection(FACT, clearance), SYSTEM)).containsExactly(cleared);
        assertThat(accepted(DECIDE, List.of(cleared), new NoteProtection(FACT, clearance), SYSTEM)).isEmpty();
        assertThat(accepted(DECIDE, List.of(cleared), new AdmitEntry(FACT, HOLD), OFFICER)).hasSize(1);
        assertThat(accepted(DECIDE, List.of(cleared), lock, SYSTEM)).containsExactly(locked);
        assertThat(refused(DECIDE, List.of(), lock, SYSTEM).slug()).isEqualTo("wrong-state");
        assertThat(refused(DECIDE, List.of(cleared, locked), new AdmitEntry(FACT, HOLD), OFFICER).message().zh()).contains("澄清正名");
        assertThat(accepted(DECIDE, List.of(cleared, locked), new LiftProtection(FACT, "clarification", CADRE, "tolerance/9/0"), SYSTEM)).containsExactly(lifted);
        assertThat(accepted(DECIDE, List.of(cleared, locked, lifted), new AdmitEntry(FACT, HOLD), OFFICER)).hasSize(1);
    }
}
