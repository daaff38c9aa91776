package cn.dandang.incentive.nomination;

import cn.dandang.kit.decision.DomainEvent;
import cn.dandang.kit.decision.EventName;
import java.time.LocalDate;

/** What happened to a nomination. */
public sealed interface NominationEvent extends DomainEvent {
    String nomination();

    /** 人选已提名. */
    @EventName("incentive.nomination-proposed.v1")
    record NominationProposed(String nomination, String jurisdiction, String cadre, String award, String proposedBy, LocalDate proposedOn) implements NominationEvent {}

    /** 已表彰. */
    @EventName("incentive.award-conferred.v1")
    record AwardConferred(String nomination, String jurisdiction, String cadre, String award, String conferredBy, LocalDate conferredOn) implements NominationEvent {}
}
