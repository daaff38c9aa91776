package cn.dandang.kit.web;

import cn.dandang.kit.decision.Actor;
import cn.dandang.kit.decision.Command;
import cn.dandang.kit.decision.Refusal;
import cn.dandang.kit.orders.Order;
import cn.dandang.kit.orders.Orders;
import cn.dandang.policy.Message;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Which acts an actor has on a thing now: the same decisions asked without effect. A bean; {@link #of} begins a list. */
public final class Acts {
    private final Orders orders;

    public Acts(Orders orders) {
        this.orders = orders;
    }

    public Asking of(Actor actor) {
        return new Asking(actor);
    }

    /** Collects acts for one actor. */
    public final class Asking {
        private final Actor actor;
        private final List<Act> acts = new ArrayList<>();

        private Asking(Actor actor) {
            this.actor = actor;
        }

        /** Asks whether these commands would be taken; give a plausible sample of the order, for what the form will hold is not known yet. */
        public Asking ask(String act, String zh, String en, Command... commands) {
            Optional<Refusal> refusal = orders.ask(Order.of(actor, commands));
            acts.add(new Act(act, Message.of(zh, en), refusal.isEmpty(), refusal.map(Refusal::message).orElse(null), refusal.map(Refusal::clauses).orElse(List.of())));
            return this;
        }

        public List<Act> list() {
            return List.copyOf(acts);
        }
    }
}
