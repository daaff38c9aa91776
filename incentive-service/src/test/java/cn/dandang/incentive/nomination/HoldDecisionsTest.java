package cn.dandang.incentive.nomination;

import static cn.dandang.incentive.Given.CADRE;
import static cn.dandang.incentive.Given.DECIDER;
import static cn.dandang.incentive.Given.ELSEWHERE;
import static cn.dandang.incentive.Given.FACT;
import static cn.dandang.incentive.Given.GROUND;
import static cn.dandang.incentive.Given.NOBODY;
import static cn.dandang.incentive.Given.OFFICER;
import static cn.dandang.incentive.Given.OTHER_OFFICER;
import static cn.dandang.incentive.Given.SELF;
import static cn.dandang.incentive.Given.SYSTEM;
import static cn.dandang.incentive.Given.TEXT;
import static cn.dandang.incentive.Given.TODAY;
import static cn.dandang.incentive.Given.WEIHAI;
import static cn.dandang.incentive.Given.accepted;
import static cn.dandang.incentive.Given.refused;
import static org.assertj.core.api.Assertions.assertThat;

import cn.dandang.incentive.nomination.HoldCommand.CloseHolds;
import cn.dandang.incentive.nomination.HoldCommand.HoldNomination;
import cn.dandang.incentive.nomination.HoldCommand.ReleaseHold;
import cn.dandang.incentive.nomination.HoldCommand.ReleaseOnDecision;
import cn.dandang.incentive.nomination.HoldCommand.RenewHold;
import cn.dandang.incentive.nomination.HoldEvent.HoldsClosed;
import cn.dandang.incentive.nomination.HoldEvent.NominationHeld;
import cn.dandang.incentive.nomination.HoldEvent.NominationHoldRenewed;
import cn.dandang.incentive.nomination.HoldEvent.NominationReleased;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class HoldDecisionsTest {
    private static final Holds DECIDE = new Holds();
    private static final String ID = "0195d3a0-0002-7b00-8000-000000000001";
    private static final HoldNomination HOLD = new HoldNomination(ID, CADRE, WEIHAI, FACT, "e1", TEXT);
    private static final NominationHeld HELD = new NominationHeld(ID, WEIHAI, CADRE, FACT, "e1", TEXT, OFFICER.person(), TODAY);
    private static final NominationReleased RELEASED = new NominationReleased(ID, WEIHAI, CADRE, FACT, TODAY, GROUND, "c", null);
    private static final ReleaseOnDecision ON_DECISION = new ReleaseOnDecision(ID, FACT, GROUND, "c");

    @Test
    void a_person_holds_a_nomination_with_reason_fact_and_basis() {
        assertThat(accepted(DECIDE, List.of(), HOLD, OFFICER)).containsExactly(HELD);
        assertThat(HELD.factIds()).containsExactly(FACT);
    }

    @Test
    void holding_is_refused_for_another_role_place_oneself_twice_and_after_the_award() {
        assertThat(refused(DECIDE, List.of(), HOLD, NOBODY).slug()).isEqualTo("forbidden-role");
        assertThat(refused(DECIDE, List.of(), HOLD, ELSEWHERE).slug()).isEqualTo("wrong-jurisdiction");
        assertThat(refused(DECIDE, List.of(), HOLD, SELF).slug()).isEqualTo("own-case");
        assertThat(refused(DECIDE, List.of(HELD), HOLD, OFFICER).slug()).isEqualTo("wrong-state");
        assertThat(refused(DECIDE, List.of(new HoldsClosed(ID)), HOLD, OFFICER).slug()).isEqualTo("wrong-state");
    }

    @Test
    @DisplayName("D-20: a hold is lifted or renewed by somebody other than the holder")
    void a_hold_is_lifted_or_renewed_by_somebody_other_than_the_holder() {
        assertThat(refused(DECIDE, List.of(HELD), new ReleaseHold(ID, TEXT), OFFICER).slug()).isEqualTo("own-case");
        assertThat(refused(DECIDE, List.of(HELD), new RenewHold(ID, TEXT), OFFICER).slug()).isEqualTo("own-case");
        assertThat(accepted(DECIDE, List.of(HELD), new ReleaseHold(ID, TEXT), OTHER_OFFICER)).containsExactly(new NominationReleased(ID, WEIHAI, CADRE, FACT, TODAY, null, null, TEXT));
        assertThat(accepted(DECIDE, List.of(HELD), new RenewHold(ID, TEXT), OTHER_OFFICER)).containsExactly(new NominationHoldRenewed(ID, WEIHAI, TEXT, OTHER_OFFICER.person(), TODAY));
    }

    @Test
    void who_renewed_it_last_counts_as_its_holder() {
        NominationHoldRenewed renewed = new NominationHoldRenewed(ID, WEIHAI, TEXT, OTHER_OFFICER.person(), TODAY);
        assertThat(refused(DECIDE, List.of(HELD, renewed), new ReleaseHold(ID, TEXT), OTHER_OFFICER).slug()).isEqualTo("own-case");
        assertThat(accepted(DECIDE, List.of(HELD, renewed), new ReleaseHold(ID, TEXT), OFFICER)).hasSize(1);
    }

    @Test
    void reviewing_is_refused_without_a_hold_and_for_another_role_place_or_oneself() {
        assertThat(refused(DECIDE, List.of(), new ReleaseHold(ID, TEXT), OTHER_OFFICER).slug()).isEqualTo("wrong-state");
        assertThat(refused(DECIDE, List.of(), new RenewHold(ID, TEXT), OTHER_OFFICER).slug()).isEqualTo("wrong-state");
        assertThat(refused(DECIDE, List.of(HELD), new ReleaseHold(ID, TEXT), NOBODY).slug()).isEqualTo("forbidden-role");
        assertThat(refused(DECIDE, List.of(HELD), new ReleaseHold(ID, TEXT), ELSEWHERE).slug()).isEqualTo("wrong-jurisdiction");
        assertThat(refused(DECIDE, List.of(HELD), new RenewHold(ID, TEXT), SELF).slug()).isEqualTo("own-case");
    }

    @Test
    @DisplayName("X-03: a decision on the fact releases the hold with ground and cause")
    void a_decision_on_the_fact_releases_the_hold() {
        assertThat(accepted(DECIDE, List.of(HELD), ON_DECISION, SYSTEM)).containsExactly(RELEASED);
        assertThat(accepted(DECIDE, List.of(HELD), ON_DECISION, DECIDER)).containsExactly(RELEASED);
        assertThat(refused(DECIDE, List.of(HELD), ON_DECISION, SELF).slug()).isEqualTo("own-case");
        // who holds it does not answer whether it falls (D-20)
        assertThat(refused(DECIDE, List.of(HELD), ON_DECISION, OFFICER).slug()).isEqualTo("own-case");
        assertThat(accepted(DECIDE, List.of(HELD), ON_DECISION, OTHER_OFFICER)).containsExactly(RELEASED);
    }

    @Test
    void a_decision_releases_no_hold_that_rests_on_another_fact_or_is_gone() {
        assertThat(accepted(DECIDE, List.of(HELD), new ReleaseOnDecision(ID, "another", GROUND, "c"), SYSTEM)).isEmpty();
        assertThat(accepted(DECIDE, List.of(HELD, RELEASED), ON_DECISION, SYSTEM)).isEmpty();
    }

    @Test
    @DisplayName("D-21: no award while a hold stands; a released hold confers nothing by itself")
    void no_award_while_a_hold_stands() {
        assertThat(refused(DECIDE, List.of(HELD), new CloseHolds(ID), DECIDER).slug()).isEqualTo("wrong-state");
        assertThat(accepted(DECIDE, List.of(HELD, RELEASED), new CloseHolds(ID), DECIDER)).containsExactly(new HoldsClosed(ID));
        assertThat(accepted(DECIDE, List.of(), new CloseHolds(ID), DECIDER)).containsExactly(new HoldsClosed(ID));
    }
}
