package cn.dandang.oversight.looks;

import cn.dandang.kit.decision.Actor;
import cn.dandang.kit.ids.Ids;
import cn.dandang.kit.orders.Order;
import cn.dandang.kit.orders.Orders;
import cn.dandang.kit.personal.PersonalData;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Records looks. A look that cannot be recorded does not happen. */
@Component
public class Looks {
    private final Orders orders;
    private final Ids ids;
    private final PersonalData personal;

    Looks(Orders orders, Ids ids, PersonalData personal) {
        this.orders = orders;
        this.ids = ids;
        this.personal = personal;
    }

    /** Records that this actor is about to see this person's record; durable when it returns. */
    public void record(Actor actor, String what, String person, @Nullable String reason) {
        String look = ids.next();
        // nothing more can be sealed for a person whose data was erased; the reason is then kept as the looker's own
        String key = "person:" + (personal.erased("person:" + person) ? actor.person() : person);
        orders.send(Order.of(actor, new LookCommand.RecordLook(look, what, person, personal.sealIfPresent(key, look, "reason", reason))));
    }
}
