package cn.dandang.tolerance.accountability;

import static org.assertj.core.api.Assertions.assertThat;

import cn.dandang.contracts.Citation;
import cn.dandang.contracts.Support;
import cn.dandang.kit.decision.Refusal;
import cn.dandang.policy.PolicySnapshot;
import cn.dandang.policy.tolerance.ToleranceOutcome;
import cn.dandang.tolerance.Given;
import cn.dandang.tolerance.Given.Place;
import cn.dandang.tolerance.accountability.AccountabilityCommand.*;
import cn.dandang.tolerance.accountability.AccountabilityEvent.*;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class AccountabilityDecisionsTest {
    private static final String ID = "0195d3a0-0000-7000-8000-00000000a001";
    private final Given<AccountabilityCommand, AccountabilityEvent, AccountabilityState> stream = Given.nothing(new AccountabilityDecider());
    private final Place weihai = Place.WEIHAI;

    private OpenAccountability open(Place place, @Nullable String check) {
        return new OpenAccountability(ID, place.cadre(), place.bureau(), place.body(), "fact", MeasureKind.ADMONITION, check);
    }

    private AccountabilityOpened opened(Place place, PolicySnapshot policy, @Nullable String check) {
        return (AccountabilityOpened) stream.when(open(place, check), Given.now(place.investigator(), policy)).getFirst();
    }

    @Test
    @DisplayName("X-01 鲁·三·2「一并开展容错免责调查核实」: in Shandong the check opens by itself, OWN; in Weihai inherited, once confirmed")
    void the_check_opens_with_accountability() {
        assertThat(opened(Place.SHANDONG, Given.dated(), "check").ground().support()).isEqualTo(Support.OWN);
        AccountabilityOpened inWeihai = (AccountabilityOpened) Given.nothing(new AccountabilityDecider())
                .when(open(weihai, "check"), Given.now(weihai.investigator(), Given.confirmed())).getFirst();
        assertThat(inWeihai.screening()).isEqualTo(Screening.OPENED);
        assertThat(inWeihai.ground().support()).isEqualTo(Support.INHERITED);
        assertThat(inWeihai.ground().reading()).isEqualTo("weihai.check-opens-with-accountability");
        assertThat(inWeihai.postLevel()).isEqualTo("COUNTY_DEPUTY");
    }

    @Test
    @DisplayName("X-01 皖·四·11 and 黔·五·13: the check opens with accountability there too")
    void the_check_opens_in_anhui_and_guizhou() {
        for (Place place : new Place[] {Place.ANHUI, Place.GUIZHOU}) {
            var decision = new AccountabilityDecider().decide(open(place, "check"), new AccountabilityState.NotOpened(), Given.now(place.investigator(), Given.dated()));
            assertThat(decision).isInstanceOf(cn.dandang.kit.decision.Decision.Accepted.class);
        }
    }

    @Test
    void without_the_confirmed_reading_weihai_asks() {
        AccountabilityOpened asked = opened(weihai, Given.dated(), null);
        assertThat(asked.screening()).isEqualTo(Screening.ASKED);
        assertThat(asked.ground().clauses()).extracting(Citation::place).contains("鲁·三·2", "威·四·11");
    }

    @Test
    void the_order_agrees_with_the_rules_of_the_moment() {
        assertThat(stream.refuses(open(weihai, null), Given.now(weihai.investigator(), Given.confirmed())).slug()).isEqualTo("stale-version");
        assertThat(stream.refuses(open(weihai, "check"), Given.now(weihai.investigator(), Given.dated())).slug()).isEqualTo("stale-version");
    }

    @Test
    void only_the_body_with_power_opens_and_never_about_oneself() {
        assertThat(stream.refuses(open(weihai, "check"), Given.now(weihai.selector(), Given.confirmed())).slug()).isEqualTo("forbidden-role");
        assertThat(stream.refuses(new OpenAccountability(ID, weihai.cadre(), weihai.bureau(), "another-body", "fact", null, "check"), Given.now(weihai.investigator(), Given.confirmed())).slug())
                .isEqualTo("wrong-jurisdiction");
        assertThat(stream.refuses(new OpenAccountability(ID, Place.ANHUI.cadre(), Place.ANHUI.bureau(), weihai.body(), "fact", null, "check"), Given.now(weihai.investigator(), Given.confirmed())).slug())
                .isEqualTo("wrong-jurisdiction");
        assertThat(stream.refuses(new OpenAccountability(ID, weihai.investigator().person(), weihai.bureau(), weihai.body(), "fact", null, "check"), Given.now(weihai.investigator(), Given.confirmed()))
                .slug()).isEqualTo("own-case");
    }

    @Test
    void a_province_may_hold_a_cadre_of_its_city_to_account() {
        stream.when(new OpenAccountability(ID, weihai.cadre(), weihai.bureau(), Place.SHANDONG.body(), "fact", null, "check"), Given.now(Place.SHANDONG.investigator(), Given.dated()));
        assertThat(((AccountabilityState.Open) stream.state()).details().jurisdiction()).isEqualTo("370000");
    }

    @Test
    @DisplayName("X-01: accountability is not concluded while the tolerance check is open")
    void not_concluded_while_the_check_is_open() {
        opened(weihai, Given.confirmed(), "check");
        ConcludeAccountability conclude = new ConcludeAccountability(ID, MeasureKind.ADMONITION, Given.sealed("reasons"));
        Refusal refusal = stream.refuses(conclude, Given.now(weihai.decider(), Given.confirmed()));
        assertThat(refusal.slug()).isEqualTo("refused-by-rule");
        assertThat(refusal.clauses()).isNotEmpty();
        assertThat(stream.refuses(conclude, Given.now(weihai.investigator(), Given.confirmed())).slug()).isEqualTo("forbidden-role");
        assertThat(stream.refuses(conclude, Given.now(Place.ANHUI.decider(), Given.confirmed())).slug()).isEqualTo("wrong-jurisdiction");
    }

    @Test
    void the_conclusion_agrees_with_what_the_check_decided() {
        opened(weihai, Given.confirmed(), "check");
        stream.when(new NoteCheckDecided(ID, "check", ToleranceOutcome.EXEMPT, null), Given.now(weihai.decider(), Given.confirmed()));
        assertThat(stream.refuses(new ConcludeAccountability(ID, MeasureKind.ADMONITION, Given.sealed("reasons")), Given.now(weihai.decider(), Given.confirmed())).slug()).isEqualTo("refused-by-rule");
        stream.when(new NoteCheckReopened(ID, "check"), Given.now(weihai.decider(), Given.confirmed()));
        stream.when(new NoteCheckDecided(ID, "check", ToleranceOutcome.LIGHTER, MeasureKind.CRITICISM), Given.now(weihai.decider(), Given.confirmed()));
        assertThat(stream.refuses(new ConcludeAccountability(ID, MeasureKind.ADMONITION, Given.sealed("reasons")), Given.now(weihai.decider(), Given.confirmed())).slug()).isEqualTo("refused-by-rule");
        stream.when(new ConcludeAccountability(ID, MeasureKind.CRITICISM, Given.sealed("reasons")), Given.now(weihai.decider(), Given.confirmed()));
        assertThat(stream.state()).isInstanceOf(AccountabilityState.Concluded.class);
        assertThat(new AccountabilityDecider().closed(stream.state())).isTrue();
        assertThat(stream.refuses(new ConcludeAccountability(ID, null, Given.sealed("reasons")), Given.now(weihai.decider(), Given.confirmed())).slug()).isEqualTo("wrong-state");
    }

    @Test
    void a_check_decided_anew_opens_a_concluded_case_again() {
        opened(weihai, Given.dated(), null);
        stream.when(new ConcludeAccountability(ID, MeasureKind.ADMONITION, Given.sealed("reasons")), Given.now(weihai.decider(), Given.dated()));
        assertThat(stream.refuses(new AttachCheck(ID, "check"), Given.now(weihai.decider(), Given.dated())).slug()).isEqualTo("wrong-state");
        stream.when(new NoteCheckReopened(ID, "check"), Given.now(weihai.decider(), Given.dated()));
        assertThat(stream.state()).isInstanceOf(AccountabilityState.Open.class);
    }

    @Test
    void a_check_is_attached_once() {
        opened(weihai, Given.dated(), null);
        stream.when(new AttachCheck(ID, "check"), Given.now(weihai.investigator(), Given.dated()));
        assertThat(stream.refuses(new AttachCheck(ID, "check-2"), Given.now(weihai.investigator(), Given.dated())).slug()).isEqualTo("wrong-state");
        assertThat(stream.refuses(open(weihai, null), Given.now(weihai.investigator(), Given.dated())).slug()).isEqualTo("wrong-state");
    }

    @Test
    void orders_to_nothing_are_not_found() {
        assertThat(stream.refuses(new AttachCheck(ID, "check"), Given.now(weihai.investigator(), Given.dated())).slug()).isEqualTo("not-found");
        assertThat(MeasureKind.named("诫勉")).contains(MeasureKind.ADMONITION);
        assertThat(MeasureKind.named("ADMONITION")).contains(MeasureKind.ADMONITION);
        assertThat(MeasureKind.named("处罚")).isEmpty();
    }
}
