package cn.dandang.kit.wire;

import cn.dandang.contracts.AssessmentFact.AssessmentKind;
import cn.dandang.contracts.AssessmentFact.NegativeEvaluationEntered;
import cn.dandang.contracts.PublishedFact;
import cn.dandang.kit.decision.Circumstances;
import cn.dandang.kit.decision.Command;
import cn.dandang.kit.decision.Decider;
import cn.dandang.kit.decision.Decision;
import cn.dandang.kit.decision.DomainEvent;
import cn.dandang.kit.decision.EventName;
import cn.dandang.kit.decision.Refusal;
import cn.dandang.kit.publishing.FactPublisher;
import cn.dandang.kit.publishing.RecordedEvent;
import cn.dandang.policy.Message;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** A small domain: a matter is entered, noted, expires on its day, and is annulled once. */
public final class Matters implements Decider<Matters.MatterCommand, Matters.MatterEvent, Matters.Matter> {
    public static final String KIND = "matter";

    public sealed interface MatterCommand extends Command {
        record Enter(String stream, String cadre, LocalDate limit) implements MatterCommand {}

        /** Published in so many parts. */
        record Note(String stream, String text, int parts) implements MatterCommand {}

        record Expire(String stream) implements MatterCommand {}

        record Annul(String stream, String cause) implements MatterCommand {}
    }

    public sealed interface MatterEvent extends DomainEvent {
        @EventName("wire.entered.v1")
        record Entered(String cadre, String jurisdiction, LocalDate limit) implements MatterEvent {}

        @EventName("wire.noted.v1")
        record Noted(String text, int parts) implements MatterEvent {}

        @EventName("wire.expired.v1")
        record Expired(LocalDate on) implements MatterEvent {}

        @EventName("wire.annulled.v1")
        record Annulled(String cause) implements MatterEvent {}
    }

    public record Matter(@Nullable String cadre, int notes, boolean expired, boolean annulled) {}

    public record NotPossible(String code) implements Refusal {
        @Override
        public String slug() {
            return code;
        }

        @Override
        public Message message() {
            return Message.of("不能办理。", "Not possible.");
        }
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Class<MatterCommand> commands() {
        return MatterCommand.class;
    }

    @Override
    public Class<MatterEvent> events() {
        return MatterEvent.class;
    }

    @Override
    public Matter initial() {
        return new Matter(null, 0, false, false);
    }

    @Override
    public Decision<MatterEvent> decide(MatterCommand order, Matter matter, Circumstances now) {
        return switch (order) {
            case MatterCommand.Enter enter -> Decision.accept(new MatterEvent.Entered(enter.cadre(), "371000", enter.limit()));
            case MatterCommand.Note note -> Decision.accept(new MatterEvent.Noted(note.text(), note.parts()));
            case MatterCommand.Expire _ -> matter.cadre() == null ? Decision.refuse(new NotPossible("not-found"))
                    : matter.annulled() ? Decision.refuse(new NotPossible("wrong-state")) : Decision.accept(new MatterEvent.Expired(now.today()));
            case MatterCommand.Annul annul -> matter.cadre() == null ? Decision.refuse(new NotPossible("not-found"))
                    : matter.annulled() ? Decision.refuse(new NotPossible("wrong-state")) : Decision.accept(new MatterEvent.Annulled(annul.cause()));
        };
    }

    @Override
    public Matter evolve(Matter matter, MatterEvent event) {
        return switch (event) {
            case MatterEvent.Entered entered -> new Matter(entered.cadre(), matter.notes(), matter.expired(), false);
            case MatterEvent.Noted _ -> new Matter(matter.cadre(), matter.notes() + 1, matter.expired(), matter.annulled());
            case MatterEvent.Expired _ -> new Matter(matter.cadre(), matter.notes(), true, matter.annulled());
            case MatterEvent.Annulled _ -> new Matter(matter.cadre(), matter.notes(), matter.expired(), true);
        };
    }

    /** Notes are published, in as many parts as they say; the text {@code untranslatable} cannot be. */
    public static final FactPublisher PUBLISHER = new FactPublisher() {
        @Override
        public List<PublishedFact> facts(RecordedEvent event) {
            if (!(event.event() instanceof MatterEvent.Noted noted)) {
                return List.of();
            }
            if (noted.text().equals("untranslatable")) {
                throw new IllegalStateException("no fact for this");
            }
            return IntStream.range(0, noted.parts()).<PublishedFact>mapToObj(part -> new NegativeEvaluationEntered(event.streamId(), noted.text(), "371000", "cadre-" + part, "fact",
                    AssessmentKind.ANNUAL, LocalDate.of(2026, 11, 20))).toList();
        }
    };
}
