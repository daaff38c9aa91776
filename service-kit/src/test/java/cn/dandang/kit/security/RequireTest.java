package cn.dandang.kit.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.dandang.kit.decision.Actor;
import cn.dandang.kit.decision.Refusal;
import cn.dandang.kit.decision.Role;
import cn.dandang.kit.problem.ProblemException;
import cn.dandang.kit.problem.ProblemType;
import cn.dandang.policy.Message;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RequireTest {
    private static final Actor WEIHAI = new Actor("p1", "office-1", "unit-1", "371000", Set.of(Role.ORG_OFFICER, Role.AUDITOR));
    private static final Actor CENTRE_AUDITOR = new Actor("p2", "office-2", "unit-2", "000000", Set.of(Role.AUDITOR));
    private static final Actor CENTRE_DECIDER = new Actor("p3", "office-3", "unit-2", "000000", Set.of(Role.ORG_DECIDER));
    private static final Actor SYSTEM = Actor.system("tolerance");

    private static String slug(Optional<Refusal> refusal) {
        return refusal.map(Refusal::slug).orElse("allowed");
    }

    @Test
    void a_role_is_held_in_the_office_or_not() {
        assertThat(slug(Require.role(WEIHAI, Role.ORG_DECIDER, Role.ORG_OFFICER))).isEqualTo("allowed");
        assertThat(slug(Require.role(WEIHAI, Role.ORG_DECIDER))).isEqualTo("forbidden-role");
        assertThat(slug(Require.role(SYSTEM, Role.ORG_DECIDER))).isEqualTo("allowed");
        assertThat(Require.role(WEIHAI, Role.ORG_DECIDER, Role.APPEAL_REVIEWER).orElseThrow().message().zh()).contains("组织部门审批人", "申诉复核人");
    }

    @Test
    void a_higher_level_does_not_act_for_a_lower_one() {
        assertThat(slug(Require.jurisdiction(WEIHAI, "371000"))).isEqualTo("allowed");
        assertThat(slug(Require.jurisdiction(CENTRE_DECIDER, "371000"))).isEqualTo("wrong-jurisdiction");
        assertThat(slug(Require.jurisdiction(WEIHAI, "370000"))).isEqualTo("wrong-jurisdiction");
    }

    @Test
    void only_an_auditor_of_the_centre_reads_every_jurisdiction() {
        assertThat(Require.mayRead(CENTRE_AUDITOR, "371000")).isTrue();
        assertThat(Require.mayRead(CENTRE_DECIDER, "371000")).isFalse();
        assertThat(Require.mayRead(WEIHAI, "340000")).isFalse();
        assertThat(Require.mayRead(WEIHAI, "371000")).isTrue();
    }

    @Test
    void persons_are_compared_for_own_case_recusal_and_two_parts_in_one_hand() {
        assertThat(slug(Require.notOwnCase(WEIHAI, "p1"))).isEqualTo("own-case");
        assertThat(slug(Require.notOwnCase(WEIHAI, "p9"))).isEqualTo("allowed");
        assertThat(slug(Require.notOwnCase(WEIHAI, null))).isEqualTo("allowed");
        assertThat(slug(Require.ownCase(WEIHAI, "p9"))).isEqualTo("forbidden-role");
        assertThat(slug(Require.notRecused(WEIHAI, List.of("p9", "p1")))).isEqualTo("recused");
        assertThat(slug(Require.notSamePerson(WEIHAI, "p1", Message.of("调查人不得决定。", "Who investigates does not decide.")))).isEqualTo("own-case");
    }

    @Test
    void the_first_refusal_counts() {
        assertThat(slug(Require.first(Require.role(WEIHAI, Role.ORG_OFFICER), Require.jurisdiction(WEIHAI, "340000"), Require.notOwnCase(WEIHAI, "p1")))).isEqualTo("wrong-jurisdiction");
        assertThat(slug(Require.first(Require.role(WEIHAI, Role.ORG_OFFICER)))).isEqualTo("allowed");
    }

    @Test
    void a_query_answers_with_the_same_problem() {
        assertThatThrownBy(() -> Access.mayRead(CENTRE_DECIDER, "371000"))
                .isInstanceOfSatisfying(ProblemException.class, problem -> assertThat(problem.type()).isEqualTo(ProblemType.WRONG_JURISDICTION));
    }

    @ParameterizedTest
    @EnumSource
    void every_role_has_a_name_in_both_languages(Role role) {
        assertThat(RoleNames.zh(role)).isNotBlank();
        assertThat(RoleNames.en(role)).isNotBlank();
    }
}
