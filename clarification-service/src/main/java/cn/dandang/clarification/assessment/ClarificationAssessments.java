package cn.dandang.clarification.assessment;

import cn.dandang.clarification.ClarificationRefusal;
import cn.dandang.clarification.Permission;
import cn.dandang.kit.decision.Circumstances;
import cn.dandang.kit.decision.Command;
import cn.dandang.kit.decision.Decider;
import cn.dandang.kit.decision.Decision;
import cn.dandang.kit.decision.DomainEvent;
import cn.dandang.kit.decision.EventName;
import cn.dandang.kit.decision.Refusal;
import cn.dandang.kit.personal.Sealed;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Whether to clarify after an unfounded allegation: a person assesses it or declines with a code and a reason. */
@Component
public final class ClarificationAssessments
        implements Decider<ClarificationAssessments.AssessmentCommand, ClarificationAssessments.AssessmentEvent, ClarificationAssessments.Assessment> {

    /** Why no clarification is sought. */
    public enum DeclineCode {
        /** The cadre does not wish it. */
        CADRE_DOES_NOT_WISH,
        /** It would make known what few know. */
        WOULD_SPREAD_THE_MATTER,
        /** The clause of the place does not reach the case. */
        CLAUSE_DOES_NOT_REACH,
        /** Something else, in the reason. */
        OTHER
    }

    /** Orders to one assessment. */
    public sealed interface AssessmentCommand extends Command {
        String assessment();

        @Override
        default String stream() {
            return ClarificationAssessments.stream(assessment());
        }
    }

    /** Goes with the order that finds an allegation unfounded. */
    public record OpenAssessment(String assessment, String report, String allegation, String accused, String jurisdiction) implements AssessmentCommand {}

    /** Clarification is to be sought; goes with the order that proposes the case. */
    public record AssessClarification(String assessment, Sealed<String> reason) implements AssessmentCommand {}

    public record DeclineClarification(String assessment, DeclineCode code, Sealed<String> reason) implements AssessmentCommand {}

    /** What happened to an assessment. Stays in this service. */
    public sealed interface AssessmentEvent extends DomainEvent {}

    @EventName("clarification.assessment-opened.v1")
    public record AssessmentOpened(String assessment, String report, String allegation, String accused, String jurisdiction, LocalDate on) implements AssessmentEvent {}

    /** 澄清评估已作出. */
    @EventName("clarification.assessed.v1")
    public record ClarificationAssessed(String assessment, Sealed<String> reason, String by, LocalDate on) implements AssessmentEvent {}

    /** 不予澄清(理由). */
    @EventName("clarification.declined.v1")
    public record ClarificationDeclined(String assessment, DeclineCode code, Sealed<String> reason, String by, LocalDate on) implements AssessmentEvent {}

    /** @param opened null before it was opened */
    public record Assessment(@Nullable AssessmentOpened opened, boolean done) {}

    public static String stream(String assessment) {
        return "clarification-assessment-" + assessment;
    }

    @Override
    public String kind() {
        return "clarification-assessment";
    }

    @Override
    public Class<AssessmentCommand> commands() {
        return AssessmentCommand.class;
    }

    @Override
    public Class<AssessmentEvent> events() {
        return AssessmentEvent.class;
    }

    @Override
    public Assessment initial() {
        return new Assessment(null, false);
    }

    @Override
    public Decision<AssessmentEvent> decide(AssessmentCommand order, Assessment state, Circumstances now) {
        if (order instanceof OpenAssessment open) {
            return Permission.on(open.accused(), open.jurisdiction(), now.actor()).<Decision<AssessmentEvent>>map(Decision::refuse)
                    .orElseGet(() -> state.opened() != null ? Decision.accept()
                            : Decision.accept(new AssessmentOpened(open.assessment(), open.report(), open.allegation(), open.accused(), open.jurisdiction(), now.today())));
        }
        AssessmentOpened opened = state.opened();
        Optional<Refusal> refusal = opened == null ? Permission.insider(now.actor()).or(() -> Optional.of(new ClarificationRefusal.Unknown()))
                : Permission.on(opened.accused(), opened.jurisdiction(), now.actor());
        if (refusal.isPresent()) {
            return Decision.refuse(refusal.get());
        }
        if (state.done()) {
            return Decision.refuse(ClarificationRefusal.WrongState.of("澄清评估已作出。", "The assessment is already made."));
        }
        return switch (order) {
            case OpenAssessment open -> Decision.accept();
            case AssessClarification assess -> Decision.accept(new ClarificationAssessed(assess.assessment(), assess.reason(), now.actor().person(), now.today()));
            case DeclineClarification decline -> Decision.accept(new ClarificationDeclined(decline.assessment(), decline.code(), decline.reason(), now.actor().person(), now.today()));
        };
    }

    @Override
    public Assessment evolve(Assessment state, AssessmentEvent event) {
        return switch (event) {
            case AssessmentOpened opened -> new Assessment(opened, false);
            case ClarificationAssessed assessed -> new Assessment(state.opened(), true);
            case ClarificationDeclined declined -> new Assessment(state.opened(), true);
        };
    }
}
