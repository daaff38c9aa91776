package cn.dandang.tolerance.appeal;

import static org.assertj.core.api.Assertions.assertThat;

import cn.dandang.contracts.Citation;
import cn.dandang.contracts.ToleranceFact.AppealOutcome;
import cn.dandang.kit.decision.Refusal;
import cn.dandang.tolerance.Given;
import cn.dandang.tolerance.Given.Place;
import cn.dandang.tolerance.appeal.Appeals.AppealCommand;
import cn.dandang.tolerance.appeal.Appeals.AppealCommand.AttachSupportingOpinion;
import cn.dandang.tolerance.appeal.Appeals.AppealCommand.DecideAppeal;
import cn.dandang.tolerance.appeal.Appeals.AppealCommand.LodgeAppeal;
import cn.dandang.tolerance.appeal.Appeals.AppealEvent;
import cn.dandang.tolerance.appeal.Appeals.AppealEvent.AppealLodged;
import cn.dandang.tolerance.appeal.Appeals.AppealEvent.SupportingOpinionAttached;
import cn.dandang.tolerance.appeal.Appeals.AppealState;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class AppealDecisionsTest {
    private final Given<AppealCommand, AppealEvent, AppealState> stream = Given.nothing(new AppealDecider());

    private static LodgeAppeal lodge(Place place) {
        return new LodgeAppeal("appeal-1", new Appeals.Matter("root", "case", "fact", place.code, place.body(), place.cadre(), place.bureau()), Given.sealed("text"));
    }

    @Test
    @DisplayName("APL-01 皖·四·11「本人可以提出申诉」: Anhui states it; Anhui's clause is used nowhere else")
    void anhui_alone_states_an_appeal() {
        AppealLodged lodged = (AppealLodged) stream.when(lodge(Place.ANHUI), Given.now(Place.ANHUI.himself(), Given.dated())).getFirst();
        assertThat(lodged.ground().clauses()).extracting(Citation::place).contains("皖·四·11");
        for (Place place : new Place[] {Place.WEIHAI, Place.SHANDONG, Place.GUIZHOU}) {
            Refusal refusal = Given.nothing(new AppealDecider()).refuses(lodge(place), Given.now(place.himself(), Given.confirmed()));
            assertThat(refusal.slug()).isEqualTo("refused-by-rule");
            assertThat(refusal.clauses()).noneMatch(clause -> clause.doc().equals("皖"));
            assertThat(refusal.message().zh()).doesNotContain("无权", "不得申诉");
        }
    }

    @Test
    void the_cadre_appeals_and_his_unit_supports() {
        assertThat(stream.refuses(lodge(Place.ANHUI), Given.now(Place.ANHUI.party(), Given.dated())).slug()).isEqualTo("forbidden-role");
        AttachSupportingOpinion opinion = new AttachSupportingOpinion("appeal-1", "paper", Given.sealed("text"));
        assertThat(stream.refuses(opinion, Given.now(Place.ANHUI.party(), Given.dated())).slug()).isEqualTo("not-found");
        stream.when(lodge(Place.ANHUI), Given.now(Place.ANHUI.himself(), Given.dated()));
        assertThat(stream.refuses(lodge(Place.ANHUI), Given.now(Place.ANHUI.himself(), Given.dated())).slug()).isEqualTo("wrong-state");
        assertThat(stream.refuses(opinion, Given.now(Place.WEIHAI.party(), Given.dated())).slug()).isEqualTo("wrong-jurisdiction");
        assertThat(stream.when(opinion, Given.now(Place.ANHUI.party(), Given.dated())).getFirst()).isInstanceOf(SupportingOpinionAttached.class);
    }

    @Test
    void a_reviewer_of_the_body_decides_once() {
        DecideAppeal decide = new DecideAppeal("appeal-1", AppealOutcome.UPHELD, Given.sealed("reasons"), null);
        assertThat(stream.refuses(decide, Given.now(Place.ANHUI.reviewer(), Given.dated())).slug()).isEqualTo("not-found");
        stream.when(lodge(Place.ANHUI), Given.now(Place.ANHUI.himself(), Given.dated()));
        assertThat(stream.refuses(decide, Given.now(Place.ANHUI.decider(), Given.dated())).slug()).isEqualTo("forbidden-role");
        assertThat(stream.refuses(decide, Given.now(Place.WEIHAI.reviewer(), Given.dated())).slug()).isEqualTo("wrong-jurisdiction");
        stream.when(decide, Given.now(Place.ANHUI.reviewer(), Given.dated()));
        assertThat(stream.refuses(decide, Given.now(Place.ANHUI.reviewer(), Given.dated())).slug()).isEqualTo("wrong-state");
        assertThat(stream.refuses(new AttachSupportingOpinion("appeal-1", "paper", Given.sealed("text")), Given.now(Place.ANHUI.party(), Given.dated())).slug()).isEqualTo("wrong-state");
    }
}
