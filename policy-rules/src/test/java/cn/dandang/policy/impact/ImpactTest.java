package cn.dandang.policy.impact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.dandang.policy.AmountVersion;
import cn.dandang.policy.Bound;
import cn.dandang.policy.Citation;
import cn.dandang.policy.ConfirmedReading;
import cn.dandang.policy.Jurisdictions;
import cn.dandang.policy.PackSwitch;
import cn.dandang.policy.PolicyChange;
import cn.dandang.policy.PolicySnapshot;
import cn.dandang.policy.Unit;
import cn.dandang.policy.data.PolicyFiles;
import cn.dandang.policy.impact.RecordedCase.Decided;
import cn.dandang.policy.tolerance.FieldOfError;
import cn.dandang.policy.tolerance.FindingResult;
import cn.dandang.policy.tolerance.ItemFinding;
import cn.dandang.policy.tolerance.OutcomePermission.Permission;
import cn.dandang.policy.tolerance.Subject;
import cn.dandang.policy.tolerance.TestItem;
import cn.dandang.policy.tolerance.ToleranceInput;
import cn.dandang.policy.tolerance.ToleranceOutcome;
import cn.dandang.policy.tolerance.ToleranceTest;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class ImpactTest {
    private static final LocalDate FROM = LocalDate.of(2026, 3, 2);
    // its own, so that no answer kept from another test is met
    private final PolicySnapshot base = PolicySnapshot.of(PolicyFiles.load());
    /** Reading b of Weihai's clause on exemption: not without all four conditions. */
    private static final PolicyChange NOT_WITHOUT_ALL = reading("b");
    private static final PolicyChange WITHOUT_ALL = reading("a");

    private static PolicyChange reading(String choice) {
        return new PolicyChange.ReadingConfirmed(new ConfirmedReading("weihai.exemption-without-all-conditions", Jurisdictions.WEIHAI, choice, "office", "理由", FROM, false));
    }

    private ToleranceInput input(String lacking) {
        List<TestItem> items = ToleranceTest.items(base, Jurisdictions.WEIHAI, FROM);
        return new ToleranceInput(items.stream().map(item -> new ItemFinding(item.id(), item.id().equals(lacking) ? FindingResult.NOT_MET : FindingResult.MET,
                List.of("evidence"), "中·四")).toList(), List.of(), FieldOfError.REFORM_AND_INNOVATION, Map.of());
    }

    private RecordedCase exempted(String id, String lacking) {
        return new RecordedCase(id, Jurisdictions.WEIHAI, FROM.minusYears(1), new Decided(ToleranceOutcome.EXEMPT, Subject.PERSON), input(lacking), List.of());
    }

    @Test
    @DisplayName("a past decision that could not be taken any more is named, an untouched one is not")
    void decisions_that_would_differ_are_named() {
        var held = base.with(new PolicyChange.ReadingConfirmed(new ConfirmedReading("weihai.exemption-without-all-conditions", Jurisdictions.WEIHAI, "a", "office", "理由",
                FROM.minusYears(2), false)));
        var report = Impact.of(held, List.of(NOT_WITHOUT_ALL)).report(Stream.of(exempted("one", "weihai.condition.3"), exempted("two", "")), 10);
        assertThat(report.decided()).isEqualTo(2);
        assertThat(report.decidedDiffering()).isEqualTo(1);
        assertThat(report.withdrawn()).isEqualTo(1);
        assertThat(report.versionBefore()).isEqualTo(held.rulesVersion()).isNotEqualTo(report.versionAfter());
        assertThat(report.differences()).singleElement().satisfies(difference -> {
            assertThat(difference.caseId()).isEqualTo("one");
            assertThat(difference.couldStillBeDecided()).isFalse();
            assertThat(difference.day()).isEqualTo(FROM);
            assertThat(difference.outcomes()).singleElement().satisfies(change -> {
                assertThat(change.outcome()).isEqualTo(ToleranceOutcome.EXEMPT);
                assertThat(change.before()).isEqualTo(Permission.ALLOWED);
                assertThat(change.after()).isEqualTo(Permission.REFUSED_BY_RULE);
            });
        });
    }

    @Test
    void an_open_case_whose_question_is_answered_by_the_change_is_named() {
        var open = new RecordedCase("open", Jurisdictions.WEIHAI, FROM.minusDays(3), null, input("weihai.condition.3"), List.of("rectification.overdue"));
        var report = Impact.of(base, List.of(WITHOUT_ALL)).report(Stream.of(open), 10);
        assertThat(report.openDiffering()).isEqualTo(1);
        assertThat(report.differences()).singleElement().satisfies(difference -> {
            assertThat(difference.open()).isTrue();
            assertThat(difference.couldStillBeDecided()).isNull();
            assertThat(difference.answers()).isEmpty();
        });
    }

    @Test
    void a_pack_switched_on_shows_in_the_questions_a_case_asked() {
        var pack = new PolicyChange.PackSwitched(new PackSwitch("P10", Jurisdictions.WEIHAI, true, FROM, "person-1", "按公务员法办理"));
        var asked = new RecordedCase("asked", Jurisdictions.WEIHAI, FROM, null, input(""), List.of("appeal.local", "rectification.overdue"));
        assertThat(Impact.of(base, List.of(pack)).difference(asked)).get()
                .satisfies(difference -> assertThat(difference.answers()).extracting(CaseDifference.AnswerChange::ruleKey).containsExactly("appeal.local"));
        var elsewhere = new RecordedCase("elsewhere", Jurisdictions.CENTRE, FROM, null, new ToleranceInput(List.of(), List.of(), FieldOfError.NOT_RECORDED, Map.of()), List.of("appeal.local"));
        assertThat(Impact.of(base, List.of(pack)).difference(elsewhere)).isEmpty();
    }

    @Test
    @DisplayName("a number that changes shows in the questions that go by it, where its document answers; not elsewhere, and not where it stays what it was")
    void a_number_that_changes_shows_in_the_questions_that_go_by_it() {
        var clause = new Citation("威", "威·七·24", "可提高至25%");
        var raised = new PolicyChange.AmountRevised(new AmountVersion("ASM-52.weihai.max-share", AmountVersion.amount("25"), Unit.PERCENT, Bound.AT_MOST, false, FROM, "威发〔2026〕3号", clause));
        var asked = new RecordedCase("asked", Jurisdictions.WEIHAI, FROM.minusDays(3), null, input(""), List.of("assessment.township-excellent-share", "awards.grassroots-share"));
        assertThat(Impact.of(base, List.of(raised)).difference(asked)).get().satisfies(difference -> assertThat(difference.answers()).singleElement().satisfies(answer -> {
            assertThat(answer.ruleKey()).isEqualTo("assessment.township-excellent-share");
            assertThat(answer.before()).isEqualTo(answer.after());
            assertThat(answer.says().zh()).endsWith("（已公布的新值：不超过 25（百分比），自 " + FROM + " 起，来源：威发〔2026〕3号）");
            assertThat(answer.amounts()).singleElement().satisfies(amount -> {
                assertThat(amount.before().says().zh()).isEqualTo("不超过 20（百分比）");
                assertThat(amount.after().says().zh()).isEqualTo("不超过 25（百分比），自 " + FROM + " 起，来源：威发〔2026〕3号");
            });
        }));
        var province = new RecordedCase("province", Jurisdictions.SHANDONG, FROM, null, input(""), asked.ruleKeys());
        assertThat(Impact.of(base, List.of(raised)).difference(province)).isEmpty();
        var same = new PolicyChange.AmountRevised(new AmountVersion("ASM-52.weihai.max-share", AmountVersion.amount("20"), Unit.PERCENT, Bound.AT_MOST, false, FROM, "威发〔2026〕3号", clause));
        assertThat(Impact.of(base, List.of(same)).difference(asked)).isEmpty();
    }

    @Test
    @DisplayName("in parallel the report is the same, in the order of the records")
    void the_report_does_not_depend_on_how_it_is_split() {
        Impact impact = Impact.of(base, List.of(WITHOUT_ALL));
        var one = impact.report(cases(), 7);
        assertThat(impact.report(cases().parallel(), 7)).isEqualTo(one);
        assertThat(one.decidedDiffering()).isEqualTo(500);
        assertThat(one.differences()).extracting(CaseDifference::caseId).containsExactly("0", "2", "4", "6", "8", "10", "12");
    }

    private Stream<RecordedCase> cases() {
        return IntStream.range(0, 1000).mapToObj(i -> exempted(String.valueOf(i), i % 2 == 0 ? "weihai.condition.3" : ""));
    }

    @Test
    void a_preview_needs_a_change() {
        assertThatThrownBy(() -> Impact.of(base, List.of())).hasMessageContaining("needs a change");
    }
}
