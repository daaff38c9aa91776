package cn.dandang.kit.web;

import cn.dandang.kit.decision.Actor;
import cn.dandang.kit.decision.Command;
import cn.dandang.kit.orders.Order;
import java.util.List;

/** A POST that makes something new: signed in (401) and with an Idempotency-Key (400). */
public record Creation(Actor actor, String idempotencyKey, String digest) implements Incoming {
    @Override
    public Order order(List<? extends Command> commands) {
        return Order.of(actor, commands).withIdempotencyKey(idempotencyKey, digest);
    }
}
