package cn.dandang.kit.policy;

import cn.dandang.kit.decision.Actor;
import cn.dandang.kit.decision.Command;
import cn.dandang.kit.decision.OpensMatter;
import cn.dandang.kit.decision.Refusal;
import cn.dandang.kit.orders.OrderGate;
import cn.dandang.policy.Message;
import java.util.Optional;

/** No new matter begins in a place before it is set up: every optional pack answered, the opening approved. The platform's own reactions and what began already go on. */
final class PlaceGate implements OrderGate {
    private final CurrentPolicy policy;

    PlaceGate(CurrentPolicy policy) {
        this.policy = policy;
    }

    @Override
    public Optional<Refusal> refusal(Actor actor, Command command) {
        return !(command instanceof OpensMatter opening && opening.opensMatter()) || actor.isSystem() || policy.isOpened(actor.jurisdiction()) ? Optional.empty() : Optional.of(new PlaceNotOpened(actor.jurisdiction()));
    }

    /** The place is not open for real use. */
    record PlaceNotOpened(String jurisdiction) implements Refusal {
        @Override
        public String slug() {
            return "place-not-opened";
        }

        @Override
        public Message message() {
            return Message.of("地区 " + jurisdiction + " 尚未启用：须先逐项答复各规则包是否启用（不启用也须具名并写明理由），并经另一人审核启用。所填内容没有提交，可在启用后再次提交。",
                    "The place " + jurisdiction + " is not open for real use yet: each pack is answered first (off too with a named person and a reason), and a second person approves the opening. Nothing was recorded; submit it again once the place is open.");
        }
    }
}
