package cn.dandang.policy.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.dandang.policy.Amount;
import cn.dandang.policy.ConfirmedReading;
import cn.dandang.policy.Message;
import cn.dandang.policy.Parameter;
import cn.dandang.policy.PolicySnapshot;
import cn.dandang.policy.RuleKind;
import cn.dandang.policy.Trace.Verdict;
import cn.dandang.policy.data.PolicyFiles;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class JudgementTest {
    // its own, so that no answer kept from another test is met
    private final PolicySnapshot policy = PolicySnapshot.of(PolicyFiles.load());
    private static final LocalDate DAY = LocalDate.of(2024, 5, 10);
    private static final String WEIHAI = "371000";

    @Test
    @DisplayName("a share is compared without rounding: 333333333 of 1000000000 is less than a third")
    void a_share_is_compared_exactly() {
        assertThat(share("333333333", "1000000000")).isEqualTo(Verdict.NOT_MET);
        assertThat(share("333333334", "1000000000")).isEqualTo(Verdict.MET);
    }

    @Test
    void a_part_outside_its_whole_is_refused() {
        assertThatThrownBy(() -> share("4", "3")).isInstanceOf(IllegalArgumentException.class).hasMessageContaining("between zero and its whole");
        assertThatThrownBy(() -> share("-1", "3")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    @DisplayName("each check names the parameter, what was measured and the words that give the number")
    void a_decision_shows_what_it_rests_on() {
        Decision decision = Decisions.decide(policy, "training.principal-tenure", WEIHAI, DAY,
                new Given(Map.of(), Map.of("since", LocalDate.of(2019, 5, 11)), Set.of(), Set.of(), Set.of()));
        assertThat(decision.verdict()).isEqualTo(Verdict.NOT_MET);
        assertThat(decision.mechanism()).isEqualTo("TRN-18");
        assertThat(decision.parameters()).extracting(Parameter::id).containsExactly("TRN-18.weihai.tenure");
        assertThat(decision.checks()).singleElement().satisfies(check -> {
            assertThat(check.item()).isEqualTo("TRN-18.weihai.tenure");
            assertThat(check.why().zh()).contains("2019-05-11 → 2024-05-11").contains("不少于 5（年）");
            assertThat(check.citations()).singleElement().satisfies(citation -> assertThat(citation.text()).contains("威·五·17"));
        });
        assertThat(decision.resolution().trace().rulesVersion()).isEqualTo(policy.rulesVersion());
    }

    @Test
    @DisplayName("outside the bar of a clause is never put as if nothing barred: the sentence sends a person to other rules")
    void a_bar_that_does_not_run_is_no_clearance() {
        var anhui = policy.withEffectiveDate("皖", LocalDate.of(2018, 9, 1), "示例", true);
        Decision free = Decisions.decide(anhui, "adjustment.bar-after-demotion", "340000", DAY, Given.findings(Set.of(), Set.of("DEMOTION")));
        assertThat(free.verdict()).isEqualTo(Verdict.NOT_MET);
        assertThat(free.says().zh()).isEqualTo("不在本条的限制之内；其他规定由人查阅。");
        Decision silent = Decisions.decide(policy, "adjustment.bar-after-demotion", WEIHAI, DAY, Given.findings(Set.of("DEMOTION"), Set.of()));
        assertThat(silent.verdict()).isEqualTo(Verdict.OPEN);
        assertThat(silent.resolution().nationalRules()).isNotEmpty();
    }

    @Test
    @DisplayName("a confirmed reading that a verdict turned on is kept with it")
    void the_reading_used_is_kept() {
        var given = Given.numbers(Map.of("counted", BigDecimal.valueOf(106), "reference", BigDecimal.valueOf(100)));
        assertThat(Decisions.decide(policy, "assessment.indicator-cap", WEIHAI, DAY, given).readings()).isEmpty();
        var confirmed = policy.withConfirmedReading(new ConfirmedReading("weihai.indicator-cap", WEIHAI, "a", "office", "示例", DAY, true));
        Decision decision = Decisions.decide(confirmed, "assessment.indicator-cap", WEIHAI, DAY, given);
        assertThat(decision.verdict()).isEqualTo(Verdict.MET);
        assertThat(decision.readings()).singleElement().satisfies(reading -> assertThat(reading.demonstration()).isTrue());
        assertThat(Decisions.decide(confirmed, "assessment.indicator-cap", WEIHAI, DAY.minusDays(1), given).verdict()).isEqualTo(Verdict.OPEN);
    }

    @Test
    @DisplayName("what is missing is named, and never taken as zero or as no")
    void what_is_missing_is_named() {
        Decision nothing = Decisions.decide(policy, "training.front-line-plan", WEIHAI, DAY, Given.NOTHING);
        assertThat(nothing.verdict()).isEqualTo(Verdict.OPEN);
        assertThat(nothing.leftToPerson()).extracting(Message::zh).containsExactly("缺少数值：count");
        Decision half = Decisions.decide(policy, "adjustment.listed-and-unfit", WEIHAI, DAY, Given.findings(Set.of("LISTED"), Set.of()));
        assertThat(half.verdict()).isEqualTo(Verdict.OPEN);
        assertThat(half.leftToPerson()).extracting(Message::zh).containsExactly("经分析研判不适宜继续担任现职");
        assertThat(half.actsByItself()).isFalse();
    }

    @Test
    @DisplayName("a word without a number is quoted in what is left to a person")
    void an_unset_parameter_is_quoted() {
        Decision open = Decisions.decide(policy, "assessment.reform-bonus", WEIHAI, DAY, Given.numbers(Map.of("count", BigDecimal.TEN)));
        assertThat(open.verdict()).isEqualTo(Verdict.OPEN);
        assertThat(open.leftToPerson()).singleElement().satisfies(left -> assertThat(left.zh()).contains("实行正向加分激励").contains("没有数值"));
    }

    @Test
    void a_condition_cannot_hold_and_fail() {
        assertThatThrownBy(() -> Given.findings(Set.of("LISTED"), Set.of("LISTED"))).hasMessageContaining("at the same time");
    }

    @Test
    @DisplayName("a name that the form does not ask is refused: misspelt, it would look like something still missing")
    void a_misspelt_name_is_refused() {
        assertThatThrownBy(() -> Decisions.decide(policy, "adjustment.listed-and-unfit", WEIHAI, DAY, Given.findings(Set.of("LISTET"), Set.of())))
                .hasMessageContaining("\"LISTET\" is not asked here").hasMessageContaining("LISTED");
        assertThatThrownBy(() -> Decisions.decide(policy, "training.front-line-plan", WEIHAI, DAY, Given.numbers(Map.of("counts", BigDecimal.TEN))))
                .hasMessageContaining("counts");
    }

    @Test
    void a_form_says_what_it_asks() {
        var either = policy.catalogue().entry("PRO-22").orElseThrow().forms().values().iterator().next().asked();
        assertThat(either.numbers()).containsExactly("count");
        assertThat(either.conditions()).containsOnlyKeys("COMMENDED_CITY_OR_ABOVE");
        var bar = policy.catalogue().entry("NEG-10").orElseThrow().forms().values().iterator().next().asked();
        assertThat(bar.dates()).containsExactlyInAnyOrder("decided", "effective");
        assertThat(bar.conditions()).containsOnlyKeys("TRANSFER", "NON_LEADING_POST", "REMOVAL");
    }

    @Test
    void a_question_without_a_form_is_refused() {
        assertThatThrownBy(() -> Decisions.decide(policy, "responsibility.responsible-units", WEIHAI, DAY, Given.NOTHING))
                .isInstanceOf(IllegalArgumentException.class).hasMessageContaining("has no deciding form");
    }

    @Test
    void amounts_are_read_strictly() {
        assertThat(Amount.parse("20")).isEqualTo(new Amount.Exact(20, 1)).hasToString("20");
        assertThat(Amount.parse("1/3")).isEqualTo(new Amount.Exact(1, 3)).hasToString("1/3");
        assertThat(Amount.parse("1..2")).isEqualTo(new Amount.Range(1, 2)).hasToString("1–2");
        assertThat(Amount.parse("2..2")).isEqualTo(new Amount.Range(2, 2));
        assertThat(Amount.parse("UNSET")).isEqualTo(new Amount.Unset()).hasToString("UNSET");
        assertThat(Amount.parse("LOST")).isEqualTo(new Amount.Lost()).hasToString("LOST");
        assertThat(new Amount.Names(List.of("甲", "乙"))).hasToString("甲、乙");
        for (String wrong : new String[] {"", "-1", "1,5", "20%", "2..1", "1/0", "some"}) {
            assertThatThrownBy(() -> Amount.parse(wrong)).as(wrong).isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    @DisplayName("every entry says how to read it; what is silent is named and never taken as none")
    void every_entry_has_reading_notes() {
        assertThat(policy.catalogue().entries()).allSatisfy(entry -> {
            assertThat(ReadingNotes.of(policy, entry)).as(entry.id()).isNotEmpty();
            if (entry.kind() != RuleKind.DECLARATION && entry.questions().size() == 1 && entry.clauses().stream().map(c -> c.document()).distinct().count() < 5) {
                assertThat(ReadingNotes.of(policy, entry)).as(entry.id()).anySatisfy(note -> assertThat(note.zh()).containsAnyOf("未载明", "缺损"));
            }
        });
        assertThat(ReadingNotes.of(policy, policy.catalogue().entry("AWD-10").orElseThrow())).extracting(Message::zh)
                .anyMatch(note -> note.contains("例外须说明理由")).anyMatch(note -> note.equals("未载明（不是没有，由人查阅其他规定）：中、鲁、皖、黔。"));
    }

    private Verdict share(String part, String whole) {
        return Decisions.decide(policy, "awards.grassroots-share", WEIHAI, DAY,
                Given.numbers(Map.of("part", new BigDecimal(part), "whole", new BigDecimal(whole)))).verdict();
    }
}
