package cn.dandang.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;

/** New values of the parameters of documents, for tests. */
final class Amounts {
    static final LocalDate DAY = LocalDate.of(2026, 3, 2);
    static final String SHARE = "ASM-52.weihai.max-share";
    static final Citation CLAUSE = new Citation("威", "威·七·24", "可提高至25%");

    private Amounts() {
    }

    static AmountVersion version(String parameter, String amount, Unit unit, Bound bound, LocalDate from, Citation clause) {
        return AmountVersion.of(parameter, AmountVersion.amount(amount), unit, bound, false, from, "威发〔2026〕3号", List.of(clause));
    }

    static PolicyChange share(String percent, LocalDate from) {
        return change(version(SHARE, percent, Unit.PERCENT, Bound.AT_MOST, from, CLAUSE));
    }

    static PolicyChange change(AmountVersion version) {
        return new PolicyChange.AmountRevised(version);
    }

    static PolicyChange weihai(String parameter, String amount, Unit unit, Bound bound) {
        return change(version(parameter, amount, unit, bound, DAY, CLAUSE));
    }

    static void refused(PolicySnapshot policy, PolicyChange change, String zh, String en) {
        assertThatThrownBy(() -> policy.with(change)).isInstanceOfSatisfying(PolicyChangeException.class, refused -> {
            assertThat(refused.says().zh()).contains(zh);
            assertThat(refused.says().en()).contains(en);
        });
    }

    static Parameter line(String document, Amount amount, Bound bound) {
        return line(document, amount, Unit.YEARS, bound);
    }

    static Parameter line(String document, Amount amount, Unit unit, Bound bound) {
        return new Parameter("LINE." + document, "line", document, amount, unit, bound, new Citation(document, document + "·一", "红线"), false);
    }
}
