package cn.dandang.assessment.policytext;

import static cn.dandang.assessment.Given.ELSEWHERE;
import static cn.dandang.assessment.Given.NOBODY;
import static cn.dandang.assessment.Given.POLICY;
import static cn.dandang.assessment.Given.TODAY;
import static cn.dandang.assessment.Given.WEIHAI;
import static cn.dandang.assessment.Given.accepted;
import static cn.dandang.assessment.Given.actor;
import static cn.dandang.assessment.Given.refused;
import static org.assertj.core.api.Assertions.assertThat;

import cn.dandang.assessment.policytext.PolicyTextCommand.ApproveText;
import cn.dandang.assessment.policytext.PolicyTextCommand.ImportText;
import cn.dandang.assessment.policytext.PolicyTextEvent.TextApproved;
import cn.dandang.assessment.policytext.PolicyTextEvent.TextImported;
import cn.dandang.kit.decision.Actor;
import cn.dandang.kit.decision.Role;
import java.util.List;
import org.junit.jupiter.api.Test;

class PolicyTextDecisionsTest {
    private static final PolicyTexts TEXTS = new PolicyTexts();
    private static final Actor APPROVER = actor("approver", WEIHAI, Role.POLICY_APPROVER);
    private static final Actor BOTH = actor("policy", WEIHAI, Role.POLICY_ADMIN, Role.POLICY_APPROVER);
    private static final String DIGEST = "a".repeat(64);
    private static final ImportText IMPORT = new ImportText("威", DIGEST, 9000, 34, 200, 0, "市委办公室印发本");
    private static final TextImported IMPORTED = new TextImported("威", DIGEST, 9000, 34, 200, 0, "市委办公室印发本", POLICY.person(), POLICY.office(), TODAY);
    private static final ApproveText APPROVE = new ApproveText("威", DIGEST);
    private static final TextApproved APPROVED = new TextApproved("威", DIGEST, APPROVER.person(), APPROVER.office(), TODAY);

    @Test
    void a_copy_is_imported_with_its_digest_and_approved_by_a_second_person() {
        assertThat(accepted(TEXTS, List.of(), IMPORT, POLICY)).containsExactly(IMPORTED);
        assertThat(accepted(TEXTS, List.of(IMPORTED), APPROVE, APPROVER)).containsExactly(APPROVED);
    }

    @Test
    void who_imported_does_not_approve() {
        assertThat(refused(TEXTS, List.of(IMPORTED), APPROVE, BOTH).message().zh()).contains("导入人");
        assertThat(refused(TEXTS, List.of(IMPORTED), APPROVE, POLICY).slug()).isEqualTo("forbidden-role");
    }

    @Test
    void an_approval_names_the_digest_that_waits() {
        assertThat(refused(TEXTS, List.of(), APPROVE, APPROVER).slug()).isEqualTo("wrong-state");
        assertThat(refused(TEXTS, List.of(IMPORTED), new ApproveText("威", "b".repeat(64)), APPROVER).slug()).isEqualTo("wrong-state");
        assertThat(refused(TEXTS, List.of(IMPORTED, APPROVED), APPROVE, APPROVER).slug()).isEqualTo("wrong-state");
    }

    @Test
    void a_city_imports_the_text_of_its_province_and_nobody_that_of_a_sister() {
        assertThat(accepted(TEXTS, List.of(), new ImportText("鲁", DIGEST, 1, 1, 0, 0, "省委办公厅印发本"), POLICY)).hasSize(1);
        assertThat(refused(TEXTS, List.of(), IMPORT, ELSEWHERE).slug()).isEqualTo("wrong-jurisdiction");
        assertThat(refused(TEXTS, List.of(), IMPORT, NOBODY).slug()).isEqualTo("forbidden-role");
    }

    @Test
    void the_same_copy_may_come_again_to_put_back_a_missing_file() {
        assertThat(accepted(TEXTS, List.of(IMPORTED, APPROVED), IMPORT, POLICY)).containsExactly(IMPORTED);
    }

    @Test
    void an_unknown_document_and_a_copy_without_source_are_refused() {
        assertThat(refused(TEXTS, List.of(), new ImportText("苏", DIGEST, 1, 1, 0, 0, "来源"), POLICY).slug()).isEqualTo("not-found");
        assertThat(refused(TEXTS, List.of(), new ImportText("威", DIGEST, 1, 1, 0, 0, " "), POLICY).slug()).isEqualTo("malformed-request");
    }

    @Test
    void another_copy_waits_while_the_approved_one_stays() {
        TextImported other = new TextImported("威", "b".repeat(64), 1, 1, 0, 0, "更正本", POLICY.person(), POLICY.office(), TODAY);
        PolicyTexts.Copies copies = List.of(IMPORTED, APPROVED, other).stream().reduce(TEXTS.initial(), TEXTS::evolve, (one, two) -> two);
        assertThat(copies.shown()).isEqualTo(IMPORTED);
        assertThat(copies.pending()).isEqualTo(other);
    }
}
