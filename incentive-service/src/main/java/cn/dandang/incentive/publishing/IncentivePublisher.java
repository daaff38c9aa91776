package cn.dandang.incentive.publishing;

import cn.dandang.contracts.Ground;
import cn.dandang.contracts.IncentiveFact.TalkStep;
import cn.dandang.contracts.IncentiveFact;
import cn.dandang.contracts.PublishedFact;
import cn.dandang.incentive.nomination.HoldEvent.NominationHeld;
import cn.dandang.incentive.nomination.HoldEvent.NominationReleased;
import cn.dandang.incentive.nomination.NominationEvent.AwardConferred;
import cn.dandang.incentive.nomination.NominationEvent.NominationProposed;
import cn.dandang.incentive.talk.TalkEvent.TalkDeclined;
import cn.dandang.incentive.talk.TalkEvent.TalkDue;
import cn.dandang.incentive.talk.TalkEvent.TalkHeld;
import cn.dandang.incentive.talk.TalkEvent.TalkPlanned;
import cn.dandang.incentive.talk.TalkEvent.TalkProposed;
import cn.dandang.kit.publishing.FactPublisher;
import cn.dandang.kit.publishing.RecordedEvent;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Events of incentive as published facts. Reasons and notes never leave the service. */
@Component
public final class IncentivePublisher implements FactPublisher {

    @Override
    public List<PublishedFact> facts(RecordedEvent recorded) {
        return switch (recorded.event()) {
            case NominationProposed proposed -> List.of(new IncentiveFact.NominationProposed(proposed.nomination(), proposed.nomination(), proposed.jurisdiction(), proposed.cadre(), proposed.award(), proposed.proposedOn()));
            case NominationHeld held -> List.of(new IncentiveFact.NominationHeld(held.nomination(), held.nomination(), held.jurisdiction(), held.cadre(), held.factId(), held.holder(), held.heldOn()));
            case NominationReleased released -> List.of(new IncentiveFact.NominationReleased(released.nomination(), released.nomination(), released.jurisdiction(), released.cadre(), released.factId(),
                    released.releasedOn(), released.ground(), released.cause()));
            case AwardConferred conferred -> List.of(new IncentiveFact.AwardConferred(conferred.nomination(), conferred.nomination(), conferred.jurisdiction(), conferred.cadre(), conferred.award(), conferred.conferredOn()));
            case TalkProposed proposed -> List.of(moved(proposed.talk(), proposed.jurisdiction(), proposed.cadre(), TalkStep.PROPOSED, proposed.on(), proposed.ground(), proposed.cause()));
            case TalkDue due -> List.of(moved(due.talk(), due.jurisdiction(), due.cadre(), TalkStep.DUE, due.on(), due.ground(), due.cause()));
            case TalkPlanned planned -> List.of(moved(planned.talk(), planned.jurisdiction(), planned.cadre(), TalkStep.PLANNED, planned.on(), null, null));
            case TalkDeclined declined -> List.of(moved(declined.talk(), declined.jurisdiction(), declined.cadre(), TalkStep.DECLINED, declined.on(), null, null));
            case TalkHeld held -> List.of(moved(held.talk(), held.jurisdiction(), held.cadre(), TalkStep.HELD, held.on(), null, null));
            default -> List.of();
        };
    }

    private static IncentiveFact.TalkMoved moved(String talk, String jurisdiction, String cadre, TalkStep step, LocalDate on, @Nullable Ground ground,
                                                 @Nullable String cause) {
        return new IncentiveFact.TalkMoved(talk, talk, jurisdiction, cadre, step, on, ground, cause);
    }
}
