package cn.dandang.incentive.nomination;

import cn.dandang.contracts.Ground;
import cn.dandang.kit.decision.DomainEvent;
import cn.dandang.kit.decision.EventName;
import cn.dandang.kit.personal.Sealed;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What happened to the hold on a nomination. */
public sealed interface HoldEvent extends DomainEvent {
    String nomination();

    /** 提名已暂缓. */
    @EventName("incentive.nomination-held.v1")
    record NominationHeld(String nomination, String jurisdiction, String cadre, String factId, @Nullable String basis, Sealed<String> reason, String holder, LocalDate heldOn) implements HoldEvent {
        @Override
        public List<String> factIds() {
            return List.of(factId);
        }
    }

    /** 暂缓已续. */
    @EventName("incentive.nomination-hold-renewed.v1")
    record NominationHoldRenewed(String nomination, String jurisdiction, Sealed<String> reason, String by, LocalDate on) implements HoldEvent {}

    /**
     * 暂缓已解除.
     *
     * @param cause  id of the published fact, or null when a person did it
     * @param reason a person's, or null
     */
    @EventName("incentive.nomination-released.v1")
    record NominationReleased(String nomination, String jurisdiction, String cadre, String factId, LocalDate releasedOn, @Nullable Ground ground, @Nullable String cause,
                              @Nullable Sealed<String> reason) implements HoldEvent {
        @Override
        public List<String> factIds() {
            return List.of(factId);
        }
    }

    /** No hold can follow: the award was conferred. */
    @EventName("incentive.nomination-holds-closed.v1")
    record HoldsClosed(String nomination) implements HoldEvent {}
}
