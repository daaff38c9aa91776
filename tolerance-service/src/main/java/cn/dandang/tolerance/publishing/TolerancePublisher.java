package cn.dandang.tolerance.publishing;

import cn.dandang.contracts.PublishedFact;
import cn.dandang.contracts.ToleranceFact;
import cn.dandang.contracts.ToleranceFact.RectificationStep;
import cn.dandang.contracts.ToleranceFact.SubjectKind;
import cn.dandang.kit.publishing.FactPublisher;
import cn.dandang.kit.publishing.RecordedEvent;
import cn.dandang.tolerance.accountability.AccountabilityEvent;
import cn.dandang.tolerance.appeal.Appeals.AppealEvent;
import cn.dandang.tolerance.fact.FactLinks.LinkEvent;
import cn.dandang.tolerance.rectification.RectificationCommand.Finding;
import cn.dandang.tolerance.rectification.RectificationEvent;
import cn.dandang.tolerance.tolerancecase.ToleranceCommand;
import cn.dandang.tolerance.tolerancecase.ToleranceEvent;
import cn.dandang.tolerance.tolerancecase.ToleranceEvent.Decided;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Publishes what others act on or show: openings, decisions, corrections, appeals, links. Papers, findings, statements and recusals stay here. */
@Component
public final class TolerancePublisher implements FactPublisher {

    @Override
    public List<PublishedFact> facts(RecordedEvent recorded) {
        return switch (recorded.event()) {
            case AccountabilityEvent event -> of(accountability(event));
            case ToleranceEvent.OtherRuleConsulted it -> List.of(new ToleranceFact.OtherRuleConsulted(it.toleranceCase(), recorded.jurisdiction(), it.rule(), it.on()));
            case ToleranceEvent event -> tolerance(event);
            case RectificationEvent event -> of(rectification(event));
            case AppealEvent event -> of(appeal(event));
            case LinkEvent.FactsLinked it -> List.of(new ToleranceFact.FactsLinked(it.link(), it.link(), it.factId(), it.sameAs(), it.jurisdiction()));
            case LinkEvent.FactsUnlinked it -> List.of(new ToleranceFact.FactsUnlinked(it.link(), it.link(), it.factId(), it.sameAs(), it.jurisdiction()));
            default -> List.of();
        };
    }

    private static List<PublishedFact> of(@Nullable PublishedFact fact) {
        return fact == null ? List.of() : List.of(fact);
    }

    private static @Nullable PublishedFact accountability(AccountabilityEvent event) {
        return switch (event) {
            case AccountabilityEvent.AccountabilityOpened it -> new ToleranceFact.AccountabilityOpened(it.accountabilityCase(), it.jurisdiction(), it.body(), it.factId(),
                    it.cadre(), it.unit(), it.postLevel(), it.openedOn());
            case AccountabilityEvent.AccountabilityConcluded it -> new ToleranceFact.AccountabilityConcluded(it.accountabilityCase(), it.jurisdiction(), it.factId(), it.cadre(),
                    it.measure() == null ? null : it.measure().name(), it.concludedOn());
            case AccountabilityEvent.CheckAttached it -> null;
            case AccountabilityEvent.CheckDecided it -> null;
            case AccountabilityEvent.CheckReopened it -> null;
        };
    }

    private static List<PublishedFact> tolerance(ToleranceEvent event) {
        return switch (event) {
            case ToleranceEvent.ToleranceOpenedExOfficio it -> List.of(new ToleranceFact.ToleranceOpened(root(it.matter().accountabilityCase(), it.toleranceCase()), it.toleranceCase(),
                    it.matter().jurisdiction(), it.factId(), it.matter().cadre(), it.matter().unit(), ToleranceFact.Start.EX_OFFICIO, it.openedOn(), it.ground()));
            case ToleranceEvent.ToleranceApplied it when it.opens() -> List.of(new ToleranceFact.ToleranceOpened(root(it.matter().accountabilityCase(), it.toleranceCase()), it.toleranceCase(),
                    it.matter().jurisdiction(), it.factId(), it.matter().cadre(), it.matter().unit(), ToleranceCommand.start(it.applicant()), it.appliedOn(), it.ground()));
            case ToleranceEvent.ToleranceGranted it -> it.decided().subjects().stream().<PublishedFact>map(subject -> granted(it, subject)).toList();
            case ToleranceEvent.ToleranceMitigated it -> List.of(mitigated(it));
            case ToleranceEvent.ToleranceRefused it -> List.of(new ToleranceFact.ToleranceRefused(root(it.decided(), it.toleranceCase()), it.toleranceCase(), it.decided().jurisdiction(),
                    it.decided().body(), it.factId(), it.decided().cadre(), it.decided().unit(), it.decided().postLevel(), it.decided().items(), it.decided().decidedOn(), it.ground()));
            case ToleranceEvent.RedLineFound it -> List.of(new ToleranceFact.RedLineFound(root(it.accountabilityCase(), it.toleranceCase()), it.toleranceCase(), it.jurisdiction(),
                    it.factId(), it.cadre(), it.redLine(), it.on()));
            case ToleranceEvent.RedLineFindingWithdrawn it -> List.of(new ToleranceFact.RedLineWithdrawn(root(it.accountabilityCase(), it.toleranceCase()), it.toleranceCase(),
                    it.jurisdiction(), it.factId(), it.cadre(), it.redLine(), it.on()));
            case ToleranceEvent.RefusalExplained it -> List.of(new ToleranceFact.RefusalExplained(root(it.accountabilityCase(), it.toleranceCase()), it.toleranceCase(), it.jurisdiction(),
                    it.cadre(), it.on(), it.ground()));
            case ToleranceEvent.CorrectionExplained it -> List.of(new ToleranceFact.CorrectionExplained(root(it.accountabilityCase(), it.toleranceCase()), it.toleranceCase(),
                    it.jurisdiction(), it.cadre(), it.on(), it.ground()));
            default -> List.of();
        };
    }

    private static ToleranceFact.ToleranceGranted granted(ToleranceEvent.ToleranceGranted it, ToleranceEvent.SubjectDecided subject) {
        Decided decided = it.decided();
        return new ToleranceFact.ToleranceGranted(root(decided, it.toleranceCase()), it.toleranceCase(), decided.jurisdiction(), decided.body(), it.factId(), decided.cadre(), decided.unit(),
                SubjectKind.valueOf(subject.subject().name()), subject.id(), decided.postLevel(), it.effectGroups(), decided.items(), decided.decidedOn(), it.rectificationTask(), subject.ground());
    }

    private static ToleranceFact.ToleranceMitigated mitigated(ToleranceEvent.ToleranceMitigated it) {
        Decided decided = it.decided();
        return new ToleranceFact.ToleranceMitigated(root(decided, it.toleranceCase()), it.toleranceCase(), decided.jurisdiction(), decided.body(), it.factId(), decided.cadre(),
                decided.unit(), decided.postLevel(), it.mitigation(), Objects.requireNonNull(decided.proposedMeasure()).name(), Objects.requireNonNull(decided.decidedMeasure()).name(),
                decided.items(), decided.decidedOn(), it.ground());
    }

    private static @Nullable PublishedFact rectification(RectificationEvent event) {
        return switch (event) {
            case RectificationEvent.RectificationOrdered it -> new ToleranceFact.RectificationOrdered(it.matter().rootCase(), it.matter().toleranceCase(), it.task(), it.matter().jurisdiction(),
                    it.matter().cadre(), it.matter().unit(), it.items().size(), it.limit(), it.orderedOn(), it.ground());
            case RectificationEvent.RectificationStarted it -> null;
            case RectificationEvent.RectificationSubmitted it -> moved(it, RectificationStep.SUBMITTED, it.on());
            case RectificationEvent.RectificationCompleted it -> moved(it, RectificationStep.COMPLETED, it.on());
            case RectificationEvent.RectificationRejected it -> moved(it, RectificationStep.REJECTED, it.on());
            case RectificationEvent.CausesAndSystemsRecorded it -> null;
            case RectificationEvent.RectificationOverdue it -> moved(it, RectificationStep.OVERDUE, it.since());
            case RectificationEvent.RectificationFoundFailing it -> moved(it, it.finding() == Finding.INADEQUATE ? RectificationStep.FOUND_INADEQUATE : RectificationStep.FOUND_REFUSED, it.on());
            case RectificationEvent.RectificationEscalationDecided it -> moved(it, it.escalated() ? RectificationStep.ESCALATED : RectificationStep.NOT_ESCALATED, it.on());
            case RectificationEvent.RectificationClosed it -> moved(it, RectificationStep.CLOSED, it.on());
        };
    }

    private static PublishedFact moved(RectificationEvent event, RectificationStep step, LocalDate on) {
        return new ToleranceFact.RectificationMoved(event.matter().rootCase(), event.matter().toleranceCase(), event.task(), event.matter().jurisdiction(), event.matter().cadre(), step, on,
                event.ground());
    }

    private static @Nullable PublishedFact appeal(AppealEvent event) {
        return switch (event) {
            case AppealEvent.AppealLodged it -> new ToleranceFact.AppealLodged(it.matter().rootCase(), it.matter().toleranceCase(), it.appeal(), it.matter().jurisdiction(), it.matter().cadre(),
                    it.lodgedOn(), it.ground());
            case AppealEvent.SupportingOpinionAttached it -> null;
            case AppealEvent.AppealDecided it -> new ToleranceFact.AppealDecided(it.matter().rootCase(), it.matter().toleranceCase(), it.appeal(), it.matter().jurisdiction(),
                    it.matter().cadre(), it.outcome(), it.decidedOn(), it.ground());
        };
    }

    private static String root(Decided decided, String toleranceCase) {
        return root(decided.accountabilityCase(), toleranceCase);
    }

    private static String root(@Nullable String accountabilityCase, String toleranceCase) {
        return accountabilityCase == null ? toleranceCase : accountabilityCase;
    }
}
