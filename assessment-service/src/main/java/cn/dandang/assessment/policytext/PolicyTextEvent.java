package cn.dandang.assessment.policytext;

import cn.dandang.kit.decision.DomainEvent;
import cn.dandang.kit.decision.EventName;
import java.time.LocalDate;

/** What happened to the copies of documents. The text is not in the event; its digest is. */
public sealed interface PolicyTextEvent extends DomainEvent {

    /** 文件原文已导入. */
    @EventName("policy.text-imported.v1")
    record TextImported(String document, String digest, int characters, int places, int quotations, int differing, String source, String byPerson, String byOffice, LocalDate importedOn) implements PolicyTextEvent {}

    /** 文件原文已核准. */
    @EventName("policy.text-approved.v1")
    record TextApproved(String document, String digest, String byPerson, String byOffice, LocalDate approvedOn) implements PolicyTextEvent {}
}
