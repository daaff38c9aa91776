package cn.dandang.policy.effects;

import static org.assertj.core.api.Assertions.assertThat;

import cn.dandang.policy.Acts;
import cn.dandang.policy.Answered;
import cn.dandang.policy.ConfirmedReading;
import cn.dandang.policy.Jurisdictions;
import cn.dandang.policy.PolicySnapshot;
import cn.dandang.policy.Support;
import cn.dandang.policy.data.PolicyFiles;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class EffectsTest {
    private static final LocalDate DAY = LocalDate.of(2024, 5, 10);
    private final PolicySnapshot undated = PolicySnapshot.of(PolicyFiles.load());
    private final PolicySnapshot policy = undated.withEffectiveDate("鲁", LocalDate.of(2016, 1, 1), "示例", true);

    private static Effect effect(List<Effect> effects, EffectKind kind, @Nullable EffectGroup group) {
        return effects.stream().filter(effect -> effect.kind() == kind && effect.group() == group).findFirst().orElseThrow();
    }

    @Test
    @DisplayName("by the reading that all four follow, a bar is lifted without being named; by the other only where it is (鲁·三·3)")
    void which_bars_are_lifted_turns_on_the_reading() {
        for (String choice : List.of("a", "b")) {
            PolicySnapshot read = policy.withConfirmedReading(new ConfirmedReading("shandong.effects", Jurisdictions.SHANDONG, choice, "office", "示例", DAY, true));
            Effect bar = effect(Effects.ofExemption(read, Jurisdictions.SHANDONG, DAY, Set.of()), EffectKind.NO_CANDIDACY_BLOCK, EffectGroup.PROMOTION_RANK_TITLE);
            assertThat(bar.named()).isEqualTo(choice.equals("a"));
            assertThat(bar.follows()).isEqualTo(choice.equals("a"));
        }
        Effect unread = effect(Effects.ofExemption(policy, Jurisdictions.SHANDONG, DAY, Set.of()), EffectKind.NO_CANDIDACY_BLOCK, EffectGroup.PROMOTION_RANK_TITLE);
        assertThat(unread.named()).isFalse();
    }

    @Test
    @DisplayName("what the documents do not state is a question to a person, named or not, and never lifts or locks by itself")
    void silence_is_put_to_a_person() {
        List<Effect> centre = Effects.ofExemption(policy, Jurisdictions.CENTRE, DAY, Set.of());
        Effect bar = effect(centre, EffectKind.NO_CANDIDACY_BLOCK, EffectGroup.PROMOTION_RANK_TITLE);
        assertThat(bar.named()).isTrue();
        assertThat(bar.value()).isEqualTo(Answered.NOT_STATED);
        assertThat(bar.follows()).isFalse();
        assertThat(bar.ruleId()).isEqualTo("effects.promotion-rank-title");
        assertThat(effect(centre, EffectKind.LOCK_FACT, EffectGroup.ASSESSMENT_AND_AWARDS).support()).isNull();
        Effect undatedBar = effect(Effects.ofExemption(undated, Jurisdictions.SHANDONG, DAY, Set.of()), EffectKind.NO_CANDIDACY_BLOCK, EffectGroup.PROMOTION_RANK_TITLE);
        assertThat(undatedBar.value()).isEqualTo(Answered.UNSET);
        assertThat(undatedBar.ruleId()).isEqualTo("effects.shandong.promotion-rank-title");
    }

    @Test
    void a_lock_rides_on_its_annulment_and_is_the_platforms_own() {
        List<Effect> effects = Effects.ofExemption(policy, Jurisdictions.SHANDONG, DAY, Set.of(EffectGroup.ASSESSMENT_AND_AWARDS));
        Effect lock = effect(effects, EffectKind.LOCK_FACT, EffectGroup.ASSESSMENT_AND_AWARDS);
        assertThat(lock.support()).isEqualTo(Support.DESIGN);
        assertThat(lock.follows()).isTrue();
        assertThat(effect(effects, EffectKind.LOCK_FACT, EffectGroup.PARTY_CONDUCT_AND_DEVELOPMENT).follows()).isFalse();
    }

    @Test
    void an_effect_follows_only_when_named_stated_and_acting_by_itself() {
        Effect follows = effect(Effects.ofExemption(policy, Jurisdictions.SHANDONG, DAY, Set.of(EffectGroup.PROMOTION_RANK_TITLE)), EffectKind.NO_CANDIDACY_BLOCK, EffectGroup.PROMOTION_RANK_TITLE);
        assertThat(follows.follows()).isTrue();
        assertThat(like(follows, false, Answered.STATED, Acts.BY_ITSELF).follows()).isFalse();
        assertThat(like(follows, true, Answered.UNSET, Acts.BY_ITSELF).follows()).isFalse();
        assertThat(like(follows, true, Answered.STATED, Acts.ASK_A_PERSON).follows()).isFalse();
    }

    private static Effect like(Effect effect, boolean named, Answered value, Acts acts) {
        return new Effect(effect.kind(), effect.group(), named, value, effect.support(), acts, effect.reading(), effect.ruleId(), effect.citations(), effect.says(), effect.nationalRules(), effect.trace());
    }
}
