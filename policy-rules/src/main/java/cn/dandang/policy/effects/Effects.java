package cn.dandang.policy.effects;

import cn.dandang.policy.Message;
import cn.dandang.policy.PolicySnapshot;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What follows from an exemption. */
public final class Effects {

    private Effects() {
    }

    /** Every effect of an exemption that names these groups, each with its support; an effect of a group left out has {@code named} false. */
    public static List<Effect> ofExemption(PolicySnapshot policy, String jurisdiction, LocalDate asOf, Set<EffectGroup> namedGroups) {
        throw new UnsupportedOperationException();
    }

    /** Groups left out without a reason; the clause says may (可以), so the body chooses and gives its reason. Empty when nothing lacks. */
    public static List<Message> reasonsLacking(PolicySnapshot policy, String jurisdiction, LocalDate asOf, Set<EffectGroup> namedGroups,
                                               Map<EffectGroup, String> reasonsForLeftOut) {
        throw new UnsupportedOperationException();
    }
}
