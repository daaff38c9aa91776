package cn.dandang.assessment.policy;

import cn.dandang.kit.decision.DomainEvent;
import cn.dandang.kit.decision.EventName;
import java.time.LocalDate;

/** What was entered about documents and readings. */
public sealed interface PolicyEvent extends DomainEvent {

    /** 施行日期已录入. */
    @EventName("policy.document-dated.v1")
    record DocumentDated(String document, LocalDate effectiveFrom, String source, boolean demonstration, String byOffice, LocalDate enteredOn) implements PolicyEvent {}

    /** 口径已确认. */
    @EventName("policy.reading-confirmed.v1")
    record ReadingConfirmed(String reading, String jurisdiction, String choice, String reason, boolean demonstration, String byPerson, String byOffice, LocalDate confirmedOn) implements PolicyEvent {}
}
