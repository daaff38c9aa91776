package cn.dandang.tolerance.tolerancecase;

import cn.dandang.contracts.ToleranceFact.Start;
import cn.dandang.policy.tolerance.FindingResult;
import cn.dandang.tolerance.tolerancecase.CaseFile.Finding;
import cn.dandang.tolerance.tolerancecase.CaseFile.Recusal;
import cn.dandang.tolerance.tolerancecase.CaseFile.RecusalState;
import cn.dandang.tolerance.tolerancecase.CaseFile.RedLine;
import cn.dandang.tolerance.tolerancecase.ToleranceCommand.Evidence;
import cn.dandang.tolerance.tolerancecase.ToleranceEvent.*;
import cn.dandang.tolerance.tolerancecase.ToleranceState.*;
import cn.dandang.tolerance.tolerancecase.ToleranceState.Existing;
import java.util.List;

/** The state after an event. Asks no rule. */
final class ToleranceEvolution {
    private ToleranceEvolution() {}

    static ToleranceState after(ToleranceState state, ToleranceEvent event) {
        return switch (event) {
            case ToleranceOpenedExOfficio it -> new Screening(new CaseFile(it.toleranceCase(), it.matter(), Start.EX_OFFICIO, it.openedOn())
                    .with(draft -> draft.investigators.add(it.openedBy())));
            case ToleranceApplied it -> it.opens()
                    ? new Applied(new CaseFile(it.toleranceCase(), it.matter(), ToleranceCommand.start(it.applicant()), it.appliedOn())) : state;
            case ApplicationAccepted it -> new Screening(file(state));
            case ApplicationRefused it -> new Refused(file(state));
            case PaperAttached it -> state;
            case VerificationStarted it -> new Verifying(file(state));
            case FindingRecorded it -> same(state, file(state).with(draft -> {
                if (it.result() == FindingResult.NOT_RECORDED) {
                    draft.findings.remove(it.item());
                } else {
                    draft.findings.put(it.item(), new Finding(it.result(), ids(it.evidence()), it.citedPolicy()));
                }
                draft.investigators.add(it.by());
            }));
            case FieldRecorded it -> same(state, file(state).with(draft -> {
                draft.field = it.field();
                draft.investigators.add(it.by());
            }));
            case TestEvaluated it -> state instanceof RedLineStanding ? state : new Evaluating(file(state));
            case StatementTaken it -> same(state, file(state).with(draft -> draft.statementOnFile = true));
            case RedLineFound it -> new RedLineStanding(file(state).with(draft -> {
                draft.redLines.put(it.redLine(), new RedLine(it.kind(), it.prohibition(), it.gain(), ids(it.evidence()), true));
                draft.investigators.addAll(it.signedBy());
            }));
            case RedLineFindingWithdrawn it -> withdrawn(state, it);
            case RecusalAsked it -> recusal(state, it.recusal(), new Recusal(it.person(), it.askedBy(), RecusalState.ASKED));
            case RecusalGranted it -> recusal(state, it.recusal(), new Recusal(it.person(), file(state).recusals().get(it.recusal()).askedBy(), RecusalState.GRANTED));
            case RecusalRefused it -> recusal(state, it.recusal(), new Recusal(it.person(), file(state).recusals().get(it.recusal()).askedBy(), RecusalState.REFUSED));
            case ReadingChosen it -> same(state, file(state).with(draft -> draft.readingChoices.put(it.reading(), it.choice())));
            case ToleranceGranted it -> new Granted(decided(state, it));
            case ToleranceMitigated it -> new Mitigated(decided(state, it));
            case ToleranceRefused it -> new Refused(decided(state, it));
            case DutyOpened it -> same(state, file(state).with(draft -> draft.openDuties.add(it.duty())));
            case ReminderSet it -> same(state, file(state).with(draft -> draft.reminders.add(it.about())));
            case RemediesListed it -> state;
            case RefusalExplained it -> {
                CaseFile file = file(state).with(draft -> draft.done(DutyKind.EXPLAIN_REFUSAL));
                yield state instanceof Refused ? new Explained(file) : same(state, file);
            }
            case CorrectionExplained it -> same(state, file(state).with(draft -> draft.done(DutyKind.EXPLAIN_CORRECTION)));
            case SubjectNotified it -> same(state, file(state).with(draft -> draft.done(DutyKind.NOTIFY_SUBJECT)));
            case RemedyQuestionRaised it -> same(state, file(state).with(draft -> draft.remedyQuestionOpen = true));
            case OtherRuleConsulted it -> same(state, file(state).with(draft -> draft.remedyQuestionOpen = false));
            case AppealNoted it -> new UnderAppeal(file(state).with(draft -> draft.appeal = it.appeal()));
            case UpheldOnAppeal it -> new Closed(file(state).with(draft -> draft.appeal = null));
            case DecisionSetAside it -> {
                CaseFile file = file(state).with(draft -> {
                    draft.decision = null;
                    draft.appeal = null;
                    draft.openDuties.clear();
                    draft.reminders.clear();
                });
                yield it.because() == SetAsideBecause.RED_LINE_WITHDRAWN ? new Evaluating(file) : new Remitted(file);
            }
            case ToleranceClosed it -> new Closed(file(state));
        };
    }

    private static ToleranceState withdrawn(ToleranceState state, RedLineFindingWithdrawn event) {
        CaseFile file = file(state).with(draft -> draft.redLines.computeIfPresent(event.redLine(),
                (id, found) -> new RedLine(found.kind(), found.prohibition(), found.gain(), found.evidence(), false)));
        return state instanceof RedLineStanding && !file.redLineStands() ? new Evaluating(file) : same(state, file);
    }

    private static CaseFile decided(ToleranceState state, DecisionEvent event) {
        return file(state).with(draft -> {
            draft.decision = event;
            draft.appeal = null;
            draft.openDuties.clear();
            draft.deciders.add(event.decided().decidedBy());
            draft.deciders.addAll(event.decided().meeting().members());
        });
    }

    private static ToleranceState recusal(ToleranceState state, String id, Recusal recusal) {
        return same(state, file(state).with(draft -> draft.recusals.put(id, recusal)));
    }

    private static List<String> ids(List<Evidence> evidence) {
        return evidence.stream().map(Evidence::id).toList();
    }

    private static CaseFile file(ToleranceState state) {
        return ((Existing) state).file();
    }

    private static ToleranceState same(ToleranceState state, CaseFile file) {
        return switch (state) {
            case NotOpened none -> none;
            case Applied it -> new Applied(file);
            case Screening it -> new Screening(file);
            case Verifying it -> new Verifying(file);
            case Evaluating it -> new Evaluating(file);
            case RedLineStanding it -> new RedLineStanding(file);
            case Remitted it -> new Remitted(file);
            case Granted it -> new Granted(file);
            case Mitigated it -> new Mitigated(file);
            case Refused it -> new Refused(file);
            case Explained it -> new Explained(file);
            case UnderAppeal it -> new UnderAppeal(file);
            case Closed it -> new Closed(file);
        };
    }
}
