package cn.dandang.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.dandang.policy.data.PolicyFiles;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class ResolutionTest {
    private static final LocalDate DAY = LocalDate.of(2024, 5, 10);
    // its own, so that no answer kept from another test is met
    private final PolicySnapshot base = PolicySnapshot.of(PolicyFiles.load());
    private final PolicySnapshot dated = base.withEffectiveDate("鲁", LocalDate.of(2016, 1, 1), "演示数据，非文件所载", true)
            .withEffectiveDate("皖", LocalDate.of(2018, 9, 1), "演示数据，非文件所载", true);

    private static ConfirmedReading reading(String id, String choice, LocalDate on) {
        return new ConfirmedReading(id, Jurisdictions.WEIHAI, choice, "demo-office", "示例", on, true);
    }

    @Test
    void a_lineage_ends_at_the_centre() {
        assertThat(Jurisdictions.lineage("371002")).containsExactly("371002", "371000", "370000", "000000");
        assertThat(Jurisdictions.lineage("000000")).containsExactly("000000");
        assertThatThrownBy(() -> Jurisdictions.lineage("威海")).hasMessageContaining("six-digit");
    }

    @Test
    void a_sister_province_is_never_asked() {
        for (PolicyRule rule : base.rules()) {
            var path = dated.resolve(rule.key(), Jurisdictions.WEIHAI, DAY).path();
            assertThat(path).extracting(LevelAnswer::document).containsExactly("威", "鲁", "中");
        }
    }

    @Test
    @DisplayName("an inherited answer shows both sides, every level asked, and the demonstration date with its source")
    void an_inherited_answer_carries_its_trace() {
        var policy = dated.withConfirmedReading(reading("weihai.effect-groups", Reading.APPLIES, DAY));
        var answer = policy.resolve("effects.awards", Jurisdictions.WEIHAI, DAY);
        assertThat(answer.actsByItself()).isTrue();
        assertThat(answer.modal()).isEqualTo(Modal.MAY);
        assertThat(answer.citations()).extracting(Citation::text)
                .containsExactly("威·四·11「考察考核要客观评价，选拔任用要公正合理」", "鲁·三·3「评先树优、表彰奖励不受影响」");
        assertThat(answer.trace().rulesVersion()).isEqualTo(policy.rulesVersion());
        assertThat(answer.trace().ruleIds()).contains("effects.weihai.awards", "effects.shandong.awards", "effects.central.awards");
        assertThat(answer.trace().dates()).filteredOn(DocumentDate::demonstration).extracting(DocumentDate::source).containsExactly("演示数据，非文件所载");
        assertThat(answer.trace().readings()).extracting(ConfirmedReading::readingId).containsExactly("weihai.effect-groups");
        assertThat(answer.trace().leftToPerson()).isEmpty();
    }

    @Test
    @DisplayName("a place's own clause rests on no demonstration entry because a higher level has one")
    void only_what_is_cited_makes_an_answer_a_demonstration() {
        var own = dated.resolve("rectification.overdue", Jurisdictions.WEIHAI, DAY);
        assertThat(own.support()).isEqualTo(Support.OWN);
        assertThat(own.trace().dates()).anyMatch(DocumentDate::demonstration);
        assertThat(own.trace().restsOnDemonstration()).isFalse();
        assertThat(dated.resolve("effects.awards", Jurisdictions.WEIHAI, DAY).trace().restsOnDemonstration()).isTrue();
        var dated = base.withEffectiveDate("鲁", LocalDate.of(2016, 1, 1), "文件印发登记簿", false);
        assertThat(dated.resolve("effects.awards", Jurisdictions.WEIHAI, DAY).trace().restsOnDemonstration()).isFalse();
        assertThat(dated.withConfirmedReading(reading("weihai.effect-groups", Reading.APPLIES, DAY))
                .resolve("effects.awards", Jurisdictions.WEIHAI, DAY).trace().restsOnDemonstration()).isTrue();
    }

    @Test
    void an_unconfirmed_answer_leaves_its_question_to_a_person() {
        var answer = dated.resolve("effects.awards", Jurisdictions.WEIHAI, DAY);
        assertThat(answer.acts()).isEqualTo(Acts.ASK_A_PERSON);
        assertThat(answer.trace().leftToPerson()).isNotEmpty();
    }

    @Test
    @DisplayName("a conflict between city and province is reported, goes on as the city says, and is decided by a named official")
    void a_conflict_of_levels_is_reported_and_decided_by_a_person() {
        var conflicts = dated.conflicts(Jurisdictions.WEIHAI, DAY);
        assertThat(conflicts).extracting(conflict -> conflict.own().key()).contains("tolerance.mitigation", "opening.decider").doesNotContain("rectification.follow-up");
        assertThat(conflicts).allSatisfy(conflict -> assertThat(conflict.decided()).isNull());
        assertThat(base.conflicts(Jurisdictions.WEIHAI, DAY)).extracting(conflict -> conflict.upper().document()).doesNotContain("鲁");
        assertThat(dated.resolve("tolerance.mitigation", Jurisdictions.WEIHAI, DAY).modal()).isEqualTo(Modal.MUST);
        var decided = dated.withConfirmedReading(reading("conflict.tolerance.mitigation", Reading.UPPER, DAY));
        var answer = decided.resolve("tolerance.mitigation", Jurisdictions.WEIHAI, DAY);
        assertThat(answer.modal()).isEqualTo(Modal.MAY);
        assertThat(answer.support()).isEqualTo(Support.INHERITED);
        assertThat(answer.actsByItself()).isTrue();
        assertThat(decided.resolve("tolerance.mitigation", Jurisdictions.WEIHAI, DAY.minusDays(1)).modal()).isEqualTo(Modal.MUST);
        assertThat(decided.conflicts(Jurisdictions.WEIHAI, DAY)).filteredOn(c -> c.own().key().equals("tolerance.mitigation"))
                .singleElement().satisfies(conflict -> assertThat(conflict.decided()).isNotNull());
        assertThat(dated.withConfirmedReading(reading("conflict.tolerance.mitigation", Reading.OWN, DAY)).resolve("tolerance.mitigation", Jurisdictions.WEIHAI, DAY).support())
                .isEqualTo(Support.OWN);
    }

    @Test
    void both_days_of_a_case_are_shown() {
        var before = new Occasion(LocalDate.of(2019, 1, 31), LocalDate.of(2019, 2, 1));
        var answer = base.resolve("rectification.overdue", Jurisdictions.WEIHAI, before);
        assertThat(answer.by()).isEqualTo(Occasion.By.NOT_STATED);
        assertThat(answer.actsByItself()).isFalse();
        assertThat(answer.answer().actsByItself()).isTrue();
        assertThat(answer.answer().asOf()).isEqualTo(before.decidedOn());
        assertThat(answer.onOther().asOf()).isEqualTo(before.actOn());
        assertThat(answer.dayMatters()).isTrue();
        assertThat(base.resolve("rectification.overdue", Jurisdictions.WEIHAI, new Occasion(DAY, DAY.plusDays(1))).dayMatters()).isFalse();
    }

    @Test
    void a_confirmation_counts_from_its_day_and_for_its_place() {
        var policy = dated.withConfirmedReading(reading("weihai.feedback", Reading.APPLIES, DAY));
        assertThat(policy.confirmed("weihai.feedback", Jurisdictions.WEIHAI, DAY.minusDays(1))).isEmpty();
        assertThat(policy.confirmed("weihai.feedback", Jurisdictions.WEIHAI, DAY)).isPresent();
        assertThat(policy.confirmed("weihai.feedback", Jurisdictions.SHANDONG, DAY)).isEmpty();
        assertThat(base.confirmedReadings()).isEmpty();
    }

    @Test
    void the_latest_confirmation_counts() {
        var policy = dated.withConfirmedReading(reading("weihai.feedback", Reading.DOES_NOT_APPLY, DAY))
                .withConfirmedReading(reading("weihai.feedback", Reading.APPLIES, DAY.minusDays(9)));
        assertThat(policy.resolve("feedback.real-name", Jurisdictions.WEIHAI, DAY.minusDays(1)).actsByItself()).isTrue();
        assertThat(policy.resolve("feedback.real-name", Jurisdictions.WEIHAI, DAY).outcome()).isEqualTo(Answered.UNDEFINED);
    }

    @Test
    void unknown_readings_choices_places_documents_and_questions_are_refused() {
        assertThatThrownBy(() -> base.withConfirmedReading(reading("weihai.nothing", "applies", DAY))).hasMessageContaining("weihai.nothing");
        assertThatThrownBy(() -> base.withConfirmedReading(reading("weihai.feedback", "perhaps", DAY))).hasMessageContaining("perhaps");
        assertThatThrownBy(() -> base.withConfirmedReading(reading("anhui.field-of-error", "a", DAY))).hasMessageContaining("not asked in");
        assertThatThrownBy(() -> base.withEffectiveDate("京", DAY, "x", false)).hasMessageContaining("京");
        assertThatThrownBy(() -> base.resolve("tolerance.nothing", Jurisdictions.WEIHAI, DAY)).hasMessageContaining("tolerance.nothing");
        assertThatThrownBy(() -> base.resolve("inherit.tolerance", Jurisdictions.WEIHAI, DAY)).hasMessageContaining("inherit.tolerance");
        assertThat(base.reading("inherit.nothing.here")).isEmpty();
        assertThat(base.reading("inherit.effects.awards")).isPresent();
    }

    @Test
    void the_version_tells_data_and_recorded_events_and_not_their_order() {
        assertThat(base.rulesVersion()).matches("[0-9a-f]{12}");
        var one = base.withConfirmedReading(reading("weihai.feedback", "applies", DAY)).withConfirmedReading(reading("weihai.effect-groups", "applies", DAY));
        var two = base.withConfirmedReading(reading("weihai.effect-groups", "applies", DAY)).withConfirmedReading(reading("weihai.feedback", "applies", DAY));
        assertThat(one.rulesVersion()).matches(base.rulesVersion() + "\\+[0-9a-f]{8}").isEqualTo(two.rulesVersion());
        assertThat(one).isEqualTo(two).hasSameHashCodeAs(two);
        assertThat(dated.rulesVersion()).isNotEqualTo(base.rulesVersion()).isNotEqualTo(one.rulesVersion());
    }

    @Test
    @DisplayName("a support other than DESIGN always cites; DESIGN bears no duty")
    void every_stated_answer_cites_a_clause() {
        for (PolicyRule rule : base.rules()) {
            for (String place : List.of(Jurisdictions.WEIHAI, Jurisdictions.SHANDONG, Jurisdictions.ANHUI, Jurisdictions.GUIZHOU, Jurisdictions.CENTRE)) {
                var answer = dated.resolve(rule.key(), place, DAY);
                if (answer.outcome() == Answered.STATED) {
                    assertThat(answer.citations()).as(rule.key() + " in " + place).isNotEmpty();
                    assertThat(answer.support()).as(rule.key()).isNotNull().isNotEqualTo(Support.DESIGN);
                } else {
                    assertThat(answer.acts()).as(rule.key() + " in " + place).isEqualTo(Acts.ASK_A_PERSON);
                }
            }
        }
    }

    @Test
    void answers_are_plain_data() {
        var seen = new java.util.HashSet<Class<?>>();
        for (Class<?> type : List.of(Resolution.class, cn.dandang.policy.tolerance.ToleranceAssessment.class, cn.dandang.policy.effects.Effect.class,
                cn.dandang.policy.appeal.AppealAnswer.class, cn.dandang.policy.feedback.FeedbackAnswer.class, PolicyDocument.class, Reading.class,
                cn.dandang.policy.opening.ApplicationAnswer.class, cn.dandang.policy.rectification.Consequence.class)) {
            plain(type, seen);
        }
        assertThat(seen).contains(Trace.class, Citation.class, Message.class);
    }

    private static void plain(Class<?> type, java.util.Set<Class<?>> seen) {
        if (!seen.add(type) || type.isEnum() || type.isPrimitive() || List.of(String.class, LocalDate.class, List.class, Map.class).contains(type)) {
            return;
        }
        assertThat(type.isRecord()).as(type.getName() + " is a record").isTrue();
        Arrays.stream(type.getRecordComponents()).forEach(component -> {
            plain(component.getType(), seen);
            if (component.getGenericType() instanceof java.lang.reflect.ParameterizedType generic) {
                Arrays.stream(generic.getActualTypeArguments()).forEach(argument -> plain((Class<?>) argument, seen));
            }
        });
    }
}
