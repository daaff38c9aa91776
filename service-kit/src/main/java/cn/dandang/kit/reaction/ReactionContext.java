package cn.dandang.kit.reaction;

import cn.dandang.kit.decision.Decider;
import cn.dandang.kit.register.Register;
import cn.dandang.policy.PolicySnapshot;
import java.time.LocalDate;

/** What a reaction may know beyond the fact. Read from the ledger and the topics of register and policy, never from a view. */
public interface ReactionContext {

    /** The state of one stream of the own ledger, as of its last event. */
    <S> S state(String stream, Decider<?, ?, S> decider);

    PolicySnapshot policy();

    Register register();

    /** Legal date of business time, Asia/Shanghai. */
    LocalDate today();
}
