package cn.dandang.incentive.nomination;

import cn.dandang.incentive.nomination.HoldEvent.NominationHeld;
import cn.dandang.incentive.nomination.HoldEvent.NominationHoldRenewed;
import cn.dandang.incentive.nomination.HoldEvent.NominationReleased;
import cn.dandang.incentive.nomination.NominationEvent.AwardConferred;
import cn.dandang.incentive.nomination.NominationEvent.NominationProposed;
import cn.dandang.kit.publishing.RecordedEvent;
import cn.dandang.kit.view.Projection;
import cn.dandang.kit.view.ViewCollection;
import cn.dandang.kit.view.Views;
import java.util.List;
import java.util.function.UnaryOperator;
import org.springframework.stereotype.Component;

/** Builds the list of nominations. */
@Component
final class NominationProjection implements Projection {
    private static final String VIEW = "award-nominations";
    private final Views views;

    NominationProjection(Views views) {
        this.views = views;
    }

    @Override
    public String name() {
        return VIEW;
    }

    ViewCollection<NominationRow> rows() {
        return views.of(VIEW).collection("nominations", NominationRow.class);
    }

    @Override
    public void on(RecordedEvent recorded) {
        switch (recorded.event()) {
            case NominationProposed proposed -> rows().save(proposed.nomination(),
                    new NominationRow(proposed.nomination(), recorded.version(), proposed.jurisdiction(), proposed.cadre(), proposed.award(), false, proposed.proposedOn(), null, List.of()));
            case AwardConferred conferred -> change(conferred.nomination(), row -> row.conferred(recorded.version()));
            case NominationHeld held -> change(held.nomination(),
                    row -> row.held(new NominationRow.Hold(held.reason(), held.basis(), held.factId(), held.holder(), held.heldOn(), null, null, null)));
            case NominationHoldRenewed renewed -> change(renewed.nomination(), row -> {
                NominationRow.Hold hold = row.hold();
                return hold == null ? row
                        : row.held(new NominationRow.Hold(hold.reason(), hold.basis(), hold.factId(), hold.by(), hold.on(), renewed.reason(), renewed.by(), renewed.on()));
            });
            case NominationReleased released -> change(released.nomination(), row -> {
                NominationRow.Hold hold = row.hold();
                return hold == null ? row : row.released(new NominationRow.Released(hold, released.releasedOn(), released.ground(), released.cause(), released.reason()));
            });
            default -> { }
        }
    }

    private void change(String nomination, UnaryOperator<NominationRow> change) {
        rows().update(nomination, row -> row == null ? null : change.apply(row));
    }
}
