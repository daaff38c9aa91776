package cn.dandang.incentive.nomination;

import static cn.dandang.incentive.Given.CADRE;
import static cn.dandang.incentive.Given.DECIDER;
import static cn.dandang.incentive.Given.ELSEWHERE;
import static cn.dandang.incentive.Given.NOBODY;
import static cn.dandang.incentive.Given.OFFICER;
import static cn.dandang.incentive.Given.SELF;
import static cn.dandang.incentive.Given.TODAY;
import static cn.dandang.incentive.Given.WEIHAI;
import static cn.dandang.incentive.Given.accepted;
import static cn.dandang.incentive.Given.refused;
import static org.assertj.core.api.Assertions.assertThat;

import cn.dandang.incentive.nomination.NominationCommand.ConferAward;
import cn.dandang.incentive.nomination.NominationCommand.ProposeNomination;
import cn.dandang.incentive.nomination.NominationCommand.RequireOpen;
import cn.dandang.incentive.nomination.NominationEvent.AwardConferred;
import cn.dandang.incentive.nomination.NominationEvent.NominationProposed;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class NominationDecisionsTest {
    private static final Nominations DECIDE = new Nominations();
    private static final String ID = "0195d3a0-0002-7b00-8000-000000000001";
    private static final ProposeNomination PROPOSE = new ProposeNomination(ID, CADRE, "记三等功");
    private static final NominationProposed PROPOSED = new NominationProposed(ID, WEIHAI, CADRE, "记三等功", OFFICER.person(), TODAY);
    private static final AwardConferred CONFERRED = new AwardConferred(ID, WEIHAI, CADRE, "记三等功", DECIDER.person(), TODAY);

    @Test
    void an_officer_proposes_a_cadre_of_his_place_for_an_award() {
        assertThat(accepted(DECIDE, List.of(), PROPOSE, OFFICER)).containsExactly(PROPOSED);
    }

    @Test
    void proposing_is_refused_for_another_role_place_oneself_an_unknown_cadre_a_nameless_award_and_twice() {
        assertThat(refused(DECIDE, List.of(), PROPOSE, NOBODY).slug()).isEqualTo("forbidden-role");
        assertThat(refused(DECIDE, List.of(), PROPOSE, ELSEWHERE).slug()).isEqualTo("wrong-jurisdiction");
        assertThat(refused(DECIDE, List.of(), PROPOSE, SELF).slug()).isEqualTo("own-case");
        assertThat(refused(DECIDE, List.of(), new ProposeNomination(ID, "somebody", "记三等功"), OFFICER).slug()).isEqualTo("not-found");
        assertThat(refused(DECIDE, List.of(), new ProposeNomination(ID, CADRE, " "), OFFICER).slug()).isEqualTo("malformed-request");
        assertThat(refused(DECIDE, List.of(PROPOSED), PROPOSE, OFFICER).slug()).isEqualTo("wrong-state");
    }

    @Test
    @DisplayName("D-21: conferring is a decision of its own, by the deciding official")
    void conferring_is_a_decision_of_its_own() {
        assertThat(accepted(DECIDE, List.of(PROPOSED), new ConferAward(ID), DECIDER)).containsExactly(CONFERRED);
        assertThat(refused(DECIDE, List.of(PROPOSED), new ConferAward(ID), OFFICER).slug()).isEqualTo("forbidden-role");
        assertThat(refused(DECIDE, List.of(PROPOSED), new ConferAward(ID), ELSEWHERE).slug()).isEqualTo("wrong-jurisdiction");
        assertThat(refused(DECIDE, List.of(PROPOSED), new ConferAward(ID), SELF).slug()).isEqualTo("own-case");
        assertThat(refused(DECIDE, List.of(), new ConferAward(ID), DECIDER).slug()).isEqualTo("not-found");
        assertThat(refused(DECIDE, List.of(PROPOSED, CONFERRED), new ConferAward(ID), DECIDER).slug()).isEqualTo("wrong-state");
    }

    @Test
    void an_order_on_the_hold_needs_an_open_nomination_and_leaves_no_event() {
        assertThat(accepted(DECIDE, List.of(PROPOSED), new RequireOpen(ID), OFFICER)).isEmpty();
        assertThat(refused(DECIDE, List.of(PROPOSED, CONFERRED), new RequireOpen(ID), OFFICER).slug()).isEqualTo("wrong-state");
        assertThat(refused(DECIDE, List.of(), new RequireOpen(ID), OFFICER).slug()).isEqualTo("not-found");
    }
}
