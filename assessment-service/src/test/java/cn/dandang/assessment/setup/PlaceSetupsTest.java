package cn.dandang.assessment.setup;

import static cn.dandang.assessment.Given.POLICY;
import static cn.dandang.assessment.Given.TODAY;
import static cn.dandang.assessment.Given.WEIHAI;
import static cn.dandang.assessment.Given.actor;
import static org.assertj.core.api.Assertions.assertThat;

import cn.dandang.assessment.Given;
import cn.dandang.assessment.setup.SetupCommand.ProposeOpening;
import cn.dandang.assessment.setup.SetupCommand.ReviewOpening;
import cn.dandang.assessment.setup.SetupEvent.OpeningDeclined;
import cn.dandang.assessment.setup.SetupEvent.OpeningProposed;
import cn.dandang.assessment.setup.SetupEvent.PlaceOpened;
import cn.dandang.kit.decision.Actor;
import cn.dandang.kit.decision.Circumstances;
import cn.dandang.kit.decision.Decision;
import cn.dandang.kit.decision.Refusal;
import cn.dandang.kit.decision.Role;
import cn.dandang.policy.PackSwitch;
import cn.dandang.policy.PolicyChange;
import cn.dandang.policy.PolicySnapshot;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class PlaceSetupsTest {
    private static final PlaceSetups SETUPS = new PlaceSetups();
    private static final Actor APPROVER = actor("approver", WEIHAI, Role.POLICY_APPROVER);
    private static final PolicySnapshot ANSWERED = answered(PolicySnapshot.base(), WEIHAI);
    private static final ProposeOpening PROPOSE = new ProposeOpening(WEIHAI, "逐项答复完毕", true);
    private static final ReviewOpening APPROVE = new ReviewOpening(WEIHAI, true, "核对无误");
    private static final OpeningProposed PROPOSED = new OpeningProposed(WEIHAI, "逐项答复完毕", true, POLICY.person(), TODAY);

    private static PolicySnapshot answered(PolicySnapshot policy, String place) {
        PolicySnapshot then = policy;
        for (var pack : policy.packs()) {
            then = then.with(new PolicyChange.PackSwitched(new PackSwitch(pack.id(), place, false, TODAY, "drafter", "本地另有规定")));
        }
        return then;
    }

    private static Decision<SetupEvent> decide(PolicySnapshot policy, List<SetupEvent> given, SetupCommand order, Actor actor) {
        PlaceSetups.Setup state = SETUPS.initial();
        for (SetupEvent event : given) {
            state = SETUPS.evolve(state, event);
        }
        return SETUPS.decide(order, state, new Circumstances(actor, Instant.EPOCH, TODAY, policy, Given.REGISTER));
    }

    private static List<SetupEvent> accepted(List<SetupEvent> given, SetupCommand order, Actor actor) {
        return decide(ANSWERED, given, order, actor) instanceof Decision.Accepted<SetupEvent>(List<SetupEvent> events) ? events : List.of();
    }

    private static Refusal refused(PolicySnapshot policy, List<SetupEvent> given, SetupCommand order, Actor actor) {
        return ((Decision.Refused<SetupEvent>) decide(policy, given, order, actor)).refusal();
    }

    @Test
    @DisplayName("a place is opened by two officials after every pack was answered")
    void a_place_takes_two_officials() {
        assertThat(accepted(List.of(), PROPOSE, POLICY)).containsExactly(PROPOSED);
        assertThat(accepted(List.of(PROPOSED), APPROVE, APPROVER)).containsExactly(new PlaceOpened(WEIHAI, true, POLICY.person(), APPROVER.person(), "核对无误", TODAY));
    }

    @Test
    @DisplayName("while a pack is not answered the place is not opened, and the refusal names each such pack")
    void each_pack_is_asked_about() {
        Refusal none = refused(PolicySnapshot.base(), List.of(), PROPOSE, POLICY);
        assertThat(none.slug()).isEqualTo("wrong-state");
        assertThat(PolicySnapshot.base().packs()).isNotEmpty().allSatisfy(pack -> assertThat(none.message().zh()).contains(pack.id() + "《" + pack.name().zh() + "》"));
        // the answers of another place are not its own
        assertThat(refused(answered(PolicySnapshot.base(), "370000"), List.of(), PROPOSE, POLICY).message().en()).contains("P10");
        // asked again when it is approved: what was answered is looked up on that day
        assertThat(refused(PolicySnapshot.base(), List.of(PROPOSED), APPROVE, APPROVER).message().en()).contains("off needs a named person and a reason");
    }

    @Test
    void who_proposed_does_not_review_and_a_declined_opening_may_be_proposed_again() {
        Actor both = actor(POLICY.person(), WEIHAI, Role.POLICY_ADMIN, Role.POLICY_APPROVER);
        assertThat(refused(ANSWERED, List.of(PROPOSED), APPROVE, both).message().en()).contains("does not review it");
        assertThat(refused(ANSWERED, List.of(), PROPOSE, APPROVER).slug()).isEqualTo("forbidden-role");
        assertThat(refused(ANSWERED, List.of(PROPOSED), APPROVE, POLICY).slug()).isEqualTo("forbidden-role");
        assertThat(refused(ANSWERED, List.of(), PROPOSE, actor("policy-anhui", "340000", Role.POLICY_ADMIN)).slug()).isEqualTo("wrong-jurisdiction");
        assertThat(refused(ANSWERED, List.of(PROPOSED), PROPOSE, POLICY).slug()).isEqualTo("wrong-state");
        assertThat(refused(ANSWERED, List.of(), APPROVE, APPROVER).slug()).isEqualTo("wrong-state");
        OpeningDeclined declined = new OpeningDeclined(WEIHAI, "先录入施行日期", APPROVER.person(), TODAY);
        assertThat(accepted(List.of(PROPOSED), new ReviewOpening(WEIHAI, false, "先录入施行日期"), APPROVER)).containsExactly(declined);
        assertThat(accepted(List.of(PROPOSED, declined), PROPOSE, POLICY)).containsExactly(PROPOSED);
    }

    @Test
    void an_open_place_is_opened_once() {
        PlaceOpened opened = new PlaceOpened(WEIHAI, true, POLICY.person(), APPROVER.person(), "核对无误", TODAY);
        assertThat(refused(ANSWERED, List.of(PROPOSED, opened), PROPOSE, POLICY).message().zh()).contains("已启用");
    }
}
