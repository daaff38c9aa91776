package cn.dandang.policy.trial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.dandang.policy.Jurisdictions;
import cn.dandang.policy.Message;
import cn.dandang.policy.PolicySnapshot;
import cn.dandang.policy.Support;
import cn.dandang.policy.data.PolicyFiles;
import cn.dandang.policy.reading.Comparison;
import cn.dandang.policy.tolerance.ToleranceInput;
import cn.dandang.policy.tolerance.ToleranceTest;
import cn.dandang.policy.tolerance.FieldOfError;
import cn.dandang.policy.trial.TrialAnswer.Line;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class TrialsTest {
    private static final LocalDate DAY = LocalDate.of(2024, 5, 10);
    private static final TrialGiven NOTHING = new TrialGiven(Map.of(), Set.of(), Set.of(), Set.of(), Map.of());
    private final PolicySnapshot policy = PolicySnapshot.of(PolicyFiles.load()).withEffectiveDate("鲁", LocalDate.of(2016, 1, 1), "示例", true)
            .withEffectiveDate("皖", LocalDate.of(2018, 9, 1), "示例", true).withEffectiveDate("黔", LocalDate.of(2018, 12, 1), "示例", true);

    private TrialAnswer ask(String trial, String place, TrialGiven given) {
        return Trials.find(trial).orElseThrow().answer(policy, place, DAY, given);
    }

    private static Line about(TrialAnswer answer, String zh) {
        return answer.lines().stream().filter(line -> line.about().zh().equals(zh)).findFirst().orElseThrow();
    }

    private static TrialGiven selected(String list, String... options) {
        return new TrialGiven(Map.of(), Set.of(), Set.of(), Set.of(), Map.of(list, Set.of(options)));
    }

    private TrialGiven situationAndConditions(Set<String> near) {
        Set<String> holds = Trials.find("tolerance.test").orElseThrow().inputs(policy, Jurisdictions.WEIHAI, DAY).findings().keySet().stream()
                .filter(id -> !id.startsWith("red-line") && !near.contains(id)).collect(Collectors.toSet());
        return new TrialGiven(Map.of(), holds, Set.of(), near, Map.of());
    }

    @Test
    void no_trial_has_the_id_of_a_registered_question() {
        assertThat(Trials.ALL).extracting(Trial::id).doesNotHaveDuplicates().doesNotContainAnyElementsOf(Comparison.questions(policy));
        assertThat(Trials.find("tolerance.nothing")).isEmpty();
    }

    @Test
    @DisplayName("every place answers every trial with nothing known; each line says something, and a line without a clause says that nothing is stated or who decides")
    void every_place_answers_every_trial() {
        for (Trial trial : Trials.ALL) {
            for (String place : List.of("000000", "370000", "371000", "340000", "520000")) {
                TrialAnswer answer = ask(trial.id(), place, NOTHING);
                assertThat(answer.lines()).as(trial.id() + place).isNotEmpty().allSatisfy(line -> {
                    assertThat(line.says().zh()).isNotBlank().doesNotContain("无权", "没有权利", "不承担");
                    assertThat(line.result().zh()).isNotBlank().doesNotContainPattern("[A-Z]{3}");
                    assertThat(line.trace().rulesVersion()).isEqualTo(policy.rulesVersion());
                });
                assertThat(answer.trace().asOf()).isEqualTo(DAY);
            }
        }
    }

    @Test
    @DisplayName("the test of Weihai: a situation and all conditions allow the exemption of person and unit; one condition nearly so, and the unit's is refused (威·四·12)")
    void the_tolerance_trial_gives_the_permissions_of_a_case() {
        TrialAnswer all = ask("tolerance.test", Jurisdictions.WEIHAI, situationAndConditions(Set.of()));
        assertThat(about(all, "本人：免责").result().zh()).isEqualTo("可以作出");
        assertThat(about(all, "单位：免责").clauses()).extracting(clause -> clause.place()).contains("威·四·12");
        TrialAnswer lacking = ask("tolerance.test", Jurisdictions.WEIHAI, situationAndConditions(Set.of("weihai.condition.3")));
        assertThat(about(lacking, "单位：免责").result().zh()).isEqualTo("规则不允许");
        assertThat(about(lacking, "本人：免责").reading()).isEqualTo("weihai.exemption-without-all-conditions");
        assertThat(lacking.trace().checks()).anySatisfy(check -> assertThat(check.item() + check.verdict()).isEqualTo("weihai.condition.3NEAR"));
        assertThat(lacking.trace().leftToPerson()).isNotEmpty();
    }

    @Test
    @DisplayName("a standing red line closes every tolerant outcome in a trial as in a case (中·四)")
    void a_red_line_closes_a_trial() {
        TrialGiven clean = situationAndConditions(Set.of());
        for (String line : List.of("red-line.prohibition", "red-line.gain-self")) {
            Set<String> holds = new java.util.HashSet<>(clean.holds());
            holds.add(line);
            TrialAnswer barred = ask("tolerance.test", Jurisdictions.WEIHAI, new TrialGiven(Map.of(), holds, Set.of(), Set.of(), Map.of()));
            assertThat(about(barred, "本人：免责").result().zh()).isEqualTo("规则不允许");
            assertThat(about(barred, "本人：从轻").result().zh()).isEqualTo("规则不允许");
            assertThat(about(barred, "本人：不予容错").result().zh()).isEqualTo("可以作出");
            assertThat(barred.trace().inputs()).contains("red-line: " + line);
        }
    }

    @Test
    void a_reading_may_be_chosen_in_a_trial_where_a_case_may_choose_it() {
        TrialGiven given = new TrialGiven(Map.of(), Set.of(), Set.of(), Set.of(), Map.of("shandong.six-conditions-combination", Set.of("any"), "field", Set.of("OTHER_WORK")));
        assertThat(ask("tolerance.test", Jurisdictions.SHANDONG, given).trace().rulesVersion()).isEqualTo(policy.rulesVersion());
        assertThatThrownBy(() -> ask("tolerance.test", Jurisdictions.WEIHAI, given)).hasMessageContaining("not asked here");
    }

    @Test
    @DisplayName("effects: what the decision names is free of the bar; what it leaves out is said to be left out (鲁·三·3)")
    void effects_follow_what_the_decision_names() {
        TrialAnswer answer = ask("effects.exemption", Jurisdictions.SHANDONG, selected("groups", "PROMOTION_RANK_TITLE"));
        assertThat(about(answer, "提拔、职级、职称或代表资格不受影响（提拔任用、职级晋升、职称评聘）").result().zh()).isEqualTo("随决定生效");
        assertThat(about(answer, "提拔、职级、职称或代表资格不受影响（代表、委员和后备干部资格）").result().zh()).isEqualTo("决定未列明");
        assertThat(about(answer, "考核考察客观评价").support()).isEqualTo(Support.INHERITED);
    }

    @Test
    @DisplayName("appeal and feedback: own in Anhui and Shandong, lost in Guizhou, silence with rules by name in Weihai; never a no (皖·四·11, 鲁·四·1)")
    void appeal_and_feedback_are_told_as_they_are() {
        assertThat(about(ask("appeal.paper", Jurisdictions.ANHUI, NOTHING), "干部本人的申诉").result().zh()).isEqualTo("作为申诉受理");
        assertThat(about(ask("appeal.paper", Jurisdictions.ANHUI, selected("appellant", "UNIT")), "所在单位的申诉").result().zh()).isEqualTo("作为支持意见附入");
        Line weihai = about(ask("appeal.paper", Jurisdictions.WEIHAI, NOTHING), "干部本人的申诉");
        assertThat(weihai.result().zh()).isEqualTo("由人办理");
        assertThat(weihai.nationalRules()).isNotEmpty();
        assertThat(about(ask("feedback.duty", Jurisdictions.SHANDONG, NOTHING), "实名举报").result().zh()).isEqualTo("反馈结果");
        assertThat(about(ask("feedback.duty", Jurisdictions.SHANDONG, selected("mode", "ANONYMOUS")), "匿名举报").result().zh()).isEqualTo("在一定范围说明");
        assertThat(about(ask("feedback.duty", "520000", NOTHING), "实名举报").says().zh()).contains("缺损");
    }

    @Test
    @DisplayName("correction: overdue leads to severe handling in Weihai, refused to accountability in Anhui (威·四·13, 皖·四·11)")
    void correction_and_its_consequence() {
        assertThat(about(ask("rectification.with-decision", Jurisdictions.WEIHAI, NOTHING), "逾期未完成").result().zh()).isEqualTo("严肃处理");
        TrialAnswer anhui = ask("rectification.with-decision", Jurisdictions.ANHUI, selected("trigger", "REFUSED"));
        assertThat(about(anhui, "拒不整改").result().zh()).isEqualTo("按规定问责");
        assertThat(about(anhui, "纠错要求").result().zh()).isEqualTo("决定须附纠错要求");
        assertThat(about(ask("rectification.with-decision", Jurisdictions.ANHUI, selected("decision", "REFUSE")), "纠错要求").result().zh()).contains("由人办理");
    }

    @Test
    void opening_and_application() {
        TrialAnswer anhui = ask("opening.start-and-application", Jurisdictions.ANHUI, selected("applicant", "UNIT"));
        assertThat(about(anhui, "所在单位提出容错申请").result().zh()).isEqualTo("作为申请受理");
        assertThat(about(anhui, "启动问责时").result().zh()).isEqualTo("一并启动");
        assertThat(about(ask("opening.start-and-application", Jurisdictions.SHANDONG, NOTHING), "干部本人提出容错申请").result().zh()).isEqualTo("作为材料附卷");
    }

    @Test
    void an_objection_counts_by_its_place() {
        assertThat(ask("tolerance.objection", Jurisdictions.SHANDONG, new TrialGiven(Map.of("objected", DAY), Set.of(), Set.of(), Set.of(), Map.of())).lines())
                .singleElement().satisfies(line -> assertThat(line.result()).isEqualTo(Message.of("条件成立", "the condition is met")));
    }

    @Test
    void before_any_document_was_in_force_a_person_looks_elsewhere() {
        Trial trial = Trials.find("tolerance.test").orElseThrow();
        LocalDate early = LocalDate.of(2010, 1, 1);
        assertThat(ToleranceTest.hasTest(policy, Jurisdictions.WEIHAI, early)).isFalse();
        assertThat(trial.inputs(policy, Jurisdictions.WEIHAI, early).findings()).isEmpty();
        assertThat(trial.answer(policy, Jurisdictions.WEIHAI, early, NOTHING).says()).extracting(Message::zh).asString().contains("未载明");
        assertThatThrownBy(() -> ToleranceTest.evaluate(policy, Jurisdictions.WEIHAI, early, new ToleranceInput(List.of(), List.of(), FieldOfError.NOT_RECORDED, Map.of())))
                .hasMessageContaining("No registered document was in force");
    }

    @Test
    void contradictions_and_misspelt_names_are_refused() {
        assertThatThrownBy(() -> new TrialGiven(Map.of(), Set.of("x"), Set.of("x"), Set.of(), Map.of())).hasMessageContaining("two ways");
        assertThatThrownBy(() -> new TrialGiven(Map.of(), Set.of(), Set.of("x"), Set.of("x"), Map.of())).hasMessageContaining("two ways");
        assertThatThrownBy(() -> ask("appeal.paper", Jurisdictions.ANHUI, selected("appellant", "UNIT", "CADRE"))).hasMessageContaining("one choice");
        assertThatThrownBy(() -> ask("appeal.paper", Jurisdictions.ANHUI, selected("appelant", "UNIT"))).hasMessageContaining("not asked here");
        assertThatThrownBy(() -> ask("tolerance.test", Jurisdictions.ANHUI, new TrialGiven(Map.of(), Set.of("weihai.condition.1"), Set.of(), Set.of(), Map.of()))).hasMessageContaining("not asked here");
        assertThatThrownBy(() -> ask("feedback.duty", Jurisdictions.ANHUI, new TrialGiven(Map.of("since", DAY), Set.of(), Set.of(), Set.of(), Map.of()))).hasMessageContaining("not asked here");
    }
}
