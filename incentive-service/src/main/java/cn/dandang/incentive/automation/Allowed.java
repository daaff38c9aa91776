package cn.dandang.incentive.automation;

import cn.dandang.policy.Message;
import cn.dandang.policy.effects.Effect;
import cn.dandang.policy.effects.EffectGroup;
import org.jspecify.annotations.Nullable;

/** What policy-rules says of one effect; a name of its own beside the kit's effect, which orders it. */
record Allowed(Effect answer) {
    boolean follows() {
        return answer.follows();
    }

    @Nullable EffectGroup group() {
        return answer.group();
    }

    Message says() {
        return answer.says();
    }

    /** The reading that would have to be confirmed, or null. */
    @Nullable String openReading() {
        return answer.reading() == null || answer.reading().isConfirmed() ? null : answer.reading().readingId();
    }
}
