package cn.dandang.tolerance.fact;

import cn.dandang.kit.decision.Circumstances;
import cn.dandang.kit.decision.Command;
import cn.dandang.kit.decision.Decider;
import cn.dandang.kit.decision.Decision;
import cn.dandang.kit.decision.DomainEvent;
import cn.dandang.kit.decision.EventName;
import cn.dandang.kit.decision.Refusal;
import cn.dandang.kit.decision.Role;
import cn.dandang.kit.personal.Sealed;
import cn.dandang.policy.Message;
import cn.dandang.tolerance.Streams;
import cn.dandang.tolerance.refusal.Access;
import cn.dandang.tolerance.refusal.ToleranceRefusal.Malformed;
import cn.dandang.tolerance.refusal.ToleranceRefusal.WrongJurisdiction;
import cn.dandang.tolerance.refusal.ToleranceRefusal.NotFound;
import cn.dandang.tolerance.refusal.ToleranceRefusal.WrongState;
import java.util.List;

/** Two records are found to be the same fact, by an officer with a reason; another record may undo it. */
public final class FactLinks implements Decider<FactLinks.LinkCommand, FactLinks.LinkEvent, FactLinks.Link> {

    /** Orders to one link. */
    public sealed interface LinkCommand extends Command {
        String link();

        @Override
        default String stream() {
            return Streams.factLink(link());
        }

        record LinkFacts(String link, String factId, String sameAs, Sealed<String> reason) implements LinkCommand {}

        record UndoLink(String link, Sealed<String> reason) implements LinkCommand {}
    }

    /** What happened to one link. */
    public sealed interface LinkEvent extends DomainEvent {
        String factId();

        String sameAs();

        @Override
        default List<String> factIds() {
            return List.of(factId(), sameAs());
        }

        /** 已认定为同一事实. */
        @EventName("tolerance.facts-linked.v1")
        record FactsLinked(String link, String factId, String sameAs, String jurisdiction, Sealed<String> reason) implements LinkEvent {}

        /** 同一事实的认定已撤销. */
        @EventName("tolerance.facts-unlinked.v1")
        record FactsUnlinked(String link, String factId, String sameAs, String jurisdiction, Sealed<String> reason) implements LinkEvent {}
    }

    /** State of one link. */
    public sealed interface Link {
        record None() implements Link {}

        record Standing(String factId, String sameAs, String jurisdiction) implements Link {}

        record Undone(String factId, String sameAs) implements Link {}
    }

    @Override
    public String kind() {
        return Streams.FACT_LINK;
    }

    @Override
    public Class<LinkCommand> commands() {
        return LinkCommand.class;
    }

    @Override
    public Class<LinkEvent> events() {
        return LinkEvent.class;
    }

    @Override
    public Link initial() {
        return new Link.None();
    }

    @Override
    public Decision<LinkEvent> decide(LinkCommand order, Link state, Circumstances now) {
        Refusal wrong = Access.role(now.actor(), Role.DISCIPLINE_OFFICER, Role.DISCIPLINE_DECIDER);
        if (wrong != null) {
            return Decision.refuse(wrong);
        }
        return switch (order) {
            case LinkCommand.LinkFacts it -> {
                if (!(state instanceof Link.None)) {
                    yield Decision.refuse(new WrongState(Message.of("这一认定已经作出。", "This link was made already.")));
                }
                if (it.factId().equals(it.sameAs())) {
                    yield Decision.refuse(new Malformed(Message.of("不能把一个事实与其自身关联。", "A fact cannot be linked with itself.")));
                }
                yield Decision.accept(new LinkEvent.FactsLinked(it.link(), it.factId(), it.sameAs(), now.actor().jurisdiction(), it.reason()));
            }
            case LinkCommand.UndoLink it -> switch (state) {
                case Link.Standing link when !link.jurisdiction().equals(now.actor().jurisdiction()) -> Decision.refuse(new WrongJurisdiction(Message.of(
                        "这一认定由" + link.jurisdiction() + "的机关作出，只能由其撤销。", "A body of " + link.jurisdiction() + " made this link; only it can undo it.")));
                case Link.Standing link -> Decision.accept(new LinkEvent.FactsUnlinked(it.link(), link.factId(), link.sameAs(), link.jurisdiction(), it.reason()));
                case Link.None none -> Decision.refuse(new NotFound(Message.of("没有这一认定。", "There is no such link.")));
                case Link.Undone undone -> Decision.refuse(new WrongState(Message.of("这一认定已经撤销。", "This link was undone already.")));
            };
        };
    }

    @Override
    public Link evolve(Link state, LinkEvent event) {
        return switch (event) {
            case LinkEvent.FactsLinked it -> new Link.Standing(it.factId(), it.sameAs(), it.jurisdiction());
            case LinkEvent.FactsUnlinked it -> new Link.Undone(it.factId(), it.sameAs());
        };
    }
}
