package cn.dandang.incentive.talk;

import static cn.dandang.incentive.Given.CADRE;
import static cn.dandang.incentive.Given.ELSEWHERE;
import static cn.dandang.incentive.Given.GROUND;
import static cn.dandang.incentive.Given.OFFICER;
import static cn.dandang.incentive.Given.PARTY;
import static cn.dandang.incentive.Given.SELF;
import static cn.dandang.incentive.Given.SYSTEM;
import static cn.dandang.incentive.Given.TEXT;
import static cn.dandang.incentive.Given.TODAY;
import static cn.dandang.incentive.Given.WEIHAI;
import static cn.dandang.incentive.Given.accepted;
import static cn.dandang.incentive.Given.refused;
import static cn.dandang.kit.testing.Decisions.state;
import static org.assertj.core.api.Assertions.assertThat;

import cn.dandang.incentive.talk.TalkCommand.AcceptTalk;
import cn.dandang.incentive.talk.TalkCommand.DeclineTalk;
import cn.dandang.incentive.talk.TalkCommand.HoldTalk;
import cn.dandang.incentive.talk.TalkCommand.ProposeTalk;
import cn.dandang.incentive.talk.TalkEvent.TalkDeclined;
import cn.dandang.incentive.talk.TalkEvent.TalkHeld;
import cn.dandang.incentive.talk.TalkEvent.TalkPlanned;
import cn.dandang.incentive.talk.TalkEvent.TalkProposed;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class TalkDecisionsTest {
    private static final Talks DECIDE = new Talks();
    private static final String ID = "0195d3a0-0002-7a00-8000-000000000001";
    private static final TalkProposed PROPOSED = new TalkProposed(ID, WEIHAI, CADRE, TODAY, GROUND, "c");
    private static final TalkPlanned PLANNED = new TalkPlanned(ID, WEIHAI, CADRE, TEXT, PARTY.person(), TODAY);
    private static final TalkDeclined DECLINED = new TalkDeclined(ID, WEIHAI, CADRE, TEXT, PARTY.person(), TODAY);
    private static final TalkHeld HELD = new TalkHeld(ID, WEIHAI, CADRE, TEXT, PARTY.person(), TODAY);

    @Test
    @DisplayName("X-33: a talk is proposed once")
    void a_talk_is_proposed_once() {
        ProposeTalk propose = new ProposeTalk(ID, CADRE, WEIHAI, GROUND, "c");
        assertThat(accepted(DECIDE, List.of(), propose, SYSTEM)).containsExactly(PROPOSED);
        assertThat(accepted(DECIDE, List.of(PROPOSED), propose, SYSTEM)).isEmpty();
    }

    @Test
    void a_person_accepts_or_declines_with_a_reason_and_holds_it() {
        assertThat(accepted(DECIDE, List.of(PROPOSED), new AcceptTalk(ID, TEXT), PARTY)).containsExactly(PLANNED);
        assertThat(accepted(DECIDE, List.of(PROPOSED), new DeclineTalk(ID, TEXT), PARTY)).containsExactly(DECLINED);
        assertThat(accepted(DECIDE, List.of(PROPOSED, PLANNED), new HoldTalk(ID, TEXT), PARTY)).containsExactly(HELD);
    }

    @Test
    void each_step_is_refused_out_of_its_state() {
        for (TalkCommand order : List.of(new AcceptTalk(ID, TEXT), new DeclineTalk(ID, TEXT), new HoldTalk(ID, TEXT))) {
            assertThat(refused(DECIDE, List.of(), order, PARTY).slug()).isEqualTo("not-found");
            assertThat(refused(DECIDE, List.of(PROPOSED, DECLINED), order, PARTY).slug()).isEqualTo("wrong-state");
            assertThat(refused(DECIDE, List.of(PROPOSED, PLANNED, HELD), order, PARTY).slug()).isEqualTo("wrong-state");
        }
        assertThat(refused(DECIDE, List.of(PROPOSED), new HoldTalk(ID, TEXT), PARTY).slug()).isEqualTo("wrong-state");
        assertThat(refused(DECIDE, List.of(PROPOSED, PLANNED), new AcceptTalk(ID, TEXT), PARTY).slug()).isEqualTo("wrong-state");
    }

    @Test
    void who_assesses_selects_or_awards_takes_no_part() {
        assertThat(refused(DECIDE, List.of(PROPOSED), new AcceptTalk(ID, TEXT), OFFICER).slug()).isEqualTo("forbidden-role");
        assertThat(refused(DECIDE, List.of(PROPOSED), new AcceptTalk(ID, TEXT), ELSEWHERE).slug()).isEqualTo("wrong-jurisdiction");
        assertThat(refused(DECIDE, List.of(PROPOSED), new DeclineTalk(ID, TEXT), SELF).slug()).isEqualTo("own-case");
    }

    @Test
    void evolving_never_refuses() {
        assertThat(state(DECIDE, List.of(PLANNED))).isEqualTo(new TalkState.NotProposed());
        assertThat(state(DECIDE, List.of(PROPOSED, PLANNED, HELD))).isEqualTo(new TalkState.Held(PROPOSED));
    }
}
