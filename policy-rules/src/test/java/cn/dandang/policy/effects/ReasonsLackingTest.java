package cn.dandang.policy.effects;

import static org.assertj.core.api.Assertions.assertThat;

import cn.dandang.policy.Jurisdictions;
import cn.dandang.policy.PolicySnapshot;
import cn.dandang.policy.data.PolicyFiles;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ReasonsLackingTest {
    private static final LocalDate DAY = LocalDate.of(2024, 5, 10);
    // its own, so that no answer kept from another test is met
    private final PolicySnapshot policy = PolicySnapshot.of(PolicyFiles.load()).withEffectiveDate("鲁", LocalDate.of(2016, 1, 1), "演示数据，非文件所载", true);

    @Test
    void a_group_left_out_needs_a_reason() {
        var named = EnumSet.complementOf(EnumSet.of(EffectGroup.DELEGATE_AND_RESERVE));
        assertThat(Effects.reasonsLacking(policy, Jurisdictions.SHANDONG, DAY, named, Map.of())).hasSize(1);
        assertThat(Effects.reasonsLacking(policy, Jurisdictions.SHANDONG, DAY, named, Map.of(EffectGroup.DELEGATE_AND_RESERVE, " "))).hasSize(1);
        assertThat(Effects.reasonsLacking(policy, Jurisdictions.SHANDONG, DAY, named, Map.of(EffectGroup.DELEGATE_AND_RESERVE, "本人不是代表"))).isEmpty();
    }

    @Test
    void all_four_named_need_no_reason() {
        assertThat(Effects.reasonsLacking(policy, Jurisdictions.WEIHAI, DAY, EnumSet.allOf(EffectGroup.class), Map.of())).isEmpty();
    }

    @Test
    void where_the_groups_are_not_stated_nothing_is_left_out() {
        assertThat(Effects.reasonsLacking(policy, Jurisdictions.ANHUI, DAY, Set.of(), Map.of())).isEmpty();
    }
}
