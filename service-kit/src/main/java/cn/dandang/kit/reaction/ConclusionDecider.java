package cn.dandang.kit.reaction;

import cn.dandang.kit.decision.Circumstances;
import cn.dandang.kit.decision.Decider;
import cn.dandang.kit.decision.Decision;
import cn.dandang.kit.decision.Refusal;
import cn.dandang.kit.reaction.ConclusionEvent.ReactionConcluded;
import cn.dandang.kit.reaction.ConclusionOrder.Conclude;
import cn.dandang.policy.Message;

/** Conclusions: one per reaction and fact. The state is whether it was concluded. */
public final class ConclusionDecider implements Decider<ConclusionOrder, ConclusionEvent, Boolean> {
    public static final String KIND = "conclusion";

    /** A fact was concluded before. */
    record AlreadyConcluded() implements Refusal {
        @Override
        public String slug() {
            return "wrong-state";
        }

        @Override
        public Message message() {
            return Message.of("该事实已处理完毕，不重复处理。", "This fact was concluded already and is not handled twice.");
        }
    }

    /** Somebody else than the platform tried to conclude. */
    record OnlyThePlatformConcludes() implements Refusal {
        @Override
        public String slug() {
            return "forbidden-role";
        }

        @Override
        public Message message() {
            return Message.of("只有平台可以记录处理结论。", "Only the platform records conclusions.");
        }
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Class<ConclusionOrder> commands() {
        return ConclusionOrder.class;
    }

    @Override
    public Class<ConclusionEvent> events() {
        return ConclusionEvent.class;
    }

    @Override
    public Boolean initial() {
        return false;
    }

    @Override
    public Decision<ConclusionEvent> decide(ConclusionOrder order, Boolean concluded, Circumstances now) {
        return switch (order) {
            case Conclude _ when !now.actor().isSystem() -> Decision.refuse(new OnlyThePlatformConcludes());
            case Conclude _ when concluded -> Decision.refuse(new AlreadyConcluded());
            case Conclude conclude -> Decision.accept(new ReactionConcluded(conclude.reaction(), conclude.fact(), conclude.factType(), conclude.jurisdiction(), conclude.targets(), conclude.retriedBy()));
        };
    }

    @Override
    public Boolean evolve(Boolean concluded, ConclusionEvent event) {
        return true;
    }
}
