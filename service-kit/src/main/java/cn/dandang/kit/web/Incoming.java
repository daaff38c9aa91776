package cn.dandang.kit.web;

import cn.dandang.kit.decision.Actor;
import cn.dandang.kit.decision.Command;
import cn.dandang.kit.orders.Order;
import java.util.List;

/** What a POST brings besides its body. As a controller's argument it is checked before the method runs. */
public sealed interface Incoming permits Creation, Change {
    Actor actor();

    String idempotencyKey();

    /** Digest of method, path and body. */
    String digest();

    /** The order that this request gives: taken together or not at all. */
    Order order(List<? extends Command> commands);

    /** The order that this request gives: taken together or not at all. */
    default Order order(Command... commands) {
        return order(List.of(commands));
    }
}
