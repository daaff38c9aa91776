package cn.dandang.policy.effects;

import cn.dandang.policy.Acts;
import cn.dandang.policy.Answered;
import cn.dandang.policy.Citation;
import cn.dandang.policy.Message;
import cn.dandang.policy.NationalRule;
import cn.dandang.policy.ReadingNeed;
import cn.dandang.policy.Support;
import cn.dandang.policy.Trace;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One effect of an exemption in one place.
 *
 * @param group         the group of 鲁·三·3 it belongs to, or null
 * @param named         whether the decision named that group; true where the effect hangs on no group
 * @param value         STATED when the documents give it; otherwise it is a question to a person
 * @param support       null unless STATED
 * @param citations     both sides where a higher clause stands beside an own one
 */
public record Effect(EffectKind kind, @Nullable EffectGroup group, boolean named, Answered value, @Nullable Support support, Acts acts,
                     @Nullable ReadingNeed reading, String ruleId, List<Citation> citations, Message says,
                     List<NationalRule> nationalRules, Trace trace) {

    /** True when the effect follows from the decision without asking a person. */
    public boolean follows() {
        return named && value == Answered.STATED && acts == Acts.BY_ITSELF;
    }
}
