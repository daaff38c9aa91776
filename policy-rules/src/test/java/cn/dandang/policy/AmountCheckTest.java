package cn.dandang.policy;

import static cn.dandang.policy.Amounts.CLAUSE;
import static cn.dandang.policy.Amounts.DAY;
import static cn.dandang.policy.Amounts.SHARE;
import static cn.dandang.policy.Amounts.change;
import static cn.dandang.policy.Amounts.line;
import static cn.dandang.policy.Amounts.refused;
import static cn.dandang.policy.Amounts.share;
import static cn.dandang.policy.Amounts.version;
import static cn.dandang.policy.Amounts.weihai;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.dandang.policy.data.PolicyFiles;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("what is no new value of a document's number is refused with a sentence")
class AmountCheckTest {
    // its own, so that no answer kept from another test is met
    private final PolicySnapshot base = PolicySnapshot.of(PolicyFiles.load());

    @Test
    void a_list_is_published_with_its_names() {
        Citation clause = new Citation("威", "威·二·5", "防止和破除唯票、唯分、唯年龄的倾向");
        PolicySnapshot policy = base.with(change(new AmountVersion("ASM-03.weihai.factors", new Amount.Names(List.of("唯票", "唯分", "唯年龄")), Unit.ITEMS, Bound.EXACTLY, false, DAY, "威发〔2026〕3号", clause)));
        assertThat(policy.inForce(policy.catalogue().parameter("ASM-03.weihai.factors").orElseThrow(), DAY).amount()).hasToString("唯票、唯分、唯年龄");
        refused(base, change(new AmountVersion("ASM-03.weihai.factors", new Amount.Names(List.of("唯票", "唯票")), Unit.ITEMS, Bound.EXACTLY, false, DAY, "威发〔2026〕3号", clause)), "也不得重复", "no doubled name");
        refused(base, change(new AmountVersion(SHARE, new Amount.Names(List.of("唯票")), Unit.PERCENT, Bound.AT_MOST, false, DAY, "威发〔2026〕3号", CLAUSE)), "是数值，不是名目", "is a number, not a list");
        for (String number : List.of("4", "1..2")) {
            refused(base, weihai("ASM-03.weihai.factors", number, Unit.ITEMS, Bound.EXACTLY), "给出数值", "takes no number");
        }
        for (List<String> names : List.of(List.<String>of(), List.of("唯票", " "))) {
            refused(base, change(new AmountVersion("ASM-03.weihai.factors", new Amount.Names(names), Unit.ITEMS, Bound.EXACTLY, false, DAY, "威发〔2026〕3号", clause)), "名目不得为空", "no empty");
        }
        refused(base, change(new AmountVersion("GRS-02.weihai.service", new Amount.Names(List.of("两年")), Unit.YEARS, Bound.AT_LEAST, false, DAY, "威发〔2026〕3号", clause)), "是数值，不是名目", "is a number, not a list");
        refused(base, change(new AmountVersion("GRS-04.weihai.placement", new Amount.Names(List.of("两年")), Unit.YEARS, Bound.AT_LEAST, false, DAY, "威发〔2026〕3号", clause)), "是数值，不是名目", "is a number, not a list");
    }

    @Test
    @DisplayName("a part of one is published where a share, a percentage or a weight is told; a number that no form reads is taken as it is")
    void what_a_clause_can_decide_by_is_taken() {
        PolicySnapshot dated = base.withEffectiveDate("鲁", LocalDate.of(2018, 9, 1), "演示数据，非文件所载", true);
        Citation shandong = new Citation("鲁", "鲁·二·1", "新的表述");
        assertThat(dated.refusals(List.of(weihai(SHARE, "100", Unit.PERCENT, Bound.AT_MOST)))).isEmpty();
        assertThat(dated.refusals(List.of(weihai(SHARE, "25/2", Unit.PERCENT, Bound.AT_MOST)))).isEmpty();
        assertThat(dated.refusals(List.of(weihai("AWD-10.weihai.min-share", "2/3", Unit.SHARE, Bound.AT_LEAST)))).isEmpty();
        assertThat(dated.refusals(List.of(weihai("AWD-10.weihai.min-share", "1", Unit.SHARE, Bound.AT_LEAST)))).isEmpty();
        refused(base, weihai("AWD-10.weihai.min-share", "3/2", Unit.SHARE, Bound.AT_LEAST), "份额不超过全部", "at most the whole");
        assertThat(dated.refusals(List.of(change(version("ASM-02.shandong.results-weight", "1/2", Unit.WEIGHT, Bound.AT_LEAST, DAY, shandong))))).isEmpty();
        assertThat(dated.refusals(List.of(change(version("AWD-02.shandong.batch", "10..20", Unit.QUANTITY, Bound.EXACTLY, DAY, shandong))))).isEmpty();
        assertThat(dated.refusals(List.of(weihai("GRS-04.weihai.placement", "2..3", Unit.YEARS, Bound.EXACTLY)))).isEmpty();
        refused(base, weihai("ASM-36.weihai.cap", "10..20", Unit.PERCENT, Bound.AT_MOST), "无法依本条判定", "cannot decide");
        assertThat(base.refusals(List.of(weihai("ASM-36.weihai.cap", "120", Unit.PERCENT, Bound.AT_MOST)))).isEmpty();
        assertThat(base.refusals(List.of(weihai("ASM-36.weihai.cap", "UNSET", Unit.PERCENT, Bound.AT_MOST)))).isEmpty();
        PolicySnapshot anhui = base.withEffectiveDate("皖", LocalDate.of(2018, 9, 1), "演示数据，非文件所载", true);
        Citation bar = new Citation("皖", "皖·二·9", "新的表述");
        refused(anhui, change(version("NEG-10.anhui.bar", "1..2", Unit.YEARS, Bound.EXACTLY, DAY, bar)), "期间为整年", "whole years");
        for (String taken : List.of("2", "UNSET")) {
            assertThat(anhui.refusals(List.of(change(version("NEG-10.anhui.bar", taken, Unit.YEARS, Bound.EXACTLY, DAY, bar))))).isEmpty();
        }
    }

    @Test
    void what_cannot_be_published_is_refused_with_a_sentence() {
        refused(base, weihai("ASM-52.weihai.no-share", "25", Unit.PERCENT, Bound.AT_MOST), "没有编号为“ASM-52.weihai.no-share”的参数", "No document has a parameter");
        refused(base, weihai("P10.review-request", "25", Unit.PERCENT, Bound.AT_MOST), "没有编号为", "No document has a parameter");
        refused(base, weihai(SHARE, "25", Unit.SHARE, Bound.AT_MOST), "不能以“占比”计", "not in share");
        refused(base, weihai(SHARE, "101", Unit.PERCENT, Bound.AT_MOST), "份额不超过全部", "a share is at most the whole");
        refused(base, weihai(SHARE, "10..20", Unit.PERCENT, Bound.AT_MOST), "无法依本条判定", "cannot decide");
        refused(base, weihai(SHARE, "UNSET", Unit.TIMES, Bound.AT_MOST), "不能以“次”计", "not in times");
        refused(base, change(new AmountVersion(SHARE, new Amount.Lost(), Unit.PERCENT, Bound.AT_MOST, false, DAY, "威发〔2026〕3号", CLAUSE)), "不能是“残缺”", "is not lost");
        refused(base, weihai("TRN-16.weihai.number", "1/2", Unit.PERSONS_PER_YEAR, Bound.AT_LEAST), "只能是整数", "whole numbers");
        refused(base, weihai("TRN-18.weihai.tenure", "1..2", Unit.YEARS, Bound.AT_LEAST), "期间为整年", "a period is whole years");
        for (Citation clause : List.of(new Citation("鲁", "鲁·二·1", "可提高至25%"), new Citation("威", "鲁·二·1", "可提高至25%"), new Citation("鲁", "威·七·24", "可提高至25%"), new Citation("威", "威·七·24", " "))) {
            refused(base, change(version(SHARE, "25", Unit.PERCENT, Bound.AT_MOST, DAY, clause)), "引用文件 威 的条款", "cites a clause of 威");
        }
        refused(base, change(new AmountVersion(SHARE, new Amount.Exact(25, 1), Unit.PERCENT, Bound.AT_MOST, false, DAY, " ", CLAUSE)), "须写明来源", "gives its source");
        assertThatThrownBy(() -> AmountVersion.of(SHARE, new Amount.Exact(25, 1), Unit.PERCENT, Bound.AT_MOST, false, DAY, "来源", List.of())).hasMessageContaining("cites the one clause");
        for (String text : List.of("二十五", "25%", "1/0", "2..1", "", "-1")) {
            assertThatThrownBy(() -> AmountVersion.amount(text)).isInstanceOfSatisfying(PolicyChangeException.class, refused -> assertThat(refused.says().zh()).contains("不是数量"));
        }
    }

    @Test
    @DisplayName("a value in force is not rewritten, and none begins before or with its document, or where that has no date")
    void what_is_published_is_not_rewritten() {
        PolicySnapshot policy = base.with(share("25", DAY));
        refused(policy, share("30", DAY), "已公布，不得改写", "is not rewritten");
        assertThat(policy.with(share("30", DAY.plusDays(1))).amounts(SHARE)).hasSize(2);
        LocalDate inForce = base.effectiveDate("威").orElseThrow().effectiveFrom();
        refused(base, share("25", inForce), "须在文件施行之后生效", "begins after its document");
        assertThat(base.with(share("25", inForce.plusDays(1))).amounts(SHARE)).hasSize(1);
        assertThat(base.effectiveDate("皖")).isEmpty();
        refused(base, change(version("NEG-10.anhui.bar", "2", Unit.YEARS, Bound.EXACTLY, DAY, new Citation("皖", "皖·二·9", "两年内不得提拔"))), "施行日期未录入", "is not entered");
    }

    @ParameterizedTest(name = "{0}: {1} above, {2} below: loosened {3}")
    @CsvSource({"AT_LEAST, 2, 2, false", "AT_LEAST, 2, 1, true", "AT_LEAST, 2, 3, false", "AT_MOST, 20, 20, false", "AT_MOST, 20, 21, true", "AT_MOST, 20, 19, false", "MORE_THAN, 1/3, 1/3, false",
            "MORE_THAN, 1/3, 1/4, true", "MORE_THAN, 1/3, 1/2, false", "EXACTLY, 3, 3, false", "EXACTLY, 3, 4, true", "ABOUT, 3, 2, true", "AT_LEAST, 2, UNSET, true", "AT_LEAST, UNSET, 1, false", "AT_LEAST, 1..2, 1..2, false", "AT_LEAST, 1..2, 1..3, true"})
    void a_number_of_a_red_line_is_not_loosened(Bound bound, String above, String below, boolean loosened) {
        assertThat(loosened(line("威", Amount.parse(below), bound), line("中", Amount.parse(above), bound))).isEqualTo(loosened);
    }

    @Test
    void a_list_of_a_red_line_keeps_every_name() {
        Amount two = new Amount.Names(List.of("唯票", "唯分"));
        Parameter centre = line("中", two, Bound.EXACTLY);
        assertThat(loosened(line("威", new Amount.Names(List.of("唯分")), Bound.EXACTLY), centre)).isTrue();
        assertThat(loosened(line("威", new Amount.Names(List.of("唯分", "唯票", "唯年龄")), Bound.EXACTLY), centre)).isFalse();
        assertThat(loosened(line("威", Amount.parse("2"), Bound.EXACTLY), centre)).isTrue();
        assertThat(loosened(line("威", two, Bound.EXACTLY), line("中", Amount.parse("2"), Bound.EXACTLY))).isTrue();
    }

    @Test
    void what_cannot_be_compared_with_the_level_above_is_no_red_line_kept() {
        for (String amount : List.of("2", "1..2")) {
            Amount same = Amount.parse(amount);
            assertThat(loosened(line("威", same, Bound.AT_LEAST), line("中", same, Bound.AT_LEAST))).isFalse();
            assertThat(loosened(line("威", same, Bound.AT_LEAST), line("中", same, Bound.AT_MOST))).isTrue();
            assertThat(loosened(line("威", same, Bound.AT_LEAST), line("中", same, Unit.MONTHS, Bound.AT_LEAST))).isTrue();
        }
        assertThat(loosened(line("威", Amount.parse("2"), Bound.AT_LEAST), line("中", Amount.parse("1..2"), Bound.AT_LEAST))).isTrue();
        assertThat(loosened(line("威", Amount.parse("1"), Bound.AT_LEAST), line("皖", Amount.parse("2"), Bound.AT_LEAST))).isFalse();
        assertThat(loosened(line("中", Amount.parse("1"), Bound.AT_LEAST), line("威", Amount.parse("2"), Bound.AT_LEAST))).isFalse();
    }

    @Test
    @DisplayName("威·七·27: if the centre had a list of veto items, Weihai could publish more of them and not fewer; by what the centre's says on that day")
    void a_red_line_is_not_loosened_by_publication() {
        Parameter own = base.catalogue().parameter("GRS-12.weihai.veto").orElseThrow();
        PolicySnapshot policy = PolicySnapshot.of(withUpper(own));
        refused(policy, veto(List.of("乙"), DAY), "放宽了上级红线“GRS-12.central.veto”（甲、乙）", "loosens the red line \"GRS-12.central.veto\"");
        assertThat(policy.refusals(List.of(veto(List.of("甲", "乙", "丙"), DAY)))).isEmpty();
        PolicySnapshot shorter = policy.withEffectiveDate("中", LocalDate.of(2018, 5, 1), "演示数据，非文件所载", true).with(change(new AmountVersion("GRS-12.central.veto",
                new Amount.Names(List.of("乙")), own.unit(), own.bound(), false, DAY, "中办发〔2026〕3号", new Citation("中", "中·四", "新的表述"))));
        assertThat(shorter.refusals(List.of(veto(List.of("乙"), DAY)))).isEmpty();
        refused(shorter, veto(List.of("乙"), DAY.minusDays(1)), "放宽了上级红线", "loosens the red line");
        assertThat(base.refusals(List.of(veto(List.of("乙"), DAY)))).isEmpty();
    }

    private PolicyChange veto(List<String> names, LocalDate from) {
        Parameter own = base.catalogue().parameter("GRS-12.weihai.veto").orElseThrow();
        return change(new AmountVersion(own.id(), new Amount.Names(names), own.unit(), own.bound(), false, from, "威发〔2026〕3号", CLAUSE));
    }

    /** The registered data, as if the central document had a list of the same name. */
    private static PolicyData withUpper(Parameter own) {
        PolicyData data = PolicyFiles.load();
        var upper = new Parameter("GRS-12.central.veto", own.name(), "中", new Amount.Names(List.of("甲", "乙")), own.unit(), own.bound(), new Citation("中", "中·四", "假设的红线"), false);
        var entries = new LinkedHashMap<String, CatalogueEntry>();
        data.catalogue().entries().forEach(entry -> entries.put(entry.id(), entry.parameters().contains(own) ? with(entry, upper) : entry));
        return new PolicyData("upper", data.documents(), data.keys(), data.rules(), data.readings(), data.nationalRules(), data.items(), data.checklists(),
                new Catalogue(Map.of(), Map.of(), Map.of(), entries), data.packs(), data.calendars());
    }

    private static CatalogueEntry with(CatalogueEntry entry, Parameter more) {
        return new CatalogueEntry(entry.id(), entry.kind(), entry.title(), entry.concerns(), entry.states(), entry.questions(), entry.clauses(),
                Stream.concat(entry.parameters().stream(), Stream.of(more)).toList(), entry.forms(), entry.note());
    }

    private boolean loosened(Parameter own, Parameter upper) {
        return RedLineCheck.loosened(base.documents(), own, document -> document.equals(upper.document()) ? Optional.of(upper) : Optional.empty()).isPresent();
    }
}
