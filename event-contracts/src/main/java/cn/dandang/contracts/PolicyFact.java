package cn.dandang.contracts;

import java.time.LocalDate;
import java.util.List;

/** Policy events: dates of undated documents, confirmed readings and published changes, on a topic that is kept for ever. */
public sealed interface PolicyFact extends PublishedFact {

    /**
     * 施行日期已录入.
     *
     * @param document      中, 鲁, 皖, 黔 or 威
     * @param source        where the date was taken from, shown in every trace
     * @param demonstration true for a demonstration date, 「演示数据，非文件所载」
     */
    @FactType("policy.document-dated.v1")
    record DocumentDated(String rootCase, String document, LocalDate effectiveFrom, String source, boolean demonstration, String byOffice, LocalDate enteredOn) implements PolicyFact {}

    /** 口径已确认: by a named official, for one jurisdiction, with a reason. Not retroactive. */
    @FactType("policy.reading-confirmed.v1")
    record ReadingConfirmed(String rootCase, String reading, String jurisdiction, String choice, String reason, boolean demonstration, String byPerson, String byOffice, LocalDate confirmedOn) implements PolicyFact {}

    /** 规则变更已公布: drafted by one person, approved by another. It rewrites nothing that held before. */
    @FactType("policy.change-published.v1")
    record ChangePublished(String rootCase, String jurisdiction, String title, List<PolicyItem> items, String draftedBy, String approvedBy, LocalDate publishedOn) implements PolicyFact {}

    /** 地区已启用: every optional pack was answered there, one official proposed the opening, another approved it. From then on new matters begin there. */
    @FactType("policy.place-opened.v1")
    record PlaceOpened(String rootCase, String jurisdiction, String proposedBy, String approvedBy, boolean demonstration, LocalDate openedOn) implements PolicyFact {}
}
