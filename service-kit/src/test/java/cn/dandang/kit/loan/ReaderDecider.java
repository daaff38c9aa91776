package cn.dandang.kit.loan;

import cn.dandang.kit.decision.Circumstances;
import cn.dandang.kit.decision.Command;
import cn.dandang.kit.decision.Decider;
import cn.dandang.kit.decision.Decision;
import cn.dandang.kit.decision.DomainEvent;
import cn.dandang.kit.decision.EventName;
import cn.dandang.kit.decision.Refusal;
import cn.dandang.policy.Message;

/** A reader's card: at most two books at a time. */
public final class ReaderDecider implements Decider<ReaderDecider.ReaderCommand, ReaderDecider.ReaderEvent, Integer> {
    public static final String KIND = "reader-card";

    public sealed interface ReaderCommand extends Command {
        record Take(String stream, String book) implements ReaderCommand {}

        record GiveBack(String stream, String book) implements ReaderCommand {}
    }

    public sealed interface ReaderEvent extends DomainEvent {
        @EventName("loan.card-charged.v1")
        record Charged(String book) implements ReaderEvent {}

        @EventName("loan.card-cleared.v1")
        record Cleared(String book) implements ReaderEvent {}
    }

    public record TooManyBooks() implements Refusal {
        @Override
        public String slug() {
            return "refused-by-rule";
        }

        @Override
        public Message message() {
            return Message.of("每人同时最多借两本。", "At most two books at a time.");
        }
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Class<ReaderCommand> commands() {
        return ReaderCommand.class;
    }

    @Override
    public Class<ReaderEvent> events() {
        return ReaderEvent.class;
    }

    @Override
    public Integer initial() {
        return 0;
    }

    @Override
    public Decision<ReaderEvent> decide(ReaderCommand order, Integer books, Circumstances now) {
        return switch (order) {
            case ReaderCommand.Take take -> books >= 2 ? Decision.refuse(new TooManyBooks()) : Decision.accept(new ReaderEvent.Charged(take.book()));
            case ReaderCommand.GiveBack back -> Decision.accept(new ReaderEvent.Cleared(back.book()));
        };
    }

    @Override
    public Integer evolve(Integer books, ReaderEvent event) {
        return switch (event) {
            case ReaderEvent.Charged charged -> books + 1;
            case ReaderEvent.Cleared cleared -> books - 1;
        };
    }
}
