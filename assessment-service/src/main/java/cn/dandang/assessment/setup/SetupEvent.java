package cn.dandang.assessment.setup;

import cn.dandang.kit.decision.DomainEvent;
import cn.dandang.kit.decision.EventName;
import java.time.LocalDate;

/** What became of the setup of a place. */
public sealed interface SetupEvent extends DomainEvent {

    /** 地区启用已提请. */
    @EventName("policy.place-opening-proposed.v1")
    record OpeningProposed(String jurisdiction, String reason, boolean demonstration, String byPerson, LocalDate proposedOn) implements SetupEvent {}

    /** 地区启用未获批准. */
    @EventName("policy.place-opening-declined.v1")
    record OpeningDeclined(String jurisdiction, String reason, String byPerson, LocalDate declinedOn) implements SetupEvent {}

    /** 地区已启用. */
    @EventName("policy.place-opened.v1")
    record PlaceOpened(String jurisdiction, boolean demonstration, String proposedBy, String approvedBy, String reason, LocalDate openedOn) implements SetupEvent {}
}
