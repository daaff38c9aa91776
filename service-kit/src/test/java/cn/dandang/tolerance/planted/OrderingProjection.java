package cn.dandang.tolerance.planted;

import cn.dandang.kit.decision.Actor;
import cn.dandang.kit.orders.Order;
import cn.dandang.kit.orders.Orders;
import cn.dandang.kit.publishing.RecordedEvent;
import cn.dandang.kit.view.Projection;
import java.util.List;

record OrderingProjection(Orders orders) implements Projection {
    @Override
    public String name() {
        return "planted";
    }

    @Override
    public void on(RecordedEvent event) {
        orders.send(Order.of(Actor.system("planted"), List.of()));
    }
}
