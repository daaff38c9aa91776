package cn.dandang.incentive.nomination;

import cn.dandang.incentive.IncentiveRefusal;
import cn.dandang.incentive.Permission;
import cn.dandang.incentive.nomination.HoldCommand.CloseHolds;
import cn.dandang.incentive.nomination.HoldCommand.HoldNomination;
import cn.dandang.incentive.nomination.HoldCommand.ReleaseHold;
import cn.dandang.incentive.nomination.HoldCommand.ReleaseOnDecision;
import cn.dandang.incentive.nomination.HoldCommand.RenewHold;
import cn.dandang.incentive.nomination.HoldEvent.HoldsClosed;
import cn.dandang.incentive.nomination.HoldEvent.NominationHeld;
import cn.dandang.incentive.nomination.HoldEvent.NominationHoldRenewed;
import cn.dandang.incentive.nomination.HoldEvent.NominationReleased;
import cn.dandang.kit.decision.Circumstances;
import cn.dandang.kit.decision.Decider;
import cn.dandang.kit.decision.Decision;
import cn.dandang.kit.decision.Refusal;
import cn.dandang.kit.decision.Role;
import cn.dandang.kit.personal.Sealed;
import cn.dandang.kit.security.Require;
import cn.dandang.policy.Message;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What the hold on a nomination answers to an order. No clause makes a block of it: it is a person's act, reviewed by another person. */
@Component
public final class Holds implements Decider<HoldCommand, HoldEvent, Holds.Hold> {

    /**
     * @param held   the standing hold, or null
     * @param keeper who holds or renewed it last, or null
     * @param closed whether the award was conferred
     */
    public record Hold(@Nullable NominationHeld held, @Nullable String keeper, boolean closed) {}

    public static String stream(String nomination) {
        return "nomination-hold-" + nomination;
    }

    @Override
    public String kind() {
        return "nomination-hold";
    }

    @Override
    public Class<HoldCommand> commands() {
        return HoldCommand.class;
    }

    @Override
    public Class<HoldEvent> events() {
        return HoldEvent.class;
    }

    @Override
    public Hold initial() {
        return new Hold(null, null, false);
    }

    @Override
    public Decision<HoldEvent> decide(HoldCommand order, Hold state, Circumstances now) {
        return switch (order) {
            case HoldNomination hold -> hold(hold, state, now);
            case RenewHold renew -> reviewed(state, now).<Decision<HoldEvent>>map(Decision::refuse)
                    .orElseGet(() -> Decision.accept(new NominationHoldRenewed(renew.nomination(), now.actor().jurisdiction(), renew.reason(), now.actor().person(), now.today())));
            case ReleaseHold release -> reviewed(state, now).<Decision<HoldEvent>>map(Decision::refuse)
                    .orElseGet(() -> Decision.accept(released(state, release.nomination(), now, release.reason())));
            case ReleaseOnDecision release -> releaseOnDecision(release, state, now);
            case CloseHolds close -> state.held() == null ? Decision.accept(new HoldsClosed(close.nomination()))
                    : Decision.refuse(IncentiveRefusal.WrongState.of("该提名已暂缓，解除暂缓前不得表彰。", "The nomination is held; no award is conferred until the hold is lifted."));
        };
    }

    @Override
    public Hold evolve(Hold state, HoldEvent event) {
        return switch (event) {
            case NominationHeld held -> new Hold(held, held.holder(), state.closed());
            case NominationHoldRenewed renewed -> new Hold(state.held(), renewed.by(), state.closed());
            case NominationReleased released -> new Hold(null, null, state.closed());
            case HoldsClosed closed -> new Hold(state.held(), state.keeper(), true);
        };
    }

    private static Decision<HoldEvent> hold(HoldNomination order, Hold state, Circumstances now) {
        Optional<Refusal> refusal = Permission.about(order.cadre(), now.actor(), order.jurisdiction(), Role.BENEFITS_OFFICER, Role.ORG_OFFICER);
        if (refusal.isPresent()) {
            return Decision.refuse(refusal.get());
        }
        if (state.closed() || state.held() != null) {
            return Decision.refuse(state.closed() ? IncentiveRefusal.WrongState.of("该提名已表彰。", "The award is already conferred.")
                    : IncentiveRefusal.WrongState.of("该提名已暂缓。", "The nomination is already held."));
        }
        return Decision.accept(new NominationHeld(order.nomination(), order.jurisdiction(), order.cadre(), order.factId(), order.basis(), order.reason(), now.actor().person(), now.today()));
    }

    /** Who may renew or lift: an official of the place, not the cadre, not who holds or renewed it last. */
    private static Optional<Refusal> reviewed(Hold state, Circumstances now) {
        NominationHeld held = state.held();
        if (held == null) {
            return Optional.of(IncentiveRefusal.WrongState.of("该提名未暂缓。", "The nomination is not held."));
        }
        return Permission.about(held.cadre(), now.actor(), held.jurisdiction(), Role.BENEFITS_OFFICER, Role.ORG_OFFICER, Role.ORG_DECIDER)
                .or(() -> notTheKeeper(state, now));
    }

    private static Optional<Refusal> notTheKeeper(Hold state, Circumstances now) {
        return Require.notSamePerson(now.actor(), state.keeper(), Message.of("暂缓须由作出人以外的人复核续期或解除。", "A hold is renewed or lifted by somebody other than the person who placed or last renewed it."));
    }

    private static Decision<HoldEvent> releaseOnDecision(ReleaseOnDecision order, Hold state, Circumstances now) {
        NominationHeld held = state.held();
        if (held == null || !held.factId().equals(order.factId())) {
            return Decision.accept();
        }
        return Permission.followingDecision(held.cadre(), now.actor(), held.jurisdiction()).or(() -> notTheKeeper(state, now)).<Decision<HoldEvent>>map(Decision::refuse).orElseGet(() -> Decision.accept(
                new NominationReleased(held.nomination(), held.jurisdiction(), held.cadre(), held.factId(), now.today(), order.ground(), order.cause(), null)));
    }

    private static NominationReleased released(Hold state, String nomination, Circumstances now, Sealed<String> reason) {
        NominationHeld held = Objects.requireNonNull(state.held(), "reviewed");
        return new NominationReleased(nomination, held.jurisdiction(), held.cadre(), held.factId(), now.today(), null, null, reason);
    }
}
