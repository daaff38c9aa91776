package cn.dandang.policy.tolerance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.dandang.policy.Citation;
import cn.dandang.policy.ConfirmedReading;
import cn.dandang.policy.Jurisdictions;
import cn.dandang.policy.Message;
import cn.dandang.policy.PolicySnapshot;
import cn.dandang.policy.data.PolicyFiles;
import cn.dandang.policy.tolerance.ItemResult.Holds;
import cn.dandang.policy.tolerance.OutcomePermission.Permission;
import cn.dandang.policy.tolerance.RedLineFinding.Beneficiary;
import cn.dandang.policy.tolerance.RedLineFinding.Gain;
import cn.dandang.policy.tolerance.RedLineFinding.RedLine;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The sentences of a test of tolerance: each names the items it speaks of, in both languages. */
class AnswersInWordsTest {
    private static final LocalDate DAY = LocalDate.of(2024, 5, 10);
    private static final String WEIHAI = Jurisdictions.WEIHAI;
    // its own, so that no answer kept from another test is met
    private final PolicySnapshot policy = PolicySnapshot.of(PolicyFiles.load()).withEffectiveDate("鲁", LocalDate.of(2016, 1, 1), "示例", true)
            .withEffectiveDate("皖", LocalDate.of(2018, 9, 1), "示例", true).withEffectiveDate("黔", LocalDate.of(2018, 12, 1), "示例", true);

    private PolicySnapshot confirmed(String place, String reading, String choice) {
        return policy.withConfirmedReading(new ConfirmedReading(reading, place, choice, "office", "示例", DAY, true));
    }

    private static ToleranceAssessment assess(PolicySnapshot policy, String place, FindingResult otherwise, ItemFinding... findings) {
        var all = new ArrayList<>(List.of(findings));
        List<String> told = all.stream().map(ItemFinding::itemId).toList();
        ToleranceTest.items(policy, place, DAY).stream().map(TestItem::id).filter(id -> !told.contains(id)).forEach(id -> all.add(ItemFinding.of(id, otherwise)));
        return ToleranceTest.evaluate(policy, place, DAY, new ToleranceInput(all, List.of(), FieldOfError.REFORM_AND_INNOVATION, Map.of()));
    }

    /** Weihai's test with every condition kept and situation six found. */
    private static ToleranceAssessment weihai(PolicySnapshot policy, ItemFinding... findings) {
        var all = new ArrayList<>(List.of(findings));
        List<String> told = all.stream().map(ItemFinding::itemId).toList();
        for (int i = 1; i <= 10; i++) {
            String id = "weihai.situation." + i;
            if (!told.contains(id)) {
                all.add(ItemFinding.of(id, i == 6 ? FindingResult.MET : FindingResult.NOT_MET));
            }
        }
        return assess(policy, WEIHAI, FindingResult.MET, all.toArray(ItemFinding[]::new));
    }

    private static Message why(ToleranceAssessment assessment, ToleranceOutcome outcome, Subject subject) {
        return assessment.permission(outcome, subject).why();
    }

    private static Message said(ToleranceAssessment assessment, String item) {
        return assessment.items().stream().filter(result -> result.item().id().equals(item)).findFirst().orElseThrow().why();
    }

    @ParameterizedTest
    @CsvSource({"371000, 十种情形具有之一；四项条件同时符合", "370000, 先过目的关；六项条件逐项记录", "340000, 不设分数线", "520000, 符合任一种（推断，待确认）", "000000, 六个方面综合分析"})
    @DisplayName("each test says how its items work together (威·四·12, 鲁·三·1, 皖·四·11, 黔·五·12, 中·四)")
    void a_test_says_how_its_items_work_together(String place, String words) {
        assertThat(assess(policy, place, FindingResult.MET).combination().zh()).contains(words);
    }

    @Test
    void guizhou_says_all_six_once_that_is_confirmed() {
        assertThat(assess(confirmed(Jurisdictions.GUIZHOU, "guizhou.situations-any", "all"), Jurisdictions.GUIZHOU, FindingResult.MET).combination().zh()).contains("须全部符合");
        assertThat(assess(confirmed(Jurisdictions.GUIZHOU, "guizhou.situations-any", "any"), Jurisdictions.GUIZHOU, FindingResult.MET).combination().zh()).contains("符合任一种");
    }

    @Test
    @DisplayName("an item is told with its name and how it was found; a pole in the words of its clause where it has them (皖·四·11)")
    void an_item_says_how_it_was_found() {
        ToleranceAssessment weihai = weihai(policy, ItemFinding.of("weihai.situation.2", FindingResult.NEAR), ItemFinding.of("consideration.1", FindingResult.GOOD_POLE),
                ItemFinding.of("consideration.2", FindingResult.BAD_POLE), ItemFinding.of("consideration.3", FindingResult.MIXED), ItemFinding.of("consideration.4", FindingResult.NOT_RECORDED));
        assertThat(said(weihai, "weihai.situation.6")).isEqualTo(Message.of("突发事件、急难险重任务中临机决断：成立。", "on-the-spot decision in an emergency: holds."));
        assertThat(said(weihai, "weihai.situation.5").zh()).isEqualTo("干部队伍建设中探索创新：不成立。");
        assertThat(said(weihai, "weihai.situation.2").en()).endsWith("near, but one part is missing.");
        assertThat(said(weihai, "consideration.1")).isEqualTo(Message.of("动机态度：有利。", "motive and attitude: speaks for."));
        assertThat(said(weihai, "consideration.2").zh()).isEqualTo("客观条件：不利。");
        assertThat(said(weihai, "consideration.3").zh()).contains("两面都有");
        assertThat(said(weihai, "consideration.4").zh()).contains("尚未记录");
        assertThat(said(assess(policy, Jurisdictions.ANHUI, FindingResult.GOOD_POLE), "anhui.element.1")).isEqualTo(Message.of("动机态度：出以公心。", "motive and attitude: for the public good."));
        assertThat(said(assess(policy, Jurisdictions.ANHUI, FindingResult.BAD_POLE), "anhui.element.1").zh()).isEqualTo("动机态度：缘于私利。");
    }

    @Test
    void what_is_not_recorded_is_named() {
        ToleranceAssessment assessment = weihai(policy, ItemFinding.of("consideration.1", FindingResult.NOT_RECORDED), ItemFinding.of("weihai.condition.1", FindingResult.NOT_RECORDED));
        assertThat(why(assessment, ToleranceOutcome.EXEMPT, Subject.PERSON))
                .isEqualTo(Message.of("尚未记录：动机态度、没有明令禁止。", "Not recorded yet: motive and attitude, no express prohibition."));
    }

    @Test
    @DisplayName("Weihai names the situations found, those that are near, and the conditions that lack (威·四·12)")
    void weihai_names_what_it_rests_on() {
        ToleranceAssessment found = weihai(policy, ItemFinding.of("weihai.situation.5", FindingResult.MET));
        assertThat(why(found, ToleranceOutcome.EXEMPT, Subject.PERSON).zh()).isEqualTo("查明情形：干部队伍建设中探索创新、突发事件、急难险重任务中临机决断；四项条件同时符合。");
        assertThat(why(found, ToleranceOutcome.LIGHTER, Subject.PERSON).en()).isEqualTo("Situation found: innovation in cadre work, on-the-spot decision in an emergency.");
        ToleranceAssessment near = weihai(policy, ItemFinding.of("weihai.situation.5", FindingResult.NEAR), ItemFinding.of("weihai.situation.6", FindingResult.NOT_MET));
        assertThat(why(near, ToleranceOutcome.EXEMPT, Subject.PERSON)).isEqualTo(Message.of("十种情形均未查明；接近的：干部队伍建设中探索创新。",
                "None of the ten situations is found; near: innovation in cadre work."));
        ToleranceAssessment none = weihai(policy, ItemFinding.of("weihai.situation.6", FindingResult.NOT_MET));
        assertThat(why(none, ToleranceOutcome.EXEMPT, Subject.PERSON)).isEqualTo(Message.of("十种情形均未查明；接近的：无。", "None of the ten situations is found; near: none."));
        ItemFinding lacking = ItemFinding.of("weihai.condition.1", FindingResult.NOT_MET);
        assertThat(why(weihai(policy, lacking), ToleranceOutcome.EXEMPT, Subject.PERSON).zh()).contains("不符合：没有明令禁止").contains("待确认口径");
        assertThat(why(weihai(policy, lacking), ToleranceOutcome.EXEMPT, Subject.UNIT).en()).endsWith("lacking: no express prohibition.");
        String reading = "weihai.exemption-without-all-conditions";
        assertThat(why(weihai(confirmed(WEIHAI, reading, "a"), lacking), ToleranceOutcome.EXEMPT, Subject.PERSON).zh()).isEqualTo("按已确认口径可以对本人免责，须说明理由；不符合的条件：没有明令禁止。");
        assertThat(why(weihai(confirmed(WEIHAI, reading, "b"), lacking), ToleranceOutcome.EXEMPT, Subject.PERSON).zh()).isEqualTo("按已确认口径，免责须同时符合四项条件；不符合：没有明令禁止。");
    }

    @Test
    @DisplayName("gain found in Weihai: a question while the reading is open, a refusal once it is confirmed; both cite the own side (鲁·三·1)")
    void gain_in_weihai_is_a_question_or_a_refusal() {
        ItemFinding gain = ItemFinding.of("shandong.condition.6", FindingResult.NOT_MET);
        OutcomePermission asks = weihai(policy, gain).permission(ToleranceOutcome.EXEMPT, Subject.PERSON);
        assertThat(asks.why().zh()).contains("须先确认口径");
        assertThat(asks.citations()).containsAll(policy.reading("weihai.no-gain-red-line").orElseThrow().ownSide());
        OutcomePermission refused = weihai(confirmed(WEIHAI, "weihai.no-gain-red-line", "applies"), gain).permission(ToleranceOutcome.EXEMPT, Subject.PERSON);
        assertThat(refused.permission()).isEqualTo(Permission.REFUSED_BY_RULE);
        assertThat(refused.why().zh()).contains("不能免责");
    }

    @Test
    void shandong_names_the_conditions_that_lack_and_the_centre_tells_its_outcomes_apart() {
        ToleranceAssessment shandong = assess(policy, Jurisdictions.SHANDONG, FindingResult.MET, ItemFinding.of("shandong.condition.2", FindingResult.NOT_MET));
        assertThat(why(shandong, ToleranceOutcome.EXEMPT, Subject.PERSON).zh()).contains(shandong.items().stream().map(ItemResult::item)
                .filter(item -> item.id().equals("shandong.condition.2")).findFirst().orElseThrow().name().zh()).contains("组合方式由作出决定者说明理由");
        ToleranceAssessment centre = assess(policy, Jurisdictions.CENTRE, FindingResult.MET);
        assertThat(why(centre, ToleranceOutcome.EXEMPT, Subject.PERSON).zh()).contains("容错的具体形式未载明");
        assertThat(why(centre, ToleranceOutcome.REDUCED, Subject.PERSON).zh()).contains("从轻、减轻在这份文件中未载明");
    }

    @Test
    @DisplayName("a place without a document of its own is told that the reading decides, and the words of the level above once it is confirmed")
    void a_test_from_above_says_so() {
        String below = "371082";
        var permission = assess(policy, below, FindingResult.MET, ItemFinding.of("weihai.situation.10", FindingResult.NOT_MET), ItemFinding.of("shandong.condition.6", FindingResult.MET)).permission(ToleranceOutcome.EXEMPT, Subject.PERSON);
        assertThat(permission.why().zh()).contains("本地区没有自己的文件");
        var applies = assess(confirmed(below, "inherit.tolerance.outcomes", "applies"), below, FindingResult.MET, ItemFinding.of("weihai.situation.10", FindingResult.NOT_MET)).permission(ToleranceOutcome.EXEMPT, Subject.PERSON);
        assertThat(applies.permission()).isEqualTo(Permission.ALLOWED);
        assertThat(applies.why().zh()).contains("四项条件同时符合");
    }

    @Test
    @DisplayName("the trace holds every clause that a permission cites and every confirmed reading that the test may rest on")
    void the_trace_holds_clauses_and_readings() {
        for (String place : List.of(WEIHAI, Jurisdictions.SHANDONG, Jurisdictions.ANHUI, Jurisdictions.GUIZHOU)) {
            ToleranceAssessment assessment = assess(policy, place, FindingResult.MET);
            assertThat(assessment.trace().citations()).as(place).containsAll(assessment.permissions().stream().flatMap(permission -> permission.citations().stream()).toList());
            assertThat(assessment.trace().readings()).isEmpty();
        }
        readingIsInTrace(WEIHAI, "weihai.exemption-without-all-conditions", "a");
        readingIsInTrace(Jurisdictions.SHANDONG, "shandong.six-conditions-combination", "any");
        readingIsInTrace(Jurisdictions.ANHUI, "anhui.field-of-error", "a");
        readingIsInTrace(Jurisdictions.GUIZHOU, "guizhou.situations-any", "any");
    }

    private void readingIsInTrace(String place, String reading, String choice) {
        assertThat(assess(confirmed(place, reading, choice), place, FindingResult.MET).trace().readings()).extracting(ConfirmedReading::readingId).containsExactly(reading);
    }

    @Test
    void a_red_line_that_blocks_puts_its_clauses_into_the_trace() {
        var standing = new ToleranceInput(List.of(), List.of(new RedLineFinding("f", RedLine.GAIN, null, new Gain(Beneficiary.SELF, "g"), List.of("e"))), FieldOfError.NOT_RECORDED, Map.of());
        List<Citation> redLine = policy.rule("tolerance.red-line", "中", DAY).clauses();
        assertThat(ToleranceTest.evaluate(policy, WEIHAI, DAY, standing).trace().citations()).containsAll(redLine);
    }

    @Test
    @DisplayName("the later report of an emergency counts as missing while it is not recorded, and for nothing but the emergency (黔·五·12)")
    void an_emergency_waits_for_its_report() {
        ItemFinding emergency = ItemFinding.of("guizhou.situation.5", FindingResult.MET);
        ToleranceAssessment open = assess(policy, Jurisdictions.GUIZHOU, FindingResult.MET, emergency, ItemFinding.of("guizhou.situation.5.report", FindingResult.NOT_RECORDED));
        assertThat(open.items()).filteredOn(result -> result.item().id().equals("guizhou.situation.5")).extracting(ItemResult::holds).containsExactly(Holds.OPEN);
        assertThat(open.missing()).containsExactly("guizhou.situation.5", "guizhou.situation.5.report");
        assertThat(ItemResults.neededBy("guizhou.situation.5.report", Map.of("guizhou.situation.5", emergency))).isTrue();
        assertThat(ItemResults.neededBy("guizhou.situation.6", Map.of("guizhou.situation.5", emergency))).isFalse();
        assertThat(ItemResults.neededBy("guizhou.situation.5.report", Map.of("guizhou.situation.5", ItemFinding.of("guizhou.situation.5", FindingResult.NOT_MET)))).isFalse();
        assertThat(ItemResults.neededBy("guizhou.situation.5.report", Map.of())).isFalse();
    }

    @Test
    @DisplayName("the situation of Weihai that catches the rest cites its policy in words, not in blanks (威·四·12)")
    void a_blank_is_no_policy() {
        for (String cited : new String[] {null, " "}) {
            ToleranceAssessment assessment = weihai(policy, new ItemFinding("weihai.situation.10", FindingResult.MET, List.of(), cited));
            assertThat(assessment.missing()).containsExactly("weihai.situation.10");
            assertThat(said(assessment, "weihai.situation.10").zh()).contains("须写明所依据的政策");
        }
    }

    @Test
    void an_objection_without_proof_is_refused() {
        assertThatThrownBy(() -> new Objector.Objection(DAY, " ")).hasMessageContaining("proof");
        assertThat(Objector.answer(policy, Jurisdictions.SHANDONG, DAY, new Objector.Objection(DAY, "minutes-7")).says().zh()).contains("2024-05-10", "minutes-7");
    }

    @Test
    @DisplayName("an outcome can be decided where it is allowed, lost or not stated; held back, refused or unrecorded it cannot")
    void only_some_permissions_can_be_decided() {
        assertThat(Arrays.stream(Permission.values()).filter(permission -> new OutcomePermission(ToleranceOutcome.EXEMPT, Subject.PERSON, permission, "rule", null, List.of(), null, true,
                Message.of("一", "one")).canBeDecided())).containsExactly(Permission.ALLOWED, Permission.LOST, Permission.NOT_STATED);
    }

    @Test
    void a_permission_is_found_by_outcome_and_subject() {
        ToleranceAssessment assessment = weihai(policy);
        for (Subject subject : Subject.values()) {
            for (ToleranceOutcome outcome : ToleranceOutcome.values()) {
                OutcomePermission permission = assessment.permission(outcome, subject);
                assertThat(permission.outcome()).isEqualTo(outcome);
                assertThat(permission.subject()).isEqualTo(subject);
            }
        }
    }
}
