package cn.dandang.policy.tolerance;

import static org.assertj.core.api.Assertions.assertThat;

import cn.dandang.policy.Citation;
import cn.dandang.policy.ConfirmedReading;
import cn.dandang.policy.Jurisdictions;
import cn.dandang.policy.PolicySnapshot;
import cn.dandang.policy.Support;
import cn.dandang.policy.data.PolicyFiles;
import cn.dandang.policy.tolerance.OutcomePermission.Permission;
import cn.dandang.policy.tolerance.RedLineFinding.Beneficiary;
import cn.dandang.policy.tolerance.RedLineFinding.Gain;
import cn.dandang.policy.tolerance.RedLineFinding.ProhibitingClause;
import cn.dandang.policy.tolerance.RedLineFinding.RedLine;
import cn.dandang.policy.tolerance.RedLines.Verdict;
import cn.dandang.policy.tolerance.RedLines.Verdict.Effect;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class RedLinesTest {
    private static final LocalDate DAY = LocalDate.of(2024, 5, 10);
    private static final String WEIHAI = Jurisdictions.WEIHAI;
    private final PolicySnapshot undated = PolicySnapshot.of(PolicyFiles.load());
    private final PolicySnapshot policy = undated.withEffectiveDate("鲁", LocalDate.of(2016, 1, 1), "示例", true).withEffectiveDate("黔", LocalDate.of(2018, 12, 1), "示例", true);

    private static RedLineFinding prohibition(@Nullable Gain gain) {
        return new RedLineFinding("f", RedLine.EXPRESS_PROHIBITION, new ProhibitingClause("某规定", "第三条", "不得", "某发〔2020〕1号", DAY), gain, List.of("e"));
    }

    private static RedLineFinding gain(Beneficiary beneficiary) {
        return new RedLineFinding("f", RedLine.GAIN, null, new Gain(beneficiary, "gain-1"), List.of("e"));
    }

    private static Verdict verdict(PolicySnapshot policy, String place, RedLineFinding... standing) {
        return RedLines.verdict(policy, place, DAY, List.of(standing)).orElseThrow();
    }

    @Test
    @DisplayName("a standing prohibition blocks whoever gained; private gain blocks by its own words (中·四)")
    void prohibition_and_private_gain_block_each_in_its_words() {
        assertThat(verdict(policy, WEIHAI, prohibition(null)).why().zh()).contains("明令禁止");
        assertThat(verdict(policy, WEIHAI, prohibition(new Gain(Beneficiary.UNIT, "g"))).effect()).isEqualTo(Effect.BLOCKS);
        assertThat(verdict(policy, WEIHAI, prohibition(new Gain(Beneficiary.UNIT, "g"))).why().zh()).contains("明令禁止");
        assertThat(verdict(policy, WEIHAI, gain(Beneficiary.SELF)).why().zh()).contains("谋取私利");
        assertThat(verdict(policy, WEIHAI, new RedLineFinding("f", RedLine.GAIN, null, null, List.of("e"))).why().zh()).contains("谋取私利");
        assertThat(RedLines.verdict(policy, WEIHAI, DAY, List.of())).isEmpty();
    }

    @Test
    @DisplayName("gain for others or the unit: written in Shandong and Guizhou, a reading in Weihai, left to a person in Anhui (鲁·三·1, 黔·五·12)")
    void gain_for_others_is_as_the_place_writes_it() {
        Verdict shandong = verdict(policy, Jurisdictions.SHANDONG, gain(Beneficiary.UNIT));
        assertThat(shandong.effect()).isEqualTo(Effect.BLOCKS);
        assertThat(shandong.support()).isEqualTo(Support.OWN);
        assertThat(shandong.reading()).isNull();
        assertThat(shandong.why().zh()).contains("不能容错");
        Verdict weihai = verdict(policy, WEIHAI, gain(Beneficiary.OTHERS));
        assertThat(weihai.effect()).isEqualTo(Effect.ASKS_READING);
        assertThat(weihai.support()).isEqualTo(Support.INHERITED);
        assertThat(weihai.reading()).isEqualTo("weihai.no-gain-red-line");
        assertThat(weihai.why().zh()).contains("须先就本地区确认口径");
        Verdict confirmed = verdict(policy.withConfirmedReading(new ConfirmedReading("weihai.no-gain-red-line", WEIHAI, "applies", "office", "示例", DAY, true)), WEIHAI, gain(Beneficiary.UNIT));
        assertThat(confirmed.effect()).isEqualTo(Effect.BLOCKS);
        assertThat(confirmed.support()).isEqualTo(Support.INHERITED);
        Verdict anhui = verdict(policy, Jurisdictions.ANHUI, gain(Beneficiary.UNIT));
        assertThat(anhui.effect()).isEqualTo(Effect.LEFT_TO_PERSON);
        assertThat(anhui.support()).isEqualTo(Support.DESIGN);
    }

    @Test
    void of_several_findings_the_strongest_counts_in_either_order() {
        assertThat(verdict(policy, WEIHAI, gain(Beneficiary.UNIT), prohibition(null)).effect()).isEqualTo(Effect.BLOCKS);
        assertThat(verdict(policy, WEIHAI, prohibition(null), gain(Beneficiary.UNIT)).effect()).isEqualTo(Effect.BLOCKS);
    }

    @Test
    @DisplayName("the centre's distinctions hold everywhere: own words first, the centre's beside them once; an undated document leaves the centre's (POL-I1)")
    void the_distinctions_cite_the_place_and_the_centre() {
        Verdict weihai = verdict(policy, WEIHAI, prohibition(null));
        assertThat(weihai.citations()).doesNotHaveDuplicates().extracting(Citation::document).startsWith("威", "中").containsOnlyOnce("威");
        assertThat(weihai.ruleId()).isEqualTo("tolerance.weihai.three-distinctions");
        assertThat(weihai.support()).isEqualTo(Support.OWN);
        Verdict centre = verdict(policy, Jurisdictions.CENTRE, prohibition(null));
        assertThat(centre.citations()).doesNotHaveDuplicates().extracting(Citation::document).containsOnly("中");
        assertThat(centre.support()).isEqualTo(Support.OWN);
        Verdict noDate = verdict(undated, Jurisdictions.SHANDONG, prohibition(null));
        assertThat(noDate.citations()).extracting(Citation::document).doesNotContain("鲁");
        assertThat(noDate.ruleId()).isEqualTo("tolerance.central.three-distinctions");
        assertThat(noDate.support()).isEqualTo(Support.INHERITED);
    }

    @Test
    void a_place_without_a_document_of_its_own_inherits_the_line_of_its_province() {
        Verdict city = verdict(policy, "370100", prohibition(null));
        assertThat(city.ruleId()).isEqualTo("tolerance.shandong.three-distinctions");
        assertThat(city.support()).isEqualTo(Support.INHERITED);
    }

    @Test
    void a_finding_names_both_the_rule_and_the_place_in_it() {
        for (ProhibitingClause clause : List.of(new ProhibitingClause("某规定", " ", "不得", "某发〔2020〕1号", DAY), new ProhibitingClause(" ", "第三条", "不得", "某发〔2020〕1号", DAY))) {
            var finding = new RedLineFinding("f", RedLine.EXPRESS_PROHIBITION, clause, null, List.of("e"));
            assertThat(ToleranceTest.redLineLacks(policy, WEIHAI, DAY, finding)).singleElement().satisfies(lack -> assertThat(lack.en()).contains("has to be named"));
        }
    }

    @Test
    @DisplayName("while a finding stands, every tolerant outcome is refused in every place and a refusal of tolerance is not; withdrawn, nothing is")
    void a_standing_finding_blocks_every_tolerant_outcome_in_every_place() {
        for (String place : List.of(WEIHAI, Jurisdictions.SHANDONG, Jurisdictions.GUIZHOU, Jurisdictions.CENTRE)) {
            var findings = new ArrayList<ItemFinding>();
            ToleranceTest.items(policy, place, DAY).forEach(item -> findings.add(ItemFinding.of(item.id(), FindingResult.MET)));
            var standing = new ToleranceInput(findings, List.of(prohibition(null)), FieldOfError.REFORM_AND_INNOVATION, Map.of());
            assertThat(ToleranceTest.permissions(policy, place, DAY, standing)).as(place).allSatisfy(permission -> {
                boolean refuse = permission.outcome() == ToleranceOutcome.REFUSE;
                assertThat(permission.permission()).isEqualTo(refuse ? Permission.ALLOWED : Permission.REFUSED_BY_RULE);
                assertThat(permission.reasonRequired()).isEqualTo(refuse);
            });
            var withdrawn = new ToleranceInput(findings, List.of(), FieldOfError.REFORM_AND_INNOVATION, Map.of());
            assertThat(ToleranceTest.permissions(policy, place, DAY, withdrawn)).as(place).anySatisfy(permission -> assertThat(permission.permission()).isNotEqualTo(Permission.REFUSED_BY_RULE));
        }
    }
}
