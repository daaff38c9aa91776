package cn.dandang.kit.reaction;

import cn.dandang.kit.clock.BusinessClock;
import cn.dandang.kit.decision.Decider;
import cn.dandang.kit.orders.Orders;
import cn.dandang.kit.policy.CurrentPolicy;
import cn.dandang.kit.register.CurrentRegister;
import cn.dandang.kit.register.Register;
import cn.dandang.policy.PolicySnapshot;
import java.time.LocalDate;

/** What reactions may know, from the ledger and the followed topics. */
final class LedgerContext implements ReactionContext {
    private final Orders orders;
    private final CurrentPolicy policy;
    private final CurrentRegister register;
    private final BusinessClock clock;

    LedgerContext(Orders orders, CurrentPolicy policy, CurrentRegister register, BusinessClock clock) {
        this.orders = orders;
        this.policy = policy;
        this.register = register;
        this.clock = clock;
    }

    @Override
    public <S> S state(String stream, Decider<?, ?, S> decider) {
        return orders.state(stream, decider);
    }

    @Override
    public PolicySnapshot policy() {
        return policy.snapshot();
    }

    @Override
    public Register register() {
        return register.register();
    }

    @Override
    public LocalDate today() {
        return clock.today();
    }
}
