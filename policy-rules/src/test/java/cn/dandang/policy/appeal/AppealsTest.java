package cn.dandang.policy.appeal;

import static org.assertj.core.api.Assertions.assertThat;

import cn.dandang.policy.Jurisdictions;
import cn.dandang.policy.PolicySnapshot;
import cn.dandang.policy.data.PolicyFiles;
import java.time.LocalDate;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class AppealsTest {
    private static final LocalDate DAY = LocalDate.of(2024, 5, 10);
    // its own, so that no answer kept from another test is met
    private final PolicySnapshot policy = PolicySnapshot.of(PolicyFiles.load()).withEffectiveDate("鲁", LocalDate.of(2016, 1, 1), "示例", true)
            .withEffectiveDate("皖", LocalDate.of(2018, 9, 1), "示例", true).withEffectiveDate("黔", LocalDate.of(2018, 12, 1), "示例", true);

    private String refusal(String place) {
        return Appeals.onRefusal(policy, place, DAY).says().zh();
    }

    private String appeal(String place, Appellant appellant) {
        return Appeals.appeal(policy, place, DAY, appellant).says().zh();
    }

    @Test
    @DisplayName("the explanation of a refusal is told by the clause where one acts, else as the platform's design (皖·四·11, 鲁·三·2)")
    void an_explanation_is_told_by_clause_or_as_design() {
        assertThat(refusal(Jurisdictions.ANHUI)).isEqualTo("对不符合容错情形的予以说明。");
        assertThat(refusal(Jurisdictions.WEIHAI)).contains("平台设计");
        assertThat(refusal(Jurisdictions.GUIZHOU)).contains("平台设计");
    }

    @Test
    @DisplayName("an appeal is told in the words of its clause, of the damage or of silence; a unit's paper as the opinion it is (皖·四·11)")
    void an_appeal_is_told_as_what_it_is() {
        assertThat(appeal(Jurisdictions.ANHUI, Appellant.CADRE)).contains("本人可以提出申诉");
        assertThat(appeal(Jurisdictions.ANHUI, Appellant.UNIT)).contains("支持意见");
        for (Appellant appellant : Appellant.values()) {
            assertThat(appeal(Jurisdictions.WEIHAI, appellant)).contains("未载明本地申诉");
            assertThat(appeal(Jurisdictions.GUIZHOU, appellant)).contains("缺损");
        }
        assertThat(Appeals.appeal(policy, Jurisdictions.WEIHAI, DAY, Appellant.UNIT).treatment()).isEqualTo(AppealAnswer.Treatment.ASKS_A_PERSON);
    }
}
