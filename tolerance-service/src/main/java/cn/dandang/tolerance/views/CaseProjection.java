package cn.dandang.tolerance.views;

import cn.dandang.contracts.ToleranceFact.Start;
import cn.dandang.kit.publishing.RecordedEvent;
import cn.dandang.kit.view.Projection;
import cn.dandang.kit.view.Views;
import cn.dandang.policy.tolerance.FindingResult;
import cn.dandang.tolerance.fact.FactEvent.FactRecorded;
import cn.dandang.tolerance.tolerancecase.ToleranceCommand;
import cn.dandang.tolerance.tolerancecase.ToleranceCommand.Matter;
import cn.dandang.tolerance.tolerancecase.ToleranceEvent;
import cn.dandang.tolerance.tolerancecase.ToleranceEvent.*;
import cn.dandang.tolerance.views.CaseRow.Duty;
import java.time.LocalDate;
import java.util.Objects;
import org.springframework.stereotype.Component;

/** Builds the pages of tolerance cases, and the descriptions of the facts they are about. */
@Component
public final class CaseProjection implements Projection {
    public static final String VIEW = "tolerance-cases";
    public static final String CASES = "cases";
    public static final String FACTS = "facts";
    private final Views views;

    CaseProjection(Views views) {
        this.views = views;
    }

    @Override
    public String name() {
        return VIEW;
    }

    @Override
    public void on(RecordedEvent recorded) {
        switch (recorded.event()) {
            case FactRecorded fact -> views.of(VIEW).collection(FACTS, FactRecorded.class).save(fact.factId(), fact);
            case ToleranceEvent event -> views.of(VIEW).collection(CASES, CaseRow.class).update(event.toleranceCase(), held -> {
                CaseRow row = held == null ? new CaseRow() : held;
                row.id = event.toleranceCase();
                row.version = recorded.version();
                row.log.add(LogRow.of(recorded));
                apply(row, event);
                return row;
            });
            default -> { }
        }
    }

    /** The row after an event. */
    static void apply(CaseRow row, ToleranceEvent event) {
        switch (event) {
            case ToleranceOpenedExOfficio it -> {
                opened(row, it.matter(), Start.EX_OFFICIO, it.openedOn());
                row.ground = it.ground();
                row.state = "SCREENING";
            }
            case ToleranceApplied it -> {
                row.applicant = it.applicant();
                row.application = it;
                if (it.opens()) {
                    opened(row, it.matter(), ToleranceCommand.start(it.applicant()), it.appliedOn());
                    row.ground = it.ground();
                    row.state = "OPENED";
                }
            }
            case ApplicationAccepted it -> row.state = "SCREENING";
            case ApplicationRefused it -> row.state = "REFUSED";
            case PaperAttached it -> row.papers.add(it);
            case VerificationStarted it -> {
                row.state = "VERIFYING";
                row.verifiedOn = it.on();
                row.ground = it.ground();
            }
            case FindingRecorded it -> {
                row.findings.removeIf(found -> found.item().equals(it.item()));
                if (it.result() != FindingResult.NOT_RECORDED) {
                    row.findings.add(it);
                }
            }
            case FieldRecorded it -> row.field = it.field();
            case TestEvaluated it -> {
                row.evaluatedOn = it.on();
                row.state = row.state.equals("RED_LINE") ? row.state : "EVALUATING";
            }
            case StatementTaken it -> row.statements.add(it);
            case RedLineFound it -> {
                row.redLines.add(it);
                row.state = "RED_LINE";
            }
            case RedLineFindingWithdrawn it -> {
                row.withdrawn.add(it);
                row.state = row.state.equals("RED_LINE") && !row.anyRedLineStands() ? "EVALUATING" : row.state;
            }
            case RecusalAsked it -> row.recusals.add(it);
            case RecusalGranted it -> row.recusalsGranted.add(it.recusal());
            case RecusalRefused it -> row.recusalsRefused.add(it.recusal());
            case ReadingChosen it -> {
                row.readingChoices.removeIf(chosen -> chosen.reading().equals(it.reading()));
                row.readingChoices.add(it);
            }
            case ToleranceGranted it -> {
                decided(row, "GRANTED");
                row.granted = it;
            }
            case ToleranceMitigated it -> {
                decided(row, "MITIGATED");
                row.mitigated = it;
            }
            case ToleranceRefused it -> {
                decided(row, "REFUSED");
                row.refused = it;
            }
            case DutyOpened it -> row.duties.add(new Duty(it.duty(), false, it.on(), it.ground(), null));
            case ReminderSet it -> row.duties.add(new Duty(it.about(), false, it.on(), it.ground(), true));
            case RemediesListed it -> row.remedies = it;
            case RefusalExplained it -> {
                done(row, DutyKind.EXPLAIN_REFUSAL);
                row.state = row.state.equals("REFUSED") ? "EXPLAINED" : row.state;
            }
            case CorrectionExplained it -> done(row, DutyKind.EXPLAIN_CORRECTION);
            case SubjectNotified it -> done(row, DutyKind.NOTIFY_SUBJECT);
            case RemedyQuestionRaised it -> {
                row.remedyQuestion = it;
                row.consulted = null;
            }
            case OtherRuleConsulted it -> row.consulted = it;
            case AppealNoted it -> {
                row.appeals.add(it.appeal());
                row.state = "UNDER_APPEAL";
            }
            case UpheldOnAppeal it -> closed(row, it.on());
            case DecisionSetAside it -> {
                decided(row, it.because() == SetAsideBecause.RED_LINE_WITHDRAWN ? "EVALUATING" : "REMITTED");
                row.remedies = null;
            }
            case ToleranceClosed it -> closed(row, it.on());
        }
    }

    private static void opened(CaseRow row, Matter matter, Start start, LocalDate on) {
        row.accountabilityCase = matter.accountabilityCase();
        row.factId = matter.factId();
        row.cadre = matter.cadre();
        row.unit = matter.unit();
        row.body = matter.body();
        row.jurisdiction = matter.jurisdiction();
        row.start = start;
        row.openedOn = on;
    }

    private static void decided(CaseRow row, String state) {
        row.state = state;
        row.granted = null;
        row.mitigated = null;
        row.refused = null;
        row.duties.clear();
    }

    private static void closed(CaseRow row, LocalDate on) {
        row.state = "CLOSED";
        row.closedOn = on;
    }

    private static void done(CaseRow row, DutyKind kind) {
        row.duties.replaceAll(duty -> duty.kind() == kind ? new Duty(kind, true, duty.openedOn(), Objects.requireNonNull(duty.ground()), duty.reminder()) : duty);
    }
}
