package cn.dandang.kit.standing;

import cn.dandang.kit.decision.Refusal;
import cn.dandang.policy.Message;

/** Not possible as the fact stands. */
record StandingRefusal(Message message) implements Refusal {
    @Override
    public String slug() {
        return "wrong-state";
    }
}
