package cn.dandang.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.dandang.policy.PackParameter.Value;
import cn.dandang.policy.data.PolicyFiles;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Levels that answer, stand aside, contradict each other, or are changed: each condition on both sides. */
class LevelsTest {
    private static final LocalDate DAY = LocalDate.of(2024, 5, 10);
    private static final String WEIHAI = Jurisdictions.WEIHAI;
    private final PolicySnapshot base = PolicySnapshot.of(PolicyFiles.load());
    private final PolicySnapshot dated = base.withEffectiveDate("鲁", LocalDate.of(2016, 1, 1), "示例", true).withEffectiveDate("黔", LocalDate.of(2018, 12, 1), "示例", true);

    private static PolicySnapshot confirmed(PolicySnapshot policy, String reading, String choice) {
        return policy.withConfirmedReading(new ConfirmedReading(reading, WEIHAI, choice, "office", "示例", DAY, true));
    }

    private static PolicyChange revised(PolicySnapshot policy, String ruleId, Answered answer, Modal modal, String... values) {
        PolicyRule rule = policy.rule(ruleId).orElseThrow();
        return new PolicyChange.RuleRevised(new RuleRevision(ruleId, DAY, answer, modal, List.of(values), rule.says(), answer == Answered.NOT_STATED ? List.of() : rule.clauses(), "示例"));
    }

    @Test
    @DisplayName("by the higher level only where levels can contradict: a red line stays with every level (POL-I1)")
    void a_choice_for_the_higher_level_moves_no_red_line() {
        Resolution line = confirmed(dated, "conflict.tolerance.three-distinctions", Reading.UPPER).resolve("tolerance.three-distinctions", WEIHAI, DAY);
        assertThat(line.ruleId()).isEqualTo("tolerance.weihai.three-distinctions");
        assertThat(line.support()).isEqualTo(Support.OWN);
    }

    @Test
    void a_choice_for_the_higher_level_takes_only_one_that_is_in_force_and_says_something() {
        Resolution open = confirmed(base, "conflict.rectification.order", Reading.UPPER).resolve("rectification.order", WEIHAI, DAY);
        assertThat(open.outcome()).isEqualTo(Answered.UNSET);
        assertThat(open.says().zh()).contains("未载明施行日期");
        Resolution upper = confirmed(dated, "conflict.rectification.order", Reading.UPPER).resolve("rectification.order", WEIHAI, DAY);
        assertThat(upper.ruleId()).isEqualTo("rectification.shandong.order");
        assertThat(upper.support()).isEqualTo(Support.INHERITED);
    }

    @Test
    void what_a_higher_level_has_lost_is_not_inherited() {
        assertThat(dated.resolve("appeal.local", Jurisdictions.GUIZHOU, DAY).outcome()).isEqualTo(Answered.LOST);
        assertThat(dated.resolve("appeal.local", "522300", DAY).outcome()).isEqualTo(Answered.UNDEFINED);
    }

    @Test
    @DisplayName("an inference cites its own clause and the upper side, an inheritance the own side first")
    void sides_are_cited_by_their_support() {
        Resolution inferred = dated.resolve("effects.talk", WEIHAI, DAY);
        assertThat(inferred.support()).isEqualTo(Support.INFERRED);
        Reading reading = dated.reading(Objects.requireNonNull(inferred.reading()).readingId()).orElseThrow();
        var expected = new ArrayList<>(dated.rule(String.valueOf(inferred.ruleId())).orElseThrow().clauses());
        expected.addAll(reading.upperSide());
        assertThat(inferred.citations()).containsExactlyElementsOf(expected);
    }

    @Test
    @DisplayName("silence: an undated issuer's clause is not waited for elsewhere; a clause left aside or in force is no missing date")
    void silence_is_not_a_missing_date() {
        assertThat(base.resolve("rectification.inadequate-or-refused", "340100", DAY).outcome()).isEqualTo(Answered.UNDEFINED);
        assertThat(base.resolve("feedback.real-name", WEIHAI, DAY).outcome()).isEqualTo(Answered.UNSET);
        assertThat(confirmed(dated, "weihai.feedback", Reading.DOES_NOT_APPLY).resolve("feedback.real-name", WEIHAI, DAY).outcome()).isEqualTo(Answered.UNDEFINED);
    }

    private boolean conflict(PolicyChange... changes) {
        PolicySnapshot policy = dated;
        for (PolicyChange change : changes) {
            policy = policy.with(change);
        }
        return policy.conflicts(WEIHAI, DAY).stream().anyMatch(found -> found.own().key().equals("rectification.order"));
    }

    @ParameterizedTest
    @CsvSource({"STATED, MUST, WITH_EXEMPTION, false", "STATED, MUST, OTHER, true", "STATED, MUST, , false", "STATED, NONE, OTHER, true", "STATED, NONE, , false", "STATED, MAY, , true",
            "STATED, MAY, WITH_EXEMPTION, true", "NOT_STATED, MAY, OTHER, false", "UNSET, MAY, OTHER, false"})
    @DisplayName("levels contradict each other when both state it, and must stands against may or one token against another")
    void own_words_against_those_above(Answered answer, Modal modal, @Nullable String value, boolean differ) {
        String[] values = value == null ? new String[0] : new String[] {value};
        assertThat(conflict(revised(dated, "rectification.weihai.order", answer, modal, values))).isEqualTo(differ);
    }

    @ParameterizedTest
    @CsvSource({"STATED, MAY, , true", "STATED, NONE, , false", "STATED, NONE, OTHER, true", "NOT_STATED, MAY, OTHER, false", "UNSET, MAY, OTHER, false"})
    void words_above_against_the_own(Answered answer, Modal modal, @Nullable String value, boolean differ) {
        String[] values = value == null ? new String[0] : new String[] {value};
        assertThat(conflict(revised(dated, "rectification.weihai.order", Answered.STATED, Modal.MUST, "OWN"), revised(dated, "rectification.shandong.order", answer, modal, values))).isEqualTo(differ);
    }

    @Test
    void only_levels_in_force_contradict_and_only_where_the_own_level_answers_alone() {
        PolicySnapshot differ = dated.with(revised(dated, "rectification.weihai.order", Answered.STATED, Modal.MAY));
        assertThat(differ.conflicts(WEIHAI, LocalDate.of(2019, 1, 31))).isEmpty();
        assertThat(differ.conflicts("371082", DAY)).isEmpty();
        PolicySnapshot later = base.withEffectiveDate("鲁", DAY.plusDays(1), "示例", true).with(revised(dated, "rectification.weihai.order", Answered.STATED, Modal.MAY));
        assertThat(later.conflicts(WEIHAI, DAY)).noneMatch(found -> found.upper().document().equals("鲁"));
        assertThat(later.conflicts(WEIHAI, DAY.plusDays(1))).anyMatch(found -> found.upper().document().equals("鲁"));
        for (Merge merge : Merge.values()) {
            var key = new RuleKey("rectification.order", merge, List.of(), Map.of(), Occasion.By.NOT_STATED);
            assertThat(new Conflicts(differ, WEIHAI, DAY).all(List.of(key))).hasSize(merge == Merge.OWN_THEN_PARENT ? 1 : 0);
        }
    }

    @Test
    void a_new_version_has_a_source_and_clauses_unless_it_falls_silent() {
        PolicyRule rule = base.rule("rectification.weihai.order").orElseThrow();
        assertThatThrownBy(() -> base.with(new PolicyChange.RuleRevised(new RuleRevision(rule.id(), DAY, Answered.STATED, Modal.MUST, List.of(), rule.says(), rule.clauses(), " "))))
                .hasMessageContaining("gives its source");
        assertThatThrownBy(() -> base.with(new PolicyChange.RuleRevised(new RuleRevision(rule.id(), DAY, Answered.NOT_STATED, Modal.NONE, List.of(), rule.says(), List.of(), " "))))
                .hasMessageContaining("gives its source");
        assertThat(base.with(revised(base, rule.id(), Answered.NOT_STATED, Modal.NONE)).resolve("rectification.order", WEIHAI, DAY).ruleId()).isNotEqualTo(rule.id());
        for (Answered answer : new Answered[] {Answered.STATED, Answered.LOST, Answered.UNSET}) {
            assertThatThrownBy(() -> base.with(new PolicyChange.RuleRevised(new RuleRevision(rule.id(), DAY, answer, Modal.MUST, List.of(), rule.says(), List.of(), "示例"))))
                    .hasMessageContaining("cites clauses");
        }
    }

    @Test
    void a_pack_that_is_listed_only_can_be_declined_and_every_answer_has_a_person_and_a_reason() {
        assertThat(base.with(new PolicyChange.PackSwitched(new PackSwitch("P8", WEIHAI, false, DAY, "person-1", "来源不足"))).packState("P8", WEIHAI, DAY)).isEqualTo(PackState.OFF);
        assertThatThrownBy(() -> base.with(new PolicyChange.PackSwitched(new PackSwitch("P10", WEIHAI, true, DAY, " ", "理由")))).hasMessageContaining("named person");
        assertThatThrownBy(() -> base.with(new PolicyChange.PackSwitched(new PackSwitch("P10", "weihai", true, DAY, "person-1", "理由")))).hasMessageContaining("six-digit");
    }

    @Test
    void a_new_value_names_a_known_parameter_its_source_and_a_day_that_is_not_taken() {
        PackParameter known = base.packs().stream().flatMap(pack -> pack.parameters().stream()).filter(one -> one.id().equals("P10.review-request")).findFirst().orElseThrow();
        LocalDate since = Objects.requireNonNull(known.values().getLast().since());
        assertThatThrownBy(() -> base.with(value("P10.nothing", "20", DAY, "来源"))).hasMessageContaining("P10.nothing");
        assertThatThrownBy(() -> base.with(value(known.id(), "20", DAY, " "))).hasMessageContaining("with its source");
        assertThatThrownBy(() -> base.with(value(known.id(), " ", DAY, "来源"))).hasMessageContaining("with its source");
        assertThatThrownBy(() -> base.with(value(known.id(), "20", since, "来源"))).hasMessageContaining("is not rewritten");
        PolicySnapshot next = base.with(value(known.id(), "20", since.plusDays(1), "来源"));
        assertThatThrownBy(() -> next.with(value(known.id(), "21", since.plusDays(1), "来源"))).hasMessageContaining("is not rewritten");
        assertThat(next.with(value(known.id(), "21", since.plusDays(2), "来源")).versions(known.id())).hasSize(2);
        assertThat(next.with(value("P13.objector", "OTHER", since.plusDays(1), "来源")).versions("P13.objector")).hasSize(1);
    }

    private static PolicyChange value(String parameter, String value, LocalDate from, String source) {
        return new PolicyChange.ParameterRevised(new ParameterVersion(parameter, value, PackParameter.Unit.CALENDAR_DAYS, from, source));
    }

    @Test
    @DisplayName("a value holds from its day, or from the year after the one that was seen, to its last day")
    void a_value_holds_from_its_first_to_its_last_day() {
        var source = new PackParameter.Source(PackParameter.Grade.A, "示例");
        var parameter = new PackParameter("P0.x", "P0", Message.of("期限", "term"), "某规定", "第一条", source, List.of(
                new Value("1", PackParameter.Unit.YEARS, 2018, null, null), new Value("2", PackParameter.Unit.YEARS, 2020, LocalDate.of(2020, 5, 1), LocalDate.of(2020, 6, 30)),
                new Value("3", PackParameter.Unit.YEARS, 2021, LocalDate.of(2021, 1, 1), LocalDate.of(2021, 12, 31))));
        assertThat(value(parameter, LocalDate.of(2018, 12, 31))).isNull();
        assertThat(value(parameter, LocalDate.of(2019, 1, 1))).isEqualTo("1");
        assertThat(value(parameter, LocalDate.of(2020, 4, 30))).isEqualTo("1");
        assertThat(value(parameter, LocalDate.of(2020, 5, 1))).isEqualTo("2");
        assertThat(value(parameter, LocalDate.of(2020, 6, 30))).isEqualTo("2");
        assertThat(value(parameter, LocalDate.of(2020, 7, 1))).isEqualTo("1");
        assertThat(value(parameter, LocalDate.of(2021, 12, 31))).isEqualTo("3");
        ParameterAnswer off = Parameters.answer(parameter, PackState.OFF, List.of(), DAY);
        ParameterAnswer notAsked = Parameters.answer(parameter, PackState.NOT_ASKED, List.of(), DAY);
        assertThat(off.value()).isNull();
        assertThat(off.says().zh()).contains("未启用");
        assertThat(notAsked.value()).isNull();
        assertThat(notAsked.says().zh()).contains("尚未答复");
        assertThat(Parameters.answer(parameter, PackState.ON, List.of(), LocalDate.of(2018, 1, 1)).says().zh()).contains("没有可用的值");
        assertThat(Parameters.answer(parameter, PackState.ON, List.of(), DAY).says().zh()).contains("期限：1", "来源等级 A");
    }

    private static @Nullable String value(PackParameter parameter, LocalDate day) {
        Value value = Parameters.answer(parameter, PackState.ON, List.of(), day).value();
        return value == null ? null : value.value();
    }

    @Test
    void a_recorded_version_is_laid_again_over_the_data_it_names() {
        PolicyHistory history = PolicyHistory.from(base).with(new PolicyChange.PackSwitched(new PackSwitch("P10", WEIHAI, true, DAY, "person-1", "理由")));
        String version = history.current().rulesVersion();
        assertThat(history.over(PolicySnapshot.of(PolicyFiles.load())).at(version)).contains(history.current());
        PolicyData withoutPacks = withoutPacks(PolicyFiles.load());
        PolicyHistory earlier = history.with(revised(base, "rectification.weihai.order", Answered.STATED, Modal.MAY)).over(PolicySnapshot.of(withoutPacks));
        assertThat(earlier.current().packAnswer("P10", WEIHAI, DAY)).isEmpty();
        assertThat(earlier.current().revisions("rectification.weihai.order")).hasSize(1);
    }

    private static PolicyData withoutPacks(PolicyData data) {
        return new PolicyData("000000000000", data.documents(), data.keys(), data.rules(), data.readings(), data.nationalRules(), data.items(), data.checklists(), data.catalogue(), Map.of(), data.calendars());
    }
}
