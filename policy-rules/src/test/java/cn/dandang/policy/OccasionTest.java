package cn.dandang.policy;

import static org.assertj.core.api.Assertions.assertThat;

import cn.dandang.policy.Occasion.By;
import java.time.LocalDate;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OccasionTest {
    private static final LocalDate ACT = LocalDate.of(2023, 5, 10);
    private static final LocalDate DECISION = LocalDate.of(2024, 5, 10);

    @ParameterizedTest
    @CsvSource({"ACT, 2023-05-10, 2024-05-10, 行为发生之日适用", "DECISION, 2024-05-10, 2023-05-10, 作出决定之日适用", "NOT_STATED, 2024-05-10, 2023-05-10, 未载明"})
    @DisplayName("asked by the day that the clause names, else by the day of the decision; the other day stands beside it")
    void the_day_asked_and_the_day_beside_it(By by, LocalDate asked, LocalDate beside, String words) {
        var occasion = new Occasion(ACT, DECISION);
        assertThat(occasion.day(by)).isEqualTo(asked);
        assertThat(occasion.other(by)).isEqualTo(beside);
        assertThat(by.says().zh()).contains(words);
    }

    @Test
    void an_act_decided_on_its_own_day_has_one_day() {
        var sameDay = new Occasion(ACT, ACT);
        for (By by : By.values()) {
            assertThat(sameDay.day(by)).isEqualTo(sameDay.other(by));
        }
    }
}
