package cn.dandang.policy.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.dandang.policy.Amount;
import cn.dandang.policy.Asked;
import cn.dandang.policy.Bound;
import cn.dandang.policy.Citation;
import cn.dandang.policy.Form;
import cn.dandang.policy.Meaning;
import cn.dandang.policy.Message;
import cn.dandang.policy.Parameter;
import cn.dandang.policy.Trace.Check;
import cn.dandang.policy.Trace.Verdict;
import cn.dandang.policy.Unit;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Forms made by hand, so that each of their conditions is met, not met and unknown. */
class JudgementBarTest {
    private static final LocalDate DAY = LocalDate.of(2024, 5, 10);
    private static final Form.Bar BAR = new Form.Bar("years", "from-when", words("DEMOTION", "REMOVAL"));

    private static Map<String, Message> words(String... names) {
        var words = new java.util.LinkedHashMap<String, Message>();
        for (String name : names) {
            words.put(name, Message.of(name + "（中）", name));
        }
        return words;
    }

    private static Judged judge(Form form, Given given, Amount amount, Bound bound, @Nullable String choice) {
        var parameter = new Parameter("X-01.place.years", "years", "威", amount, Unit.YEARS, bound, new Citation("威", "威·二·9", "两年内不得提拔"), false);
        return Judgement.of(form, given, DAY, name -> parameter, reading -> choice);
    }

    private static Judged bar(Given given, @Nullable String choice) {
        return judge(BAR, given, new Amount.Exact(2, 1), Bound.EXACTLY, choice);
    }

    private static Given started(String decided, String effective) {
        return new Given(Map.of(), Map.of("decided", LocalDate.parse(decided), "effective", LocalDate.parse(effective)), Set.of("DEMOTION"), Set.of("REMOVAL"), Set.of());
    }

    private static List<String> checks(Judged judged) {
        return judged.checks().stream().map(check -> check.item() + " " + check.verdict()).toList();
    }

    @Test
    @DisplayName("a bar is open until it is known whether a decision starts it; each finding stands in the trace with its words and clause")
    void a_bar_says_what_was_found() {
        Judged unknown = bar(Given.NOTHING, null);
        assertThat(unknown.verdict()).isEqualTo(Verdict.OPEN);
        assertThat(unknown.checks()).isEmpty();
        assertThat(unknown.leftToPerson()).singleElement().satisfies(left -> assertThat(left.zh()).contains("是否有引起限制的决定"));
        Judged half = bar(Given.findings(Set.of(), Set.of("DEMOTION")), null);
        assertThat(half.verdict()).isEqualTo(Verdict.OPEN);
        assertThat(checks(half)).containsExactly("DEMOTION NOT_MET");
        Judged none = bar(Given.findings(Set.of(), Set.of("DEMOTION", "REMOVAL")), null);
        assertThat(none.verdict()).isEqualTo(Verdict.NOT_MET);
        assertThat(checks(none)).containsExactly("DEMOTION NOT_MET", "REMOVAL NOT_MET");
        assertThat(none.leftToPerson()).isEmpty();
        Judged started = bar(started("2023-05-10", "2023-05-10"), "decision");
        assertThat(checks(started)).containsExactly("DEMOTION MET", "REMOVAL NOT_MET", "X-01.place.years MET");
        assertThat(started.checks().getFirst()).isEqualTo(new Check("DEMOTION", Verdict.MET, Message.of("DEMOTION（中）", "DEMOTION"), List.of(new Citation("威", "威·二·9", "两年内不得提拔"))));
    }

    @Test
    @DisplayName("barred from the first day to the day before the second anniversary, by the day that the confirmed reading names")
    void a_bar_runs_from_its_day_to_the_day_before_it_ends() {
        assertThat(bar(started("2024-05-10", "2024-05-11"), "decision").verdict()).isEqualTo(Verdict.MET);
        assertThat(bar(started("2024-05-11", "2024-05-10"), "decision").verdict()).isEqualTo(Verdict.NOT_MET);
        assertThat(bar(started("2022-05-11", "2020-01-01"), "decision").verdict()).isEqualTo(Verdict.MET);
        assertThat(bar(started("2022-05-10", "2023-01-01"), "decision").verdict()).isEqualTo(Verdict.NOT_MET);
        assertThat(bar(started("2022-05-10", "2022-05-11"), "effect").verdict()).isEqualTo(Verdict.MET);
        assertThat(bar(started("2022-05-11", "2022-05-10"), "effect").verdict()).isEqualTo(Verdict.NOT_MET);
    }

    @Test
    void while_the_reading_is_open_the_verdict_stands_only_where_both_days_agree() {
        assertThat(bar(started("2023-01-01", "2023-02-01"), null).verdict()).isEqualTo(Verdict.MET);
        assertThat(bar(started("2020-01-01", "2020-02-01"), null).verdict()).isEqualTo(Verdict.NOT_MET);
        Judged differ = bar(started("2022-05-10", "2022-05-11"), null);
        assertThat(differ.verdict()).isEqualTo(Verdict.OPEN);
        assertThat(differ.leftToPerson()).singleElement().satisfies(left -> assertThat(left.en()).contains("from-when"));
    }

    @Test
    void a_missing_day_or_period_leaves_the_bar_open_and_is_named() {
        var noDay = new Given(Map.of(), Map.of(), Set.of("DEMOTION"), Set.of(), Set.of());
        assertThat(bar(noDay, "decision").leftToPerson()).extracting(Message::en).containsExactly("A date is missing: decided");
        assertThat(bar(noDay, "effect").leftToPerson()).extracting(Message::en).containsExactly("A date is missing: effective");
        assertThat(bar(noDay, null).leftToPerson()).extracting(Message::en).containsExactly("A date is missing: decided", "A date is missing: effective");
        for (Amount none : new Amount[] {new Amount.Unset(), new Amount.Lost()}) {
            Judged unset = judge(BAR, started("2023-01-01", "2023-01-01"), none, Bound.EXACTLY, "decision");
            assertThat(unset.verdict()).isEqualTo(Verdict.OPEN);
            assertThat(unset.leftToPerson()).singleElement().satisfies(left -> assertThat(left.zh()).contains("没有数值"));
        }
    }

    @Test
    @DisplayName("a period has run on its anniversary itself; without a day or a number it is open")
    void a_period_is_reached_on_the_day_itself() {
        var since = new Form.Since("years");
        assertThat(judge(since, new Given(Map.of(), Map.of("since", LocalDate.of(2022, 5, 10)), Set.of(), Set.of(), Set.of()), new Amount.Exact(2, 1), Bound.EXACTLY, null).verdict())
                .isEqualTo(Verdict.MET);
        assertThat(judge(since, new Given(Map.of(), Map.of("since", LocalDate.of(2022, 5, 11)), Set.of(), Set.of(), Set.of()), new Amount.Exact(2, 1), Bound.EXACTLY, null).verdict())
                .isEqualTo(Verdict.NOT_MET);
        assertThat(judge(since, Given.NOTHING, new Amount.Exact(2, 1), Bound.EXACTLY, null).leftToPerson()).extracting(Message::en).containsExactly("A date is missing: since");
        assertThat(judge(since, new Given(Map.of(), Map.of("since", DAY), Set.of(), Set.of(), Set.of()), new Amount.Unset(), Bound.EXACTLY, null).verdict()).isEqualTo(Verdict.OPEN);
    }

    private static Given numbers(Object... pairs) {
        var numbers = new java.util.HashMap<String, BigDecimal>();
        for (int i = 0; i < pairs.length; i += 2) {
            numbers.put(pairs[i].toString(), new BigDecimal(pairs[i + 1].toString()));
        }
        return Given.numbers(numbers);
    }

    @Test
    void a_number_more_than_another_is_not_equal_to_it() {
        var count = new Form.Count("years");
        assertThat(judge(count, numbers("count", 3), new Amount.Exact(2, 1), Bound.MORE_THAN, null).verdict()).isEqualTo(Verdict.MET);
        assertThat(judge(count, numbers("count", 2), new Amount.Exact(2, 1), Bound.MORE_THAN, null).verdict()).isEqualTo(Verdict.NOT_MET);
        assertThat(judge(count, numbers("count", 1), new Amount.Exact(2, 1), Bound.MORE_THAN, null).verdict()).isEqualTo(Verdict.NOT_MET);
        var compare = new Form.Compare("township", "county");
        Judged more = judge(compare, numbers("township", 2, "county", 1), new Amount.Unset(), Bound.EXACTLY, null);
        assertThat(more.verdict()).isEqualTo(Verdict.MET);
        assertThat(checks(more)).containsExactly("township MET");
        assertThat(more.checks().getFirst().why().zh()).isEqualTo("2，须高于 1");
        assertThat(judge(compare, numbers("township", 1, "county", 1), new Amount.Unset(), Bound.EXACTLY, null).verdict()).isEqualTo(Verdict.NOT_MET);
        assertThat(judge(compare, numbers("township", 1), new Amount.Unset(), Bound.EXACTLY, null).leftToPerson()).extracting(Message::en).containsExactly("A number is missing: county");
        assertThat(judge(compare, numbers("county", 1), new Amount.Unset(), Bound.EXACTLY, null).leftToPerson()).extracting(Message::en).containsExactly("A number is missing: township");
    }

    @Test
    void a_share_or_cap_needs_both_its_numbers_and_a_percentage() {
        var share = new Form.Share("years");
        assertThat(judge(share, numbers("part", 1), new Amount.Exact(1, 3), Bound.AT_LEAST, null).leftToPerson()).extracting(Message::en).containsExactly("A number is missing: whole");
        assertThat(judge(share, numbers("whole", 1), new Amount.Exact(1, 3), Bound.AT_LEAST, null).leftToPerson()).extracting(Message::en).containsExactly("A number is missing: part");
        assertThat(judge(share, numbers("part", 0, "whole", 0), new Amount.Exact(1, 3), Bound.AT_LEAST, null).leftToPerson()).singleElement()
                .satisfies(left -> assertThat(left.en()).contains("no whole"));
        assertThat(judge(share, numbers("part", 0, "whole", 3), new Amount.Unset(), Bound.AT_LEAST, null).verdict()).isEqualTo(Verdict.OPEN);
        assertThatThrownBy(() -> judge(share, numbers("part", -1, "whole", 3), new Amount.Exact(1, 3), Bound.AT_LEAST, null)).hasMessageContaining("between zero and its whole");
        var cap = new Form.Cap("years", "of-what", "added");
        assertThat(judge(cap, numbers("counted", 1), new Amount.Exact(30, 1), Bound.AT_MOST, null).leftToPerson()).extracting(Message::en).containsExactly("A number is missing: reference");
        assertThat(judge(cap, numbers("reference", 1), new Amount.Exact(30, 1), Bound.AT_MOST, null).leftToPerson()).extracting(Message::en).containsExactly("A number is missing: counted");
        assertThat(judge(cap, numbers("counted", 1, "reference", 1), new Amount.Unset(), Bound.AT_MOST, "added").verdict()).isEqualTo(Verdict.OPEN);
        assertThat(judge(cap, numbers("counted", 130, "reference", 100), new Amount.Exact(30, 1), Bound.AT_MOST, "added").verdict()).isEqualTo(Verdict.MET);
        assertThat(judge(cap, numbers("counted", 131, "reference", 100), new Amount.Exact(30, 1), Bound.AT_MOST, "added").verdict()).isEqualTo(Verdict.NOT_MET);
        assertThat(judge(cap, numbers("counted", 30, "reference", 100), new Amount.Exact(30, 1), Bound.AT_MOST, "of-it").verdict()).isEqualTo(Verdict.MET);
        assertThat(judge(cap, numbers("counted", 31, "reference", 100), new Amount.Exact(30, 1), Bound.AT_MOST, "of-it").verdict()).isEqualTo(Verdict.NOT_MET);
        assertThat(judge(cap, numbers("counted", 31, "reference", 100), new Amount.Exact(30, 1), Bound.AT_MOST, null).verdict()).isEqualTo(Verdict.OPEN);
    }

    @Test
    void every_condition_asked_stands_in_the_trace_and_what_is_unknown_is_left_to_a_person() {
        var form = new Form.Conditions(words("A"), words("B", "C"), words("N"), Meaning.APPLIES, false, "any-or-all");
        Judged met = judge(form, Given.findings(Set.of("A", "B"), Set.of("N", "C")), new Amount.Unset(), Bound.EXACTLY, "any");
        assertThat(checks(met)).containsExactly("A MET", "B MET", "C NOT_MET", "N NOT_MET");
        assertThat(met.verdict()).isEqualTo(Verdict.MET);
        assertThat(met.leftToPerson()).isEmpty();
        assertThat(judge(form, Given.findings(Set.of("A", "B"), Set.of("N", "C")), new Amount.Unset(), Bound.EXACTLY, Form.Conditions.ALL).verdict()).isEqualTo(Verdict.NOT_MET);
        Judged unread = judge(form, Given.findings(Set.of("A", "B"), Set.of("N", "C")), new Amount.Unset(), Bound.EXACTLY, null);
        assertThat(unread.verdict()).isEqualTo(Verdict.OPEN);
        assertThat(unread.leftToPerson()).singleElement().satisfies(left -> assertThat(left.en()).contains("any-or-all"));
        assertThat(judge(form, Given.findings(Set.of("A", "B", "C"), Set.of("N")), new Amount.Unset(), Bound.EXACTLY, null).verdict()).isEqualTo(Verdict.MET);
        Judged open = judge(form, Given.findings(Set.of("A"), Set.of("B")), new Amount.Unset(), Bound.EXACTLY, "any");
        assertThat(checks(open)).containsExactly("A MET", "B NOT_MET", "C OPEN", "N OPEN");
        assertThat(open.leftToPerson()).extracting(Message::en).containsExactly("C", "N");
        assertThat(judge(form, Given.findings(Set.of("A", "B", "N"), Set.of()), new Amount.Unset(), Bound.EXACTLY, "any").verdict()).isEqualTo(Verdict.NOT_MET);
    }

    @Test
    void a_measure_is_one_of_the_list_and_one_alone_unless_several_may_be_taken() {
        for (boolean several : new boolean[] {true, false}) {
            var form = new Form.Choice(words("TALK", "TRANSFER"), several);
            assertThat(judge(form, chosen("TALK"), new Amount.Unset(), Bound.EXACTLY, null).verdict()).isEqualTo(Verdict.MET);
            assertThat(judge(form, chosen("TALK", "TRANSFER"), new Amount.Unset(), Bound.EXACTLY, null).verdict()).isEqualTo(several ? Verdict.MET : Verdict.NOT_MET);
            Judged other = judge(form, chosen("TALK", "FINE"), new Amount.Unset(), Bound.EXACTLY, null);
            assertThat(other.verdict()).isEqualTo(Verdict.NOT_MET);
            assertThat(checks(other)).containsExactly("FINE NOT_MET", "TALK MET");
            assertThat(other.checks().getFirst().why().zh()).contains("不在本条所列措施之内");
        }
        assertThat(judge(new Form.Choice(words("TALK"), false), Given.NOTHING, new Amount.Unset(), Bound.EXACTLY, null).leftToPerson()).isNotEmpty();
    }

    private static Given chosen(String... measures) {
        return new Given(Map.of(), Map.of(), Set.of(), Set.of(), Set.of(measures));
    }

    @Test
    void a_verdict_leaves_nothing_to_a_person_even_where_one_of_several_ways_is_unknown() {
        var either = new Form.AnyOf(List.of(new Form.Count("years"), new Form.Conditions(words("A"), Map.of(), Map.of(), Meaning.APPLIES, false, null)));
        Judged met = judge(either, Given.findings(Set.of("A"), Set.of()), new Amount.Exact(3, 1), Bound.AT_LEAST, null);
        assertThat(met.verdict()).isEqualTo(Verdict.MET);
        assertThat(met.leftToPerson()).isEmpty();
        assertThat(judge(either, Given.findings(Set.of(), Set.of("A")), new Amount.Exact(3, 1), Bound.AT_LEAST, null).verdict()).isEqualTo(Verdict.OPEN);
    }

    @Test
    void a_way_that_is_closed_asks_nothing_more_while_another_is_open() {
        var either = new Form.AnyOf(List.of(new Form.Count("years"), new Form.Conditions(words("A", "B"), Map.of(), Map.of(), Meaning.APPLIES, false, null)));
        Judged open = judge(either, Given.findings(Set.of(), Set.of("A")), new Amount.Exact(3, 1), Bound.AT_LEAST, null);
        assertThat(open.verdict()).isEqualTo(Verdict.OPEN);
        assertThat(open.leftToPerson()).extracting(Message::en).containsExactly("A number is missing: count");
    }

    @Test
    void a_form_names_the_reading_it_turns_on_and_all_that_its_ways_ask() {
        var cap = new Form.Cap("share", "of-what", "added");
        var conditions = new Form.Conditions(words("A"), words("B"), words("N"), Meaning.APPLIES, false, "any-or-all");
        assertThat(BAR.turnsOn()).isEqualTo("from-when");
        assertThat(cap.turnsOn()).isEqualTo("of-what");
        assertThat(conditions.turnsOn()).isEqualTo("any-or-all");
        assertThat(new Form.Count("years").turnsOn()).isNull();
        Asked asked = new Form.AnyOf(List.of(cap, BAR, conditions, new Form.Choice(words("TALK"), true))).asked();
        assertThat(asked.numbers()).containsExactly("counted", "reference");
        assertThat(asked.dates()).containsExactlyInAnyOrder("decided", "effective");
        assertThat(asked.conditions()).containsOnlyKeys("DEMOTION", "REMOVAL", "A", "B", "N");
        assertThat(asked.measures()).containsOnlyKeys("TALK");
    }

    @Test
    void a_name_that_is_not_asked_is_refused_whatever_it_names() {
        assertThatThrownBy(() -> bar(numbers("count", 1), null)).hasMessageContaining("not asked here");
        assertThatThrownBy(() -> bar(new Given(Map.of(), Map.of("since", DAY), Set.of(), Set.of(), Set.of()), null)).hasMessageContaining("not asked here");
        assertThatThrownBy(() -> bar(Given.findings(Set.of("DEMOTED"), Set.of()), null)).hasMessageContaining("not asked here");
        assertThatThrownBy(() -> bar(Given.findings(Set.of(), Set.of("DEMOTED")), null)).hasMessageContaining("not asked here");
    }
}
