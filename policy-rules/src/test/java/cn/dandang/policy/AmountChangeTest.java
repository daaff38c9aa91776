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

import cn.dandang.policy.Trace.Verdict;
import cn.dandang.policy.catalogue.Decision;
import cn.dandang.policy.catalogue.Decisions;
import cn.dandang.policy.catalogue.Given;
import cn.dandang.policy.data.PolicyFiles;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("a number of a document is changed by publication, from its day on")
class AmountChangeTest {
    private static final String WEIHAI = Jurisdictions.WEIHAI;
    private static final String SHARE_QUESTION = "assessment.township-excellent-share";
    // its own, so that no answer kept from another test is met
    private final PolicySnapshot base = PolicySnapshot.of(PolicyFiles.load());

    private static Decision asked(PolicySnapshot policy, String part, LocalDate day) {
        return Decisions.decide(policy, SHARE_QUESTION, WEIHAI, day, Given.numbers(Map.of("part", new BigDecimal(part), "whole", new BigDecimal("100"))));
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
        Resolution limit = policy.resolve("rectification.limit", WEIHAI, DAY);
        assertThat(base.resolve("rectification.limit", WEIHAI, DAY).outcome()).isEqualTo(Answered.UNSET);
        assertThat(limit.outcome()).isEqualTo(Answered.STATED);
        assertThat(limit.actsByItself()).isTrue();
        assertThat(limit.says().zh()).contains("文件未写天数", "（已公布的新值：不超过 15（工作日）");
        assertThat(limit.citations()).contains(CLAUSE);
        assertThat(policy.resolve("rectification.limit", WEIHAI, DAY.minusDays(1)).says()).isEqualTo(base.resolve("rectification.limit", WEIHAI, DAY).says());
        assertThat(policy.resolve("rectification.follow-up", WEIHAI, DAY).says()).isEqualTo(base.resolve("rectification.follow-up", WEIHAI, DAY).says());
        refused(base, weihai("REC-09.weihai.limit", "15", Unit.TIME_LIMIT, Bound.AT_MOST), "不能以“时限”给出数值", "takes no number in time limit");
        refused(base, weihai("REC-09.weihai.limit", "15", Unit.TIMES, Bound.AT_MOST), "单位是：日、工作日、月、年、时限", "is given in calendar days");
    }

    @Test
    @DisplayName("鲁·四·1 has two words in one clause (及时, 一定范围): a question is open until each has its value; a word published for a word settles nothing")
    void a_question_is_open_until_each_word_has_its_value() {
        PolicySnapshot dated = base.withEffectiveDate("鲁", LocalDate.of(2018, 9, 1), "演示数据，非文件所载", true);
        Citation clause = new Citation("鲁", "鲁·四·1", "十日内在原范围为其澄清和正名");
        PolicySnapshot soon = dated.with(change(version("CLR-03.shandong.how-soon", "10", Unit.CALENDAR_DAYS, Bound.AT_MOST, DAY, clause)));
        Resolution half = soon.resolve("clarification.timeliness", Jurisdictions.SHANDONG, DAY);
        assertThat(half.outcome()).isEqualTo(Answered.UNSET);
        assertThat(half.says().zh()).contains("不超过 10（日）");
        PolicySnapshot both = soon.with(change(new AmountVersion("CLR-03.shandong.range", new Amount.Names(List.of("原范围")), Unit.RANGE, Bound.EXACTLY, false, DAY.plusDays(1), "鲁办发〔2026〕3号", clause)));
        assertThat(both.resolve("clarification.timeliness", Jurisdictions.SHANDONG, DAY).outcome()).isEqualTo(Answered.UNSET);
        Resolution settled = both.resolve("clarification.timeliness", Jurisdictions.SHANDONG, DAY.plusDays(1));
        assertThat(settled.outcome()).isEqualTo(Answered.STATED);
        assertThat(settled.says().zh()).contains("不超过 10（日）", "原范围");
        PolicySnapshot word = base.with(weihai("REC-09.weihai.limit", "UNSET", Unit.TIME_LIMIT, Bound.EXACTLY));
        assertThat(word.resolve("rectification.limit", WEIHAI, DAY).outcome()).isEqualTo(Answered.UNSET);
    }

    @Test
    @DisplayName("newer words that give no number again leave the question to a person again")
    void newer_words_without_a_number_open_the_question_again() {
        PolicySnapshot policy = base.with(weihai("REC-09.weihai.limit", "15", Unit.WORKING_DAYS, Bound.AT_MOST)).with(new PolicyChange.RuleRevised(new RuleRevision("rectification.weihai.limit", DAY.plusDays(1),
                Answered.UNSET, Modal.NONE, List.of(), Message.of("限期另行规定。", "The limit is set elsewhere."), List.of(CLAUSE), "威发〔2026〕4号")));
        assertThat(policy.resolve("rectification.limit", WEIHAI, DAY).outcome()).isEqualTo(Answered.STATED);
        assertThat(policy.resolve("rectification.limit", WEIHAI, DAY.plusDays(1)).outcome()).isEqualTo(Answered.UNSET);
        assertThat(policy.resolve("rectification.limit", WEIHAI, DAY.plusDays(1)).says().zh()).isEqualTo("限期另行规定。");
    }

    @Test
    @DisplayName("what is lost stays lost until a value is published with its source (黔·六·17), and a lost rule until its words are (黔·五·13)")
    void what_is_lost_stays_lost_until_it_is_published() {
        PolicySnapshot dated = base.withEffectiveDate("黔", LocalDate.of(2018, 9, 1), "演示数据，非文件所载", true);
        Given ten = Given.numbers(Map.of("count", BigDecimal.TEN));
        String place = dated.document("黔").jurisdiction();
        assertThat(Decisions.decide(dated, "training.paired-city-secondment", place, DAY, ten).verdict()).isEqualTo(Verdict.OPEN);
        PolicySnapshot number = dated.with(change(version("TRN-15.guizhou.number", "10", Unit.PERSONS_PER_YEAR, Bound.AT_LEAST, DAY, new Citation("黔", "黔·六·17", "每年选派10人"))));
        assertThat(Decisions.decide(number, "training.paired-city-secondment", place, DAY, ten).verdict()).isEqualTo(Verdict.MET);
        assertThat(Decisions.decide(number, "training.paired-city-secondment", place, DAY.minusDays(1), ten).verdict()).isEqualTo(Verdict.OPEN);

        Citation clause = new Citation("黔", "黔·五·13", "从轻、减轻或者免予处理");
        PolicySnapshot list = dated.with(change(new AmountVersion("TOL-33.guizhou.outcomes", new Amount.Names(List.of("从轻", "减轻", "免予处理")), Unit.ITEMS, Bound.EXACTLY, false, DAY, "黔办发〔2026〕3号", clause)));
        assertThat(list.inForce(list.catalogue().parameter("TOL-33.guizhou.outcomes").orElseThrow(), DAY).isStated()).isTrue();
        assertThat(list.resolve("tolerance.outcomes", place, DAY).outcome()).isEqualTo(Answered.LOST);

        Parameter lost = dated.catalogue().parameter("CLR-08.guizhou.clarification").orElseThrow();
        PolicySnapshot beside = dated.with(change(new AmountVersion(lost.id(), new Amount.Names(List.of("在一定范围澄清")), Unit.ITEMS, Bound.EXACTLY, false, DAY, "黔办发〔2026〕3号", lost.printed())));
        Resolution still = beside.resolve("clarification.who", place, DAY);
        assertThat(still.outcome()).isEqualTo(Answered.LOST);
        assertThat(still.says().zh()).contains("（已公布的新值：在一定范围澄清，自 2026-03-02 起");
    }

    @Test
    @DisplayName("a number that is published where the document no longer states the rule brings no rule back")
    void a_number_brings_no_rule_back() {
        PolicySnapshot ended = base.with(new PolicyChange.RuleRevised(new RuleRevision("assessment.weihai.township-excellent-share", DAY, Answered.NOT_STATED, Modal.NONE, List.of(),
                Message.of("不再载明。", "No longer stated."), List.of(), "威发〔2026〕3号"))).with(share("25", DAY.plusDays(1)));
        PolicyRule cell = ended.rule(SHARE_QUESTION, "威", DAY.plusDays(1));
        assertThat(cell.answer()).isEqualTo(Answered.NOT_STATED);
        assertThat(cell.says().zh()).isEqualTo("不再载明。");
    }

    @Test
    void a_value_is_the_same_when_whoever_goes_by_it_does_the_same() {
        Parameter two = line("威", Amount.parse("2"), Bound.AT_LEAST);
        assertThat(two.isSameValueAs(line("威", Amount.parse("2"), Bound.AT_LEAST))).isTrue();
        assertThat(two.isSameValueAs(line("威", Amount.parse("3"), Bound.AT_LEAST))).isFalse();
        assertThat(two.isSameValueAs(line("威", Amount.parse("2"), Bound.AT_MOST))).isFalse();
        assertThat(two.isSameValueAs(line("威", Amount.parse("2"), Unit.MONTHS, Bound.AT_LEAST))).isFalse();
        assertThat(two.isSameValueAs(new AmountVersion(two.id(), two.amount(), two.unit(), two.bound(), false, DAY, "威发〔2026〕3号", CLAUSE).of(two))).isTrue();
        assertThat(two.isSameValueAs(new AmountVersion(two.id(), two.amount(), two.unit(), two.bound(), true, DAY, "威发〔2026〕3号", CLAUSE).of(two))).isFalse();
        assertThat(List.of("2", "1..2", "UNSET", "LOST").stream().map(text -> line("威", Amount.parse(text), Bound.EXACTLY).isStated())).containsExactly(true, true, false, false);
    }
}
