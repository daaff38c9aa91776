package cn.dandang.kit.relay;

import cn.dandang.policy.Message;
import org.jspecify.annotations.Nullable;

/**
 * What the relay does.
 *
 * @param next   next ledger position to be relayed, as far as this process knows
 * @param reason why it stopped; null while it works or waits
 */
public record RelayStatus(State state, long next, @Nullable Message reason) {

    /** Where it stands. */
    public enum State {
        /** Another member holds the partition, or the brokers have not answered yet. */
        WAITING,
        /** Holds the partition and relays. */
        RELAYING,
        /** Cannot go on without skipping something, so it does not. */
        STOPPED
    }
}
