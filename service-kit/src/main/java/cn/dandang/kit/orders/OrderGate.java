package cn.dandang.kit.orders;

import cn.dandang.kit.decision.Actor;
import cn.dandang.kit.decision.Command;
import cn.dandang.kit.decision.Refusal;
import java.util.Optional;

/** Asked before a command is decided, whatever feature it belongs to. */
@FunctionalInterface
public interface OrderGate {
    /** Lets everything through. */
    OrderGate NONE = (actor, command) -> Optional.empty();

    Optional<Refusal> refusal(Actor actor, Command command);
}
