package cn.dandang.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.dandang.policy.data.PolicyFiles;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class ChangeTest {
    private static final LocalDate DAY = LocalDate.of(2026, 3, 2);
    // its own, so that no answer kept from another test is met
    private final PolicySnapshot base = PolicySnapshot.of(PolicyFiles.load());
    private static final Citation OWN_CLAUSE = new Citation("威", "威·四·12", "党章党规、法律法规没有明令禁止");

    private static RuleRevision revision(String rule, Modal modal, LocalDate from, List<Citation> clauses) {
        return new RuleRevision(rule, from, Answered.STATED, modal, List.of("ACCOUNTABILITY"), Message.of("新版本。", "A new version."), clauses, "市委文件登记簿");
    }

    private static PolicyChange overdue(LocalDate from) {
        return new PolicyChange.RuleRevised(revision("rectification.weihai.overdue", Modal.MUST, from, List.of(new Citation("威", "威·四·13", "予以严肃处理"))));
    }

    private static PolicyChange pack(String pack, boolean on, String reason) {
        return new PolicyChange.PackSwitched(new PackSwitch(pack, Jurisdictions.WEIHAI, on, DAY, "person-1", reason));
    }

    @Test
    void a_new_version_counts_from_its_day_and_the_old_one_before_it() {
        var policy = base.with(overdue(DAY));
        assertThat(policy.resolve("rectification.overdue", Jurisdictions.WEIHAI, DAY.minusDays(1)).values()).containsExactly("SEVERE_HANDLING");
        assertThat(policy.resolve("rectification.overdue", Jurisdictions.WEIHAI, DAY).values()).containsExactly("ACCOUNTABILITY");
        assertThat(policy.rulesVersion()).startsWith(base.rulesVersion() + "+");
    }

    @Test
    @DisplayName("same input, same answer: a case is asked again against the version its record names")
    void the_recorded_version_is_asked_again() {
        PolicyHistory history = PolicyHistory.from(base);
        String recorded = history.current().rulesVersion();
        var then = history.current().resolve("rectification.overdue", Jurisdictions.WEIHAI, DAY);
        history = history.with(overdue(DAY));
        String later = history.current().rulesVersion();
        history = history.with(pack("P10", true, "按公务员法办理"));
        assertThat(history.current().resolve("rectification.overdue", Jurisdictions.WEIHAI, DAY)).isNotEqualTo(then);
        assertThat(history.at(recorded).orElseThrow().resolve("rectification.overdue", Jurisdictions.WEIHAI, DAY)).isEqualTo(then);
        assertThat(history.at(later)).get().isEqualTo(base.with(overdue(DAY)));
        assertThat(history.at("000000000000")).isEmpty();
    }

    @Test
    void a_published_version_is_not_rewritten() {
        var policy = base.with(overdue(DAY));
        assertThatThrownBy(() -> policy.with(overdue(DAY))).isInstanceOf(PolicyChangeException.class).hasMessageContaining("is not rewritten");
        assertThat(policy.with(overdue(DAY.plusDays(1))).revisions("rectification.weihai.overdue")).hasSize(2);
        assertThat(policy.refusals(List.of(overdue(DAY), overdue(DAY.plusDays(1))))).hasSize(1);
    }

    @Test
    @DisplayName("a new version does not loosen a red line of a level above")
    void a_red_line_is_not_loosened() {
        var looser = new PolicyChange.RuleRevised(revision("tolerance.weihai.three-distinctions", Modal.MAY, DAY, List.of(OWN_CLAUSE)));
        assertThatThrownBy(() -> base.with(looser)).hasMessageContaining("loosens the red line");
        var stricter = new PolicyChange.RuleRevised(revision("tolerance.weihai.three-distinctions", Modal.MUST, DAY, List.of(OWN_CLAUSE)));
        assertThat(base.with(stricter).resolve("tolerance.three-distinctions", Jurisdictions.WEIHAI, DAY).actsByItself()).isTrue();
    }

    @Test
    void a_new_version_cites_its_own_document_begins_after_it_and_names_its_source() {
        assertThatThrownBy(() -> base.with(new PolicyChange.RuleRevised(revision("rectification.weihai.overdue", Modal.MUST, DAY,
                List.of(new Citation("鲁", "鲁·三·3", "可以在以下方面免责")))))).hasMessageContaining("cites clauses of 威");
        assertThatThrownBy(() -> base.with(new PolicyChange.RuleRevised(revision("rectification.weihai.overdue", Modal.MUST, DAY, List.of()))))
                .hasMessageContaining("cites clauses of 威");
        assertThatThrownBy(() -> base.with(overdue(LocalDate.of(2019, 2, 1)))).hasMessageContaining("begins after its document");
        assertThatThrownBy(() -> base.with(new PolicyChange.RuleRevised(revision("rectification.anhui.overdue", Modal.MUST, DAY, List.of()))))
                .hasMessageContaining("is not entered");
        assertThatThrownBy(() -> base.with(new PolicyChange.RuleRevised(revision("nothing.weihai.here", Modal.MUST, DAY, List.of()))))
                .hasMessageContaining("No rule is registered");
    }

    @Test
    @DisplayName("no pack is on by default; on and off need a named person and a reason; each place answers for itself")
    void packs_are_switched_by_a_named_person_with_a_reason() {
        assertThat(base.packs()).extracting(Pack::id).containsExactly("P1", "P2", "P6", "P8", "P10", "P11", "P13", "P14", "P15", "P16");
        for (Pack pack : base.packs()) {
            assertThat(base.packState(pack.id(), Jurisdictions.WEIHAI, DAY)).isEqualTo(PackState.NOT_ASKED);
        }
        var on = base.with(pack("P10", true, "按公务员法办理"));
        assertThat(on.packState("P10", Jurisdictions.WEIHAI, DAY.minusDays(1))).isEqualTo(PackState.NOT_ASKED);
        assertThat(on.packState("P10", Jurisdictions.WEIHAI, DAY)).isEqualTo(PackState.ON);
        assertThat(on.packState("P10", Jurisdictions.SHANDONG, DAY)).isEqualTo(PackState.NOT_ASKED);
        assertThat(base.with(pack("P10", false, "由省里统一规定")).packState("P10", Jurisdictions.WEIHAI, DAY)).isEqualTo(PackState.OFF);
        assertThatThrownBy(() -> base.with(pack("P10", false, " "))).hasMessageContaining("named person with a reason");
        assertThatThrownBy(() -> base.with(pack("P8", true, "x"))).hasMessageContaining("listed by name only");
        assertThatThrownBy(() -> base.with(pack("P99", true, "x"))).hasMessageContaining("P99");
    }

    @Test
    void silence_names_the_national_rules_whether_or_not_their_pack_is_on() {
        var off = base.resolve("appeal.local", Jurisdictions.WEIHAI, DAY);
        var on = base.with(pack("P10", true, "按公务员法办理")).resolve("appeal.local", Jurisdictions.WEIHAI, DAY);
        assertThat(off.outcome()).isEqualTo(Answered.UNDEFINED);
        assertThat(off.nationalRules()).isNotEmpty().noneMatch(NationalRule::on);
        assertThat(on.nationalRules()).hasSameSizeAs(off.nationalRules()).filteredOn(NationalRule::on).extracting(NationalRule::pack).containsExactly("P10");
    }

    @Test
    void a_parameter_answers_only_where_its_pack_is_on_and_from_its_date() {
        var off = base.parameter("P10.review-request", Jurisdictions.WEIHAI, DAY);
        assertThat(off.value()).isNull();
        assertThat(off.says().en()).contains("may apply");
        var policy = base.with(pack("P10", true, "按公务员法办理"));
        assertThat(policy.parameter("P10.review-request", Jurisdictions.WEIHAI, DAY).value()).extracting(PackParameter.Value::value).isEqualTo("30");
        var next = policy.with(new PolicyChange.ParameterRevised(new ParameterVersion("P10.review-request", "20", PackParameter.Unit.CALENDAR_DAYS,
                DAY.plusDays(9), "新修订文本登记簿")));
        assertThat(next.parameter("P10.review-request", Jurisdictions.WEIHAI, DAY.plusDays(8)).value()).extracting(PackParameter.Value::value).isEqualTo("30");
        assertThat(next.parameter("P10.review-request", Jurisdictions.WEIHAI, DAY.plusDays(9)).value()).extracting(PackParameter.Value::value).isEqualTo("20");
        assertThatThrownBy(() -> policy.with(new PolicyChange.ParameterRevised(new ParameterVersion("P10.review-request", "20",
                PackParameter.Unit.CALENDAR_DAYS, LocalDate.of(2019, 6, 1), "x")))).hasMessageContaining("is not rewritten");
        assertThatThrownBy(() -> policy.parameter("P10.nothing", Jurisdictions.WEIHAI, DAY)).hasMessageContaining("P10.nothing");
    }

    @Test
    @DisplayName("a rule of which only the year was seen gives no value before that year is over")
    void a_year_is_no_day() {
        var policy = base.with(new PolicyChange.PackSwitched(new PackSwitch("P13", Jurisdictions.WEIHAI, true, LocalDate.of(2019, 1, 1), "person-1", "x")));
        assertThat(policy.parameter("P13.objector", Jurisdictions.WEIHAI, LocalDate.of(2019, 12, 31)).value()).isNull();
        assertThat(policy.parameter("P13.objector", Jurisdictions.WEIHAI, LocalDate.of(2020, 1, 1)).value()).isNotNull();
    }

    @Test
    void every_shipped_pack_has_three_cited_parameters_with_a_unit_and_a_year() {
        assertThat(base.packs()).filteredOn(Pack::shipped).allSatisfy(pack -> assertThat(pack.parameters()).hasSizeGreaterThanOrEqualTo(3)
                .allSatisfy(parameter -> assertThat(parameter.values()).isNotEmpty()));
        assertThat(base.packs()).filteredOn(pack -> !pack.shipped()).extracting(Pack::id).containsExactly("P8", "P11");
    }

    @Test
    void the_order_of_unrelated_changes_makes_no_other_version() {
        var one = base.with(overdue(DAY)).with(pack("P10", true, "x")).with(pack("P1", false, "y"));
        var two = base.with(pack("P1", false, "y")).with(pack("P10", true, "x")).with(overdue(DAY));
        assertThat(one).isEqualTo(two);
        assertThat(one.rulesVersion()).isEqualTo(two.rulesVersion());
    }
}
