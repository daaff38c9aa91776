package cn.dandang.kit.web;

import cn.dandang.kit.decision.Actor;
import cn.dandang.kit.decision.Command;
import cn.dandang.kit.orders.Order;
import java.util.List;

/**
 * A POST that changes what exists: as {@link Creation}, and with If-Match (428).
 *
 * @param ifMatch the version that the first command's stream must have (412)
 */
public record Change(Actor actor, String idempotencyKey, String digest, long ifMatch) implements Incoming {
    @Override
    public Order order(List<? extends Command> commands) {
        return Order.of(actor, commands).withIdempotencyKey(idempotencyKey, digest).withIfMatch(ifMatch);
    }
}
