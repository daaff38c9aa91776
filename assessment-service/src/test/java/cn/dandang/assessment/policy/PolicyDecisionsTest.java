package cn.dandang.assessment.policy;

import static cn.dandang.assessment.Given.ELSEWHERE;
import static cn.dandang.assessment.Given.NOBODY;
import static cn.dandang.assessment.Given.POLICY;
import static cn.dandang.assessment.Given.TODAY;
import static cn.dandang.assessment.Given.WEIHAI;
import static cn.dandang.assessment.Given.accepted;
import static cn.dandang.assessment.Given.actor;
import static cn.dandang.assessment.Given.refused;
import static org.assertj.core.api.Assertions.assertThat;

import cn.dandang.assessment.policy.PolicyCommand.ConfirmReading;
import cn.dandang.assessment.policy.PolicyCommand.DateDocument;
import cn.dandang.kit.decision.Actor;
import cn.dandang.kit.decision.Refusal;
import cn.dandang.kit.decision.Role;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class PolicyDecisionsTest {
    private static final DocumentDates DATES = new DocumentDates();
    private static final ConfirmedReadings READINGS = new ConfirmedReadings();
    private static final Actor SHANDONG = actor("shandong", "370000", Role.POLICY_ADMIN);
    private static final LocalDate FROM = LocalDate.of(2018, 9, 1);
    private static final DateDocument DATE = new DateDocument("鲁", FROM, "演示数据，非文件所载", true);
    private static final PolicyEvent.DocumentDated DATED = new PolicyEvent.DocumentDated("鲁", FROM, "演示数据，非文件所载", true, SHANDONG.office(), TODAY);
    private static final ConfirmReading CONFIRM = new ConfirmReading("weihai.feedback", WEIHAI, "applies", "依据上级意见", true);
    private static final PolicyEvent.ReadingConfirmed CONFIRMED =
            new PolicyEvent.ReadingConfirmed("weihai.feedback", WEIHAI, "applies", "依据上级意见", true, POLICY.person(), POLICY.office(), TODAY);

    @Test
    void the_date_of_an_undated_document_is_entered_with_its_source() {
        assertThat(accepted(DATES, List.of(), DATE, SHANDONG)).containsExactly(DATED);
    }

    @Test
    void the_same_date_again_changes_nothing_and_another_one_counts() {
        assertThat(accepted(DATES, List.of(DATED), DATE, SHANDONG)).isEmpty();
        assertThat(accepted(DATES, List.of(DATED), new DateDocument("鲁", FROM.plusDays(1), "省委办公厅复函", false), SHANDONG)).hasSize(1);
    }

    @Test
    void a_date_without_source_or_of_an_unknown_document_is_refused() {
        assertThat(refused(DATES, List.of(), new DateDocument("鲁", FROM, " ", true), SHANDONG).slug()).isEqualTo("malformed-request");
        assertThat(refused(DATES, List.of(), new DateDocument("苏", FROM, "来源", true), SHANDONG).slug()).isEqualTo("not-found");
    }

    @Test
    void a_date_is_entered_by_the_policy_official_of_the_documents_own_place() {
        assertThat(refused(DATES, List.of(), DATE, POLICY).slug()).isEqualTo("wrong-jurisdiction");
        assertThat(refused(DATES, List.of(), DATE, NOBODY).slug()).isEqualTo("forbidden-role");
    }

    @Test
    void a_date_that_the_text_itself_gives_is_not_entered_again() {
        Refusal refusal = refused(DATES, List.of(), new DateDocument("威", FROM, "来源", false), POLICY);
        assertThat(refusal.slug()).isEqualTo("refused-by-rule");
        assertThat(refusal.clauses()).singleElement().satisfies(clause -> assertThat(clause.doc()).isEqualTo("威"));
    }

    @Test
    void a_reading_is_confirmed_for_a_place_with_a_reason_from_today_on() {
        assertThat(accepted(READINGS, List.of(), CONFIRM, POLICY)).containsExactly(CONFIRMED);
    }

    @Test
    void another_choice_can_be_confirmed_later_but_not_the_same_again() {
        assertThat(refused(READINGS, List.of(CONFIRMED), CONFIRM, POLICY).slug()).isEqualTo("wrong-state");
        assertThat(accepted(READINGS, List.of(CONFIRMED), new ConfirmReading("weihai.feedback", WEIHAI, "does-not-apply", "重新研究", false), POLICY)).hasSize(1);
    }

    @Test
    void only_the_policy_official_of_the_place_confirms() {
        assertThat(refused(READINGS, List.of(), CONFIRM, NOBODY).slug()).isEqualTo("forbidden-role");
        assertThat(refused(READINGS, List.of(), CONFIRM, ELSEWHERE).slug()).isEqualTo("wrong-jurisdiction");
    }

    @Test
    void an_unknown_reading_a_foreign_place_an_unknown_choice_and_a_missing_reason_are_refused() {
        assertThat(refused(READINGS, List.of(), new ConfirmReading("weihai.nothing", WEIHAI, "applies", "理由", true), POLICY).slug()).isEqualTo("not-found");
        assertThat(refused(READINGS, List.of(), new ConfirmReading("weihai.feedback", "340000", "applies", "理由", true), ELSEWHERE).slug()).isEqualTo("malformed-request");
        assertThat(refused(READINGS, List.of(), new ConfirmReading("weihai.feedback", WEIHAI, "perhaps", "理由", true), POLICY).message().en()).contains("applies", "does-not-apply");
        assertThat(refused(READINGS, List.of(), new ConfirmReading("weihai.feedback", WEIHAI, "applies", "", true), POLICY).slug()).isEqualTo("malformed-request");
    }

    @Test
    void a_document_and_a_reading_in_a_place_have_one_stream_each() {
        assertThat(DATE.stream()).startsWith("policy-document-").isEqualTo(new DateDocument("鲁", TODAY, "x", false).stream());
        assertThat(CONFIRM.stream()).startsWith("policy-reading-").isNotEqualTo(new ConfirmReading("weihai.feedback", "370000", "applies", "x", false).stream());
    }
}
