package cn.dandang.assessment.register;

import static cn.dandang.assessment.Given.CADRE;
import static cn.dandang.assessment.Given.ELSEWHERE;
import static cn.dandang.assessment.Given.NOBODY;
import static cn.dandang.assessment.Given.OFFICER;
import static cn.dandang.assessment.Given.TEXT;
import static cn.dandang.assessment.Given.WEIHAI;
import static cn.dandang.assessment.Given.accepted;
import static cn.dandang.assessment.Given.refused;
import static org.assertj.core.api.Assertions.assertThat;

import cn.dandang.assessment.register.RegisterCommand.RegisterAuthority;
import cn.dandang.assessment.register.RegisterCommand.RegisterPerson;
import cn.dandang.assessment.register.RegisterCommand.RegisterPost;
import cn.dandang.assessment.register.RegisterCommand.RegisterUnit;
import cn.dandang.contracts.RegisterFact.AuthorityRegistered.Role;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class RegisterDecisionsTest {
    private static final String ID = "0195d3a0-0002-7100-8000-000000000001";
    private static final RegisterUnit UNIT = new RegisterUnit(ID, "威海市水务局（演示）", "DEPARTMENT", WEIHAI, null, null, true);
    private static final RegisterEvent.UnitRegistered REGISTERED = new RegisterEvent.UnitRegistered(ID, "威海市水务局（演示）", "DEPARTMENT", WEIHAI, null, null, true);
    private static final LocalDate FROM = LocalDate.of(2024, 1, 1);

    @Test
    void a_unit_is_registered_by_the_organisation_department_of_its_place() {
        assertThat(accepted(RegisterDecider.UNITS, List.of(), UNIT, OFFICER)).containsExactly(REGISTERED);
    }

    @Test
    void the_same_entry_again_changes_nothing() {
        assertThat(accepted(RegisterDecider.UNITS, List.of(REGISTERED), UNIT, OFFICER)).isEmpty();
    }

    @Test
    void a_changed_entry_replaces_the_earlier_one() {
        RegisterUnit renamed = new RegisterUnit(ID, "威海市水务局（演示，新）", "DEPARTMENT", WEIHAI, null, null, true);
        assertThat(accepted(RegisterDecider.UNITS, List.of(REGISTERED), renamed, OFFICER)).hasSize(1);
    }

    @Test
    void another_role_or_place_is_refused() {
        assertThat(refused(RegisterDecider.UNITS, List.of(), UNIT, NOBODY).slug()).isEqualTo("forbidden-role");
        assertThat(refused(RegisterDecider.UNITS, List.of(), UNIT, ELSEWHERE).slug()).isEqualTo("wrong-jurisdiction");
    }

    @Test
    void an_entry_is_not_carried_off_to_another_place() {
        RegisterUnit taken = new RegisterUnit(ID, "威海市水务局（演示）", "DEPARTMENT", "340000", null, null, true);
        assertThat(refused(RegisterDecider.UNITS, List.of(REGISTERED), taken, ELSEWHERE).slug()).isEqualTo("wrong-jurisdiction");
        assertThat(refused(RegisterDecider.UNITS, List.of(REGISTERED), taken, OFFICER).slug()).isEqualTo("wrong-jurisdiction");
    }

    @Test
    void persons_posts_and_authority_are_registered() {
        assertThat(accepted(RegisterDecider.PERSONS, List.of(), new RegisterPerson(CADRE, TEXT, WEIHAI, true), OFFICER))
                .containsExactly(new RegisterEvent.PersonRegistered(CADRE, TEXT, WEIHAI, true));
        assertThat(accepted(RegisterDecider.POSTS, List.of(), new RegisterPost(ID, CADRE, ID, "副局长", "COUNTY_DEPUTY", null, FROM, null, WEIHAI), OFFICER))
                .containsExactly(new RegisterEvent.PostRegistered(ID, CADRE, ID, "副局长", "COUNTY_DEPUTY", null, FROM, null, WEIHAI));
        assertThat(accepted(RegisterDecider.AUTHORITIES, List.of(), new RegisterAuthority(ID, CADRE, ID, Role.LEAD, FROM, null, WEIHAI), OFFICER))
                .containsExactly(new RegisterEvent.AuthorityRegistered(ID, CADRE, ID, Role.LEAD, FROM, null, WEIHAI));
    }

    @Test
    void a_period_that_ends_before_it_begins_is_refused() {
        assertThat(refused(RegisterDecider.POSTS, List.of(), new RegisterPost(ID, CADRE, ID, "副局长", null, null, FROM, FROM, WEIHAI), OFFICER).slug()).isEqualTo("malformed-request");
        assertThat(refused(RegisterDecider.AUTHORITIES, List.of(), new RegisterAuthority(ID, CADRE, ID, Role.LEAD, FROM, FROM.minusDays(1), WEIHAI), OFFICER).slug()).isEqualTo("malformed-request");
        assertThat(accepted(RegisterDecider.POSTS, List.of(), new RegisterPost(ID, CADRE, ID, "副局长", null, null, FROM, FROM.plusDays(1), WEIHAI), OFFICER)).hasSize(1);
    }
}
