package cn.dandang.tolerance.tolerancecase;

import cn.dandang.contracts.EffectGroup;
import cn.dandang.contracts.ToleranceFact.Start;
import cn.dandang.kit.decision.Command;
import cn.dandang.kit.decision.OpensMatter;
import cn.dandang.kit.personal.Sealed;
import cn.dandang.policy.opening.Applicant;
import cn.dandang.policy.tolerance.FieldOfError;
import cn.dandang.policy.tolerance.FindingResult;
import cn.dandang.policy.tolerance.Subject;
import cn.dandang.policy.tolerance.ToleranceOutcome;
import cn.dandang.tolerance.Streams;
import cn.dandang.tolerance.accountability.MeasureKind;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Orders to one tolerance case. */
public sealed interface ToleranceCommand extends Command {

    String toleranceCase();

    @Override
    default String stream() {
        return Streams.toleranceCase(toleranceCase());
    }

    /** Whom and what a case is about; fixed at opening. */
    record Matter(@Nullable String accountabilityCase, String factId, String cadre, String unit, String body, String jurisdiction) {}

    /** Why the check opens without an application. */
    enum Because {
        /** The rules open it together with accountability. */
        ACCOUNTABILITY_OPENED,
        /** The investigators recorded that a situation is found. */
        SITUATION_FOUND,
        /** A named person answered the question whether it opens. */
        PERSON_DECIDED
    }

    record OpenToleranceExOfficio(String toleranceCase, Matter matter, Because because, String openedBy) implements ToleranceCommand {}

    /** An application where the documents grant it; elsewhere its paper is attached with {@link AttachPaper}. */
    record ApplyForTolerance(String toleranceCase, Matter matter, Applicant applicant, String paper, Sealed<String> grounds) implements ToleranceCommand, OpensMatter {
        /** An application in an accountability case goes on with what began. */
        @Override
        public boolean opensMatter() {
            return matter.accountabilityCase() == null;
        }
    }

    /** 不予受理: a denial, to be explained like any refusal. */
    record RefuseApplication(String toleranceCase, Sealed<String> reasons) implements ToleranceCommand {}

    enum PaperKind { APPLICATION, EVIDENCE, WRITTEN_REPORT, MINUTES, OPINION, OTHER }

    /** @param source whom or what it comes from, as written on it @param datedOn the date it bears */
    record AttachPaper(String toleranceCase, String paper, PaperKind kind, @Nullable Applicant applicant, Sealed<String> text, @Nullable Sealed<String> source,
                       @Nullable LocalDate datedOn) implements ToleranceCommand {}

    /** One piece of evidence: its id is what the rules see, its text is sealed. */
    record Evidence(String id, Sealed<String> text) {}

    record RecordFinding(String toleranceCase, String item, FindingResult result, List<Evidence> evidence, @Nullable String citedPolicy) implements ToleranceCommand {
        public RecordFinding {
            evidence = List.copyOf(evidence);
        }
    }

    record RecordField(String toleranceCase, FieldOfError field) implements ToleranceCommand {}

    /** What the person says, or that he was asked and chose to say nothing. */
    record TakeStatement(String toleranceCase, String statement, @Nullable Sealed<String> text, @Nullable LocalDate madeOn) implements ToleranceCommand {}

    enum RedLineKind { EXPRESS_PROHIBITION, GAIN }

    /** The prohibiting clause of a rule in force: public text, not personal. */
    record Prohibition(String rule, String place, String words, String number, @Nullable LocalDate date) {}

    enum Beneficiary { SELF, OTHERS, UNIT }

    record Gain(Beneficiary beneficiary, Sealed<String> what) {}

    record FindRedLine(String toleranceCase, String redLine, RedLineKind kind, @Nullable Prohibition prohibition, @Nullable Gain gain, List<Evidence> evidence,
                       @Nullable LocalDate shownOn, List<String> signedBy) implements ToleranceCommand {
        public FindRedLine {
            evidence = List.copyOf(evidence);
            signedBy = List.copyOf(signedBy);
        }
    }

    enum WithdrawalBasis { NEW_EVIDENCE, REMITTAL, APPEAL }

    record WithdrawRedLine(String toleranceCase, String redLine, WithdrawalBasis basis, Sealed<String> reasons, List<Evidence> evidence) implements ToleranceCommand {
        public WithdrawRedLine {
            evidence = List.copyOf(evidence);
        }
    }

    record AskRecusal(String toleranceCase, String recusal, String person, Sealed<String> grounds) implements ToleranceCommand {}

    record DecideRecusal(String toleranceCase, String recusal, boolean granted, Sealed<String> reasons) implements ToleranceCommand {}

    record ChooseReading(String toleranceCase, String reading, String choice, Sealed<String> reasons) implements ToleranceCommand {}

    /** 集体研究: a decision is the body's. */
    record Meeting(LocalDate date, List<String> members, List<String> recused, String minutesNumber) {
        public Meeting {
            members = List.copyOf(members);
            recused = List.copyOf(recused);
        }
    }

    /** The correction ordered with an exemption. */
    record Correction(String task, List<Sealed<String>> items, Sealed<String> demands, LocalDate limit) {
        public Correction {
            items = List.copyOf(items);
        }
    }

    /** A group of effect that the decision leaves out, with the reason. */
    record LeftOut(EffectGroup group, Sealed<String> reason) {}

    /** What the body decided. */
    record Verdict(ToleranceOutcome outcome, Set<Subject> subjects, Meeting meeting, Set<EffectGroup> effectGroups, List<LeftOut> leftOut,
                   Sealed<String> reasons, @Nullable MeasureKind proposedMeasure, @Nullable MeasureKind decidedMeasure, @Nullable Correction correction,
                   @Nullable String otherRule) {
        public Verdict {
            subjects = Set.copyOf(subjects);
            effectGroups = Set.copyOf(effectGroups);
            leftOut = List.copyOf(leftOut);
        }
    }

    record DecideTolerance(String toleranceCase, Verdict verdict) implements ToleranceCommand {}

    record ExplainRefusal(String toleranceCase, Sealed<String> text) implements ToleranceCommand {}

    record ExplainCorrection(String toleranceCase, Sealed<String> text) implements ToleranceCommand {}

    /** A named person answered that the duty to explain the correction applies here. */
    record OpenCorrectionDuty(String toleranceCase) implements ToleranceCommand {}

    /** The cadre was told of the decision and of the remedies. */
    record NotifySubject(String toleranceCase) implements ToleranceCommand {}

    /** The cadre asks what he can do against the finding, where the documents do not state an appeal. */
    record AskForRemedies(String toleranceCase, Sealed<String> text) implements ToleranceCommand {}

    /** A person finishes a question that the documents leave silent. */
    record ConsultOtherRule(String toleranceCase, @Nullable Sealed<String> question, String rule, Sealed<String> reasons) implements ToleranceCommand {}

    record NoteAppealLodged(String toleranceCase, String appeal) implements ToleranceCommand {}

    record UpholdOnAppeal(String toleranceCase, String appeal) implements ToleranceCommand {}

    record RemitOnAppeal(String toleranceCase, String appeal) implements ToleranceCommand {}

    /** The reviewing body puts its own decision in place of the first. */
    record ChangeOnAppeal(String toleranceCase, String appeal, Verdict verdict) implements ToleranceCommand {}

    record CloseTolerance(String toleranceCase) implements ToleranceCommand {}

    /** How the start of a case is published. */
    static Start start(Applicant applicant) {
        return switch (applicant) {
            case CADRE -> Start.CADRE;
            case UNIT -> Start.UNIT;
            case UNIT_PARTY_ORGANISATION -> Start.UNIT_PARTY_ORGANISATION;
        };
    }
}
