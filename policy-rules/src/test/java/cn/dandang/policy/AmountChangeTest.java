package cn.dandang.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.dandang.policy.Trace.Verdict;
import cn.dandang.policy.catalogue.Decision;
import cn.dandang.policy.catalogue.Decisions;
import cn.dandang.policy.catalogue.Given;
import cn.dandang.policy.data.PolicyFiles;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("a number of a document is changed by publication, from its day on")
class AmountChangeTest {
    private static final LocalDate DAY = LocalDate.of(2026, 3, 2);
    private static final String WEIHAI = Jurisdictions.WEIHAI;
    private static final String SHARE = "ASM-52.weihai.max-share";
    private static final String SHARE_QUESTION = "assessment.township-excellent-share";
    private static final Citation CLAUSE = new Citation("威", "威·七·24", "可提高至25%");
    // its own, so that no answer kept from another test is met
    private final PolicySnapshot base = PolicySnapshot.of(PolicyFiles.load());

    private static AmountVersion version(String parameter, String amount, Unit unit, Bound bound, LocalDate from, Citation clause) {
        return new AmountVersion(parameter, AmountVersion.amount(amount), unit, bound, false, from, "威发〔2026〕3号", clause);
    }

    private static PolicyChange share(String percent, LocalDate from) {
        return change(version(SHARE, percent, Unit.PERCENT, Bound.AT_MOST, from, CLAUSE));
    }

    private static PolicyChange change(AmountVersion version) {
        return new PolicyChange.AmountRevised(version);
    }

    private static PolicyChange weihai(String parameter, String amount, Unit unit, Bound bound) {
        return change(version(parameter, amount, unit, bound, DAY, CLAUSE));
    }

    private static Decision asked(PolicySnapshot policy, String part, LocalDate day) {
        return Decisions.decide(policy, SHARE_QUESTION, WEIHAI, day, Given.numbers(Map.of("part", new BigDecimal(part), "whole", new BigDecimal("100"))));
    }

    private void refused(PolicySnapshot policy, PolicyChange change, String zh, String en) {
        assertThatThrownBy(() -> policy.with(change)).isInstanceOfSatisfying(PolicyChangeException.class, refused -> {
            assertThat(refused.says().zh()).contains(zh);
            assertThat(refused.says().en()).contains(en);
        });
    }

    @ParameterizedTest(name = "{0} days from it, {1} of 100: {2}")
    @CsvSource({"-1, 20, MET", "-1, 21, NOT_MET", "-1, 25, NOT_MET", "0, 20, MET", "0, 25, MET", "0, 26, NOT_MET", "1, 25, MET", "1, 26, NOT_MET"})
    void the_new_number_decides_from_its_day_and_the_old_one_before_it(int days, String part, Verdict verdict) {
        assertThat(asked(base.with(share("25", DAY)), part, DAY.plusDays(days)).verdict()).isEqualTo(verdict);
    }

    @Test
    @DisplayName("the trace says value, since when, by which publication and clause; before its day it says what it always said")
    void the_trace_says_where_the_number_comes_from() {
        PolicySnapshot policy = base.with(share("25", DAY));
        Trace.Check check = asked(policy, "24", DAY).trace().checks().getFirst();
        assertThat(check.why().zh()).isEqualTo("24/100；不超过 25（百分比），自 2026-03-02 起，来源：威发〔2026〕3号");
        assertThat(check.why().en()).isEqualTo("24/100; at most 25 (percent), from 2026-03-02, source: 威发〔2026〕3号");
        assertThat(check.citations()).containsExactly(CLAUSE);
        Decision before = asked(policy, "24", DAY.minusDays(1));
        assertThat(before.checks()).isEqualTo(asked(base, "24", DAY.minusDays(1)).checks());
        assertThat(before.checks().getFirst().why().zh()).isEqualTo("24/100；不超过 20（百分比）");
    }

    @Test
    @DisplayName("same input, same answer: a recorded version answers as it did, word for word")
    void a_recorded_version_answers_as_it_did() {
        PolicyHistory history = PolicyHistory.from(base);
        String recorded = history.current().rulesVersion();
        Decision then = asked(history.current(), "22", DAY);
        history = history.with(share("25", DAY));
        String later = history.current().rulesVersion();
        Decision changed = asked(history.current(), "22", DAY);
        history = history.with(share("30", DAY.plusDays(1)));
        assertThat(then.verdict()).isEqualTo(Verdict.NOT_MET);
        assertThat(changed.verdict()).isEqualTo(Verdict.MET);
        assertThat(asked(history.at(recorded).orElseThrow(), "22", DAY)).hasToString(then.toString());
        assertThat(asked(history.at(later).orElseThrow(), "22", DAY)).hasToString(changed.toString());
        assertThat(recorded).isEqualTo(base.rulesVersion());
        assertThat(later).startsWith(recorded + "+").isNotEqualTo(history.current().rulesVersion());
    }

    @Test
    @DisplayName("the words of the rule print the old number: the new one stands beside them with its clause, until newer words are published")
    void the_new_number_stands_beside_the_words_of_its_rule() {
        PolicySnapshot policy = base.with(share("25", DAY));
        Resolution before = policy.resolve(SHARE_QUESTION, WEIHAI, DAY.minusDays(1));
        assertThat(before.says()).isEqualTo(base.resolve(SHARE_QUESTION, WEIHAI, DAY).says());
        assertThat(before.citations()).doesNotContain(CLAUSE);
        Resolution now = policy.resolve(SHARE_QUESTION, WEIHAI, DAY);
        assertThat(now.says().zh()).isEqualTo(before.says().zh() + "（已公布的新值：不超过 25（百分比），自 2026-03-02 起，来源：威发〔2026〕3号）");
        assertThat(now.says().en()).endsWith("(new value published: at most 25 (percent), from 2026-03-02, source: 威发〔2026〕3号)");
        assertThat(now.citations()).contains(CLAUSE);
        PolicySnapshot worded = policy.with(new PolicyChange.RuleRevised(new RuleRevision("assessment.weihai.township-excellent-share", DAY.plusDays(9), Answered.STATED, Modal.MAY, List.of(),
                Message.of("可提高至百分之二十五。", "May rise to 25 percent."), List.of(CLAUSE), "威发〔2026〕3号")));
        assertThat(worded.resolve(SHARE_QUESTION, WEIHAI, DAY.plusDays(8)).says()).isEqualTo(now.says());
        assertThat(worded.resolve(SHARE_QUESTION, WEIHAI, DAY.plusDays(9)).says().zh()).isEqualTo("可提高至百分之二十五。");
        assertThat(asked(worded, "25", DAY.plusDays(9)).verdict()).isEqualTo(Verdict.MET);
    }

    @Test
    @DisplayName("a number that is published again as it is stands in the trace with its new clause, and the words of the rule stay as they are")
    void a_number_that_stays_needs_no_other_words() {
        PolicySnapshot policy = base.with(share("20", DAY));
        assertThat(policy.resolve(SHARE_QUESTION, WEIHAI, DAY).says()).isEqualTo(base.resolve(SHARE_QUESTION, WEIHAI, DAY).says());
        assertThat(asked(policy, "20", DAY).trace().checks().getFirst().citations()).containsExactly(CLAUSE);
        PolicySnapshot back = base.with(share("25", DAY)).with(share("20", DAY.plusDays(5)));
        assertThat(back.resolve(SHARE_QUESTION, WEIHAI, DAY.plusDays(4)).says().zh()).contains("25");
        assertThat(back.resolve(SHARE_QUESTION, WEIHAI, DAY.plusDays(5)).says()).isEqualTo(base.resolve(SHARE_QUESTION, WEIHAI, DAY).says());
    }

    @Test
    @DisplayName("versions known before a number could be published keep their names")
    void versions_without_a_number_keep_their_names() {
        PolicyChange dated = new PolicyChange.DocumentDated(new DocumentDate("鲁", LocalDate.of(2018, 9, 1), "演示数据，非文件所载", true));
        assertThat(new Recorded(Map.of(), List.of(), List.of(), List.of(), List.of(), List.of()).with(dated).digest()).isEqualTo("9476af20");
    }

    @Test
    void versions_follow_each_other_whatever_the_order_of_their_publication() {
        PolicySnapshot policy = base.with(share("30", DAY.plusYears(1))).with(share("25", DAY));
        assertThat(policy.amounts(SHARE)).extracting(AmountVersion::from).containsExactly(DAY, DAY.plusYears(1));
        assertThat(asked(policy, "30", DAY.plusYears(1).minusDays(1)).verdict()).isEqualTo(Verdict.NOT_MET);
        assertThat(asked(policy, "30", DAY.plusYears(1)).verdict()).isEqualTo(Verdict.MET);
        assertThat(policy).isEqualTo(base.with(share("25", DAY)).with(share("30", DAY.plusYears(1))));
    }

    @Test
    @DisplayName("威: a bar that was five years of tenure becomes three: reached on the day itself, by the period of the day that is asked about")
    void a_period_is_counted_by_the_value_of_the_day() {
        PolicySnapshot policy = base.with(weihai("TRN-18.weihai.tenure", "3", Unit.YEARS, Bound.AT_LEAST));
        Given since = new Given(Map.of(), Map.of("since", DAY.minusYears(3)), Set.of(), Set.of(), Set.of());
        assertThat(Decisions.decide(policy, "training.principal-tenure", WEIHAI, DAY, since).verdict()).isEqualTo(Verdict.MET);
        Given later = new Given(Map.of(), Map.of("since", DAY.minusYears(3).plusDays(1)), Set.of(), Set.of(), Set.of());
        assertThat(Decisions.decide(policy, "training.principal-tenure", WEIHAI, DAY, later).verdict()).isEqualTo(Verdict.NOT_MET);
        assertThat(Decisions.decide(policy, "training.principal-tenure", WEIHAI, DAY.minusDays(1), since).verdict()).isEqualTo(Verdict.NOT_MET);
    }

    @Test
    @DisplayName("a word stays a word until a number is published with its source; a new version may put a word in place of a number")
    void a_word_gives_no_number_until_one_is_published() {
        Given years = new Given(Map.of(), Map.of("since", DAY.minusYears(2)), Set.of(), Set.of(), Set.of());
        assertThat(Decisions.decide(base, "grassroots.minimum-service", WEIHAI, DAY, years).verdict()).isEqualTo(Verdict.OPEN);
        PolicySnapshot entered = base.with(weihai("GRS-02.weihai.service", "2", Unit.YEARS, Bound.AT_LEAST));
        assertThat(Decisions.decide(entered, "grassroots.minimum-service", WEIHAI, DAY, years).verdict()).isEqualTo(Verdict.MET);
        assertThat(Decisions.decide(entered, "grassroots.minimum-service", WEIHAI, DAY.minusDays(1), years).verdict()).isEqualTo(Verdict.OPEN);

        PolicySnapshot word = base.with(change(version(SHARE, "UNSET", Unit.PERCENT, Bound.AT_MOST, DAY, new Citation("威", "威·七·24", "适当提高"))));
        Decision open = asked(word, "20", DAY);
        assertThat(open.verdict()).isEqualTo(Verdict.OPEN);
        assertThat(open.leftToPerson()).anySatisfy(left -> assertThat(left.zh()).contains("适当提高").contains("由人判断"));
    }

    @Test
    @DisplayName("a time limit that was only a word (限期) is published in days, months or years, and not in anything else")
    void a_time_limit_is_told_in_days() {
        PolicySnapshot policy = base.with(weihai("REC-09.weihai.limit", "15", Unit.WORKING_DAYS, Bound.AT_MOST));
        Parameter printed = policy.catalogue().parameter("REC-09.weihai.limit").orElseThrow();
        assertThat(policy.inForce(printed, DAY).says().zh()).startsWith("不超过 15（工作日）");
        assertThat(policy.inForce(printed, DAY.minusDays(1))).isEqualTo(printed);
        refused(base, weihai("REC-09.weihai.limit", "15", Unit.TIME_LIMIT, Bound.AT_MOST), "不能以“时限”给出数值", "takes no number in time limit");
        refused(base, weihai("REC-09.weihai.limit", "15", Unit.TIMES, Bound.AT_MOST), "单位是：日、工作日、月、年、时限", "is given in calendar days");
    }

    @Test
    void a_list_is_published_with_its_names() {
        Citation clause = new Citation("威", "威·二·5", "防止和破除唯票、唯分、唯年龄的倾向");
        PolicySnapshot policy = base.with(change(new AmountVersion("ASM-03.weihai.factors", new Amount.Names(List.of("唯票", "唯分", "唯年龄")), Unit.ITEMS, Bound.EXACTLY, false, DAY, "威发〔2026〕3号", clause)));
        assertThat(policy.inForce(policy.catalogue().parameter("ASM-03.weihai.factors").orElseThrow(), DAY).amount()).hasToString("唯票、唯分、唯年龄");
        refused(base, change(new AmountVersion("ASM-03.weihai.factors", new Amount.Names(List.of("唯票", "唯票")), Unit.ITEMS, Bound.EXACTLY, false, DAY, "威发〔2026〕3号", clause)), "也不得重复", "no doubled name");
        refused(base, change(new AmountVersion(SHARE, new Amount.Names(List.of("唯票")), Unit.PERCENT, Bound.AT_MOST, false, DAY, "威发〔2026〕3号", CLAUSE)), "是数值，不是名目", "is a number, not a list");
        refused(base, weihai("ASM-03.weihai.factors", "4", Unit.ITEMS, Bound.EXACTLY), "给出数值", "takes no number");
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
        for (Citation clause : List.of(new Citation("鲁", "鲁·二·1", "可提高至25%"), new Citation("威", "鲁·二·1", "可提高至25%"), new Citation("威", "威·七·24", " "))) {
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
    void a_list_of_a_red_line_keeps_every_name_and_another_measure_cannot_be_compared() {
        Parameter centre = line("中", new Amount.Names(List.of("唯票", "唯分")), Bound.EXACTLY);
        assertThat(loosened(line("威", new Amount.Names(List.of("唯分")), Bound.EXACTLY), centre)).isTrue();
        assertThat(loosened(line("威", new Amount.Names(List.of("唯分", "唯票", "唯年龄")), Bound.EXACTLY), centre)).isFalse();
        assertThat(loosened(line("威", Amount.parse("3"), Bound.AT_LEAST), line("中", Amount.parse("2"), Bound.AT_MOST))).isTrue();
        assertThat(loosened(line("威", Amount.parse("1"), Bound.AT_LEAST), line("皖", Amount.parse("2"), Bound.AT_LEAST))).isFalse();
        assertThat(loosened(line("中", Amount.parse("1"), Bound.AT_LEAST), line("威", Amount.parse("2"), Bound.AT_LEAST))).isFalse();
    }

    private boolean loosened(Parameter own, Parameter upper) {
        return RedLineCheck.loosened(base.documents(), own, document -> document.equals(upper.document()) ? Optional.of(upper) : Optional.empty()).isPresent();
    }

    private static Parameter line(String document, Amount amount, Bound bound) {
        return new Parameter("LINE." + document, "line", document, amount, Unit.YEARS, bound, new Citation(document, document + "·一", "红线"), false);
    }
}
