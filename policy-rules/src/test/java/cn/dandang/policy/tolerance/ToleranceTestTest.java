package cn.dandang.policy.tolerance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.dandang.policy.Citation;
import cn.dandang.policy.ConfirmedReading;
import cn.dandang.policy.ItemKind;
import cn.dandang.policy.Jurisdictions;
import cn.dandang.policy.PolicySnapshot;
import cn.dandang.policy.Trace;
import cn.dandang.policy.data.PolicyFiles;
import cn.dandang.policy.tolerance.RedLineFinding.Beneficiary;
import cn.dandang.policy.tolerance.RedLineFinding.Gain;
import cn.dandang.policy.tolerance.RedLineFinding.ProhibitingClause;
import cn.dandang.policy.tolerance.RedLineFinding.RedLine;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class ToleranceTestTest {
    private static final LocalDate DAY = LocalDate.of(2024, 5, 10);
    private static final String WEIHAI = Jurisdictions.WEIHAI;
    // its own, so that no answer kept from another test is met
    private final PolicySnapshot policy = PolicySnapshot.of(PolicyFiles.load());

    private ToleranceInput input(ItemFinding... findings) {
        return new ToleranceInput(List.of(findings), List.of(), FieldOfError.NOT_RECORDED, Map.of());
    }

    @Test
    void the_checklist_of_weihai_has_three_six_ten_and_four() {
        var items = ToleranceTest.items(policy, WEIHAI, DAY);
        assertThat(items.stream().filter(i -> i.kind() == ItemKind.DISTINCTION)).hasSize(3);
        assertThat(items.stream().filter(i -> i.kind() == ItemKind.CONSIDERATION)).hasSize(6);
        assertThat(items.stream().filter(i -> i.kind() == ItemKind.SITUATION)).hasSize(10).extracting(TestItem::number)
                .containsExactly(1, 2, 3, 4, 5, 6, 7, 8, 9, 10);
        assertThat(items.stream().filter(i -> i.kind() == ItemKind.CONDITION)).hasSize(4);
        assertThat(items).allSatisfy(item -> assertThat(item.clauses()).isNotEmpty());
    }

    @Test
    void the_elements_of_anhui_carry_both_poles() {
        var dated = policy.withEffectiveDate("皖", LocalDate.of(2018, 9, 1), "演示数据，非文件所载", true);
        assertThat(ToleranceTest.items(dated, Jurisdictions.ANHUI, DAY)).filteredOn(i -> i.kind() == ItemKind.ELEMENT).hasSize(6)
                .allSatisfy(item -> assertThat(item.goodPole()).isNotNull().isNotEqualTo(item.badPole()));
    }

    @Test
    void an_item_that_no_test_asks_and_a_second_finding_are_refused() {
        assertThatThrownBy(() -> ToleranceTest.evaluate(policy, WEIHAI, DAY, input(ItemFinding.of("weihai.situation.11", FindingResult.MET))))
                .isInstanceOf(IllegalArgumentException.class).hasMessageContaining("weihai.situation.11");
        assertThatThrownBy(() -> ToleranceTest.evaluate(policy, WEIHAI, DAY, input(ItemFinding.of("distinction.1", FindingResult.MET),
                ItemFinding.of("distinction.1", FindingResult.NOT_MET)))).hasMessageContaining("two findings");
    }

    @Test
    @DisplayName("a finding recorded before a reading left its item aside counts for nothing and stays in the trace")
    void a_finding_no_longer_asked_stays_in_the_trace() {
        var aside = policy.withEffectiveDate("鲁", LocalDate.of(2016, 1, 1), "演示数据，非文件所载", true).withConfirmedReading(
                new ConfirmedReading("weihai.no-gain-red-line", WEIHAI, "does-not-apply", "office", "示例", DAY, true));
        var assessment = ToleranceTest.evaluate(aside, WEIHAI, DAY, input(ItemFinding.of("shandong.condition.6", FindingResult.NOT_MET)));
        assertThat(assessment.items()).noneMatch(r -> r.item().id().equals("shandong.condition.6"));
        assertThat(assessment.trace().inputs()).contains("not asked here now: shandong.condition.6");
    }

    @Test
    void the_trace_says_what_held_on_which_evidence_by_which_clause() {
        var assessment = ToleranceTest.evaluate(policy, WEIHAI, DAY, input(ItemFinding.of("weihai.situation.6", FindingResult.MET, "evidence-3"),
                ItemFinding.of("weihai.situation.2", FindingResult.NEAR)));
        Trace trace = assessment.trace();
        assertThat(trace.inputs()).contains("weihai.situation.6: evidence-3");
        assertThat(trace.checks()).filteredOn(c -> c.item().equals("weihai.situation.6")).extracting(Trace.Check::verdict).containsExactly(Trace.Verdict.MET);
        assertThat(trace.checks()).filteredOn(c -> c.item().equals("weihai.situation.2")).extracting(Trace.Check::verdict).containsExactly(Trace.Verdict.NEAR);
        assertThat(trace.checks()).filteredOn(c -> c.item().equals("weihai.situation.1")).extracting(Trace.Check::verdict).containsExactly(Trace.Verdict.OPEN);
        assertThat(trace.citations()).extracting(Citation::place).contains("威·四·12", "威·四·11", "中·四");
        assertThat(trace.dates()).isNotEmpty();
        assertThat(assessment.rulesVersion()).isEqualTo(policy.rulesVersion());
    }

    @Test
    @DisplayName("no answer proposes an outcome or carries a score (R-28)")
    void there_is_no_proposal_and_no_score() {
        assertThat(Arrays.stream(ToleranceAssessment.class.getRecordComponents()).map(c -> c.getName()))
                .containsExactly("jurisdiction", "asOf", "rulesVersion", "items", "missing", "combination", "permissions", "questions", "trace");
    }

    @Test
    void every_outcome_is_answered_for_person_and_unit_in_every_place() {
        var dated = policy.withEffectiveDate("鲁", LocalDate.of(2016, 1, 1), "x", true).withEffectiveDate("皖", LocalDate.of(2018, 9, 1), "x", true)
                .withEffectiveDate("黔", LocalDate.of(2018, 12, 1), "x", true);
        for (String place : List.of(WEIHAI, Jurisdictions.SHANDONG, Jurisdictions.ANHUI, Jurisdictions.GUIZHOU, Jurisdictions.CENTRE)) {
            for (FindingResult all : List.of(FindingResult.MET, FindingResult.NOT_MET, FindingResult.NEAR, FindingResult.MIXED, FindingResult.NOT_RECORDED)) {
                var findings = new ArrayList<ItemFinding>();
                ToleranceTest.items(dated, place, DAY).forEach(i -> findings.add(ItemFinding.of(i.id(), all)));
                var assessment = ToleranceTest.evaluate(dated, place, DAY,
                        new ToleranceInput(findings, List.of(), FieldOfError.REFORM_AND_INNOVATION, Map.of()));
                assertThat(assessment.permissions()).hasSize(8).allSatisfy(p -> {
                    boolean explained = !p.citations().isEmpty() || p.permission() == OutcomePermission.Permission.ALLOWED;
                    assertThat(explained).as(place + " " + all + " " + p).isTrue();
                });
            }
        }
    }

    @Test
    @DisplayName("B-23: an express prohibition is named by rule, place, number, date and prohibiting words, with evidence")
    void a_finding_of_express_prohibition_names_its_clause() {
        assertThat(lacks(prohibition("某规定", "第三条", "不得擅自", "某发〔2020〕1号", DAY, "evidence"))).isZero();
        assertThat(lacks(prohibition("某规定", "第三条", "应当及时报告", "某发〔2020〕1号", DAY, "evidence"))).isEqualTo(1);
        assertThat(lacks(prohibition("某规定", "第三条", "严禁", "", DAY, "evidence"))).isEqualTo(1);
        assertThat(lacks(prohibition("某规定", "第三条", "严禁", "某发〔2020〕1号", null, "evidence"))).isEqualTo(1);
        assertThat(lacks(prohibition("", "", "", "", null, ""))).isEqualTo(2);
        assertThat(lacks(new RedLineFinding("f", RedLine.EXPRESS_PROHIBITION, null, null, List.of("e")))).isEqualTo(1);
    }

    @Test
    void a_duty_unmet_counts_only_where_that_reading_is_confirmed() {
        var anyDuty = policy.withConfirmedReading(new ConfirmedReading("expressly-prohibited", WEIHAI, "a", "office", "示例", DAY, true));
        var duty = prohibition("某规定", "第三条", "应当及时报告", "某发〔2020〕1号", DAY, "evidence");
        assertThat(ToleranceTest.redLineLacks(anyDuty, WEIHAI, DAY, duty)).isEmpty();
        assertThat(ToleranceTest.redLineLacks(anyDuty, WEIHAI, DAY.minusDays(1), duty)).hasSize(1);
    }

    @Test
    void a_finding_of_gain_names_the_gain() {
        assertThat(lacks(new RedLineFinding("f", RedLine.GAIN, null, new Gain(Beneficiary.UNIT, "gain-1"), List.of("e")))).isZero();
        assertThat(lacks(new RedLineFinding("f", RedLine.GAIN, null, null, List.of("e")))).isEqualTo(1);
        assertThat(lacks(new RedLineFinding("f", RedLine.GAIN, null, new Gain(Beneficiary.SELF, ""), List.of()))).isEqualTo(2);
    }

    private int lacks(RedLineFinding finding) {
        return ToleranceTest.redLineLacks(policy, WEIHAI, DAY, finding).size();
    }

    private static RedLineFinding prohibition(String rule, String place, String words, String number, @Nullable LocalDate date, String evidence) {
        return new RedLineFinding("f", RedLine.EXPRESS_PROHIBITION, new ProhibitingClause(rule, place, words, number, date), null,
                evidence.isEmpty() ? List.of() : List.of(evidence));
    }
}
