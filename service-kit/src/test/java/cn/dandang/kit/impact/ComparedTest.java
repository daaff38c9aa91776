package cn.dandang.kit.impact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.dandang.contracts.Citation;
import cn.dandang.contracts.PolicyItem;
import cn.dandang.contracts.PolicyItem.Kind;
import cn.dandang.kit.impact.ImpactReport.Difference;
import cn.dandang.kit.policy.PolicyItems;
import cn.dandang.policy.Message;
import cn.dandang.policy.PolicyChangeException;
import cn.dandang.policy.PolicySnapshot;
import cn.dandang.policy.impact.Impact;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class ComparedTest {
    private static final LocalDate FROM = LocalDate.of(2026, 12, 1);
    private static final Message TITLE = Message.of("整改", "correction");

    private static PolicyItem limit(@Nullable String value, List<String> names, List<Citation> clauses) {
        return new PolicyItem(Kind.AMOUNT, "REC-09.weihai.limit", FROM, "371000", "威发〔2026〕3号", null, value, "WORKING_DAYS", null, null, names, null, null, clauses, "AT_MOST", false);
    }

    private static Compared changed(PolicyItem item) {
        return new Compared(Impact.of(PolicySnapshot.base(), PolicyItems.changes(List.of(item), "person")));
    }

    @Test
    @DisplayName("威·四·13: a number that several questions of a record go by is told once, in words before and after; not in the place above")
    void a_number_that_several_questions_share_is_told_once() {
        Compared compared = changed(limit("15", List.of(), List.of(new Citation("威", "威·四·13", "在15个工作日内整改"))));
        List<String> questions = compared.questions("REC");
        Matter matter = new Matter("TASK", "t1", TITLE, "371000", FROM.minusDays(20), true, questions, List.of());
        Difference difference = compared.entry(matter).orElseThrow().differences().getFirst();
        assertThat(compared.entry(matter).orElseThrow().differences()).hasSize(1);
        assertThat(questions.size()).isGreaterThan(1);
        assertThat(difference.question()).isEqualTo("rectification.limit");
        assertThat(difference.before().zh()).contains("尚未录入，由人办理").doesNotContain("15");
        assertThat(difference.after().zh()).startsWith("已载明：").contains("（已公布的新值：不超过 15（工作日），自 2026-12-01 起，来源：威发〔2026〕3号）");
        assertThat(difference.after().en()).contains("(new value published: at most 15 (working days), from 2026-12-01, source: 威发〔2026〕3号)");
        assertThat(difference.clauses()).contains(new Citation("威", "威·四·13", "在15个工作日内整改"));

        List<String> others = questions.stream().filter(question -> !question.equals("rectification.limit")).toList();
        Difference alone = compared.entry(new Matter("TASK", "t4", TITLE, "371000", FROM, true, others, List.of())).orElseThrow().differences().getFirst();
        assertThat(alone.question()).isEqualTo("parameter.REC-09.weihai.limit");
        assertThat(alone.before().zh()).contains("未给出数值").doesNotContain("15");
        assertThat(alone.after().zh()).isEqualTo("不超过 15（工作日），自 2026-12-01 起，来源：威发〔2026〕3号");
        assertThat(alone.clauses()).containsExactly(new Citation("威", "威·四·13", "在15个工作日内整改"));
        assertThat(compared.entry(new Matter("TASK", "t2", TITLE, "370000", FROM, true, questions, List.of()))).isEmpty();
        assertThat(compared.entry(new Matter("TALK", "t3", TITLE, "371000", FROM, true, compared.questions("TLK"), List.of()))).isEmpty();
    }

    @Test
    void a_value_without_its_one_clause_is_no_change() {
        for (List<Citation> clauses : List.of(List.<Citation>of(), List.of(new Citation("威", "威·四·13", "a"), new Citation("威", "威·四·13", "b")))) {
            assertThatThrownBy(() -> changed(limit("15", List.of(), clauses))).isInstanceOfSatisfying(PolicyChangeException.class, refused -> assertThat(refused.says().zh()).contains("引用给出该值的一个条款"));
        }
        assertThatThrownBy(() -> changed(limit(null, List.of(), List.of()))).hasMessageContaining("lacks \"value\"");
    }
}
