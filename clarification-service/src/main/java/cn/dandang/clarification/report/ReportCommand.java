package cn.dandang.clarification.report;

import cn.dandang.contracts.Citation;
import cn.dandang.kit.decision.Command;
import cn.dandang.kit.decision.OpensMatter;
import cn.dandang.kit.personal.Sealed;
import cn.dandang.policy.feedback.FeedbackTrigger;
import cn.dandang.policy.feedback.ReporterMode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Orders to one report. */
public sealed interface ReportCommand extends Command {
    String report();

    @Override
    default String stream() {
        return Reports.stream(report());
    }

    /** One point of a report as it comes in. */
    record NewAllegation(String id, Sealed<String> text) {}

    /** @param reporter name and contact, sealed; null for an anonymous report */
    record ReceiveReport(String report, ReporterMode mode, @Nullable Sealed<Reporter> reporter, String accused, List<NewAllegation> allegations) implements ReportCommand, OpensMatter {
        public ReceiveReport {
            allegations = List.copyOf(allegations);
        }
    }

    /** The name given is verified: from now on it is a real-name report. */
    record VerifyName(String report) implements ReportCommand {}

    /** Says which fact an allegation is about. Known here alone. */
    record LinkFact(String report, String allegation, String factId) implements ReportCommand {}

    /** Records what the verification of an allegation found. */
    record VerifyAllegation(String report, String allegation, Verification result, @Nullable Sealed<String> reasons) implements ReportCommand {}

    /** A duty to the reporter, or the question whether there is one, hangs on the report; goes with the order that opens it. */
    record NoteDuty(String report, String duty, String allegation, FeedbackTrigger trigger) implements ReportCommand {}

    /** The duty is met, or the question finished; goes with the order that does it. */
    record NoteDutyDone(String report, String duty) implements ReportCommand {}

    /**
     * Ends the work on the report.
     *
     * @param owed the clauses that bear what is still owed, to be named if the order is refused
     */
    record CloseReport(String report, List<Citation> owed) implements ReportCommand {
        public CloseReport {
            owed = List.copyOf(owed);
        }
    }

    /** The protection officer asks to open the reporter's identity and says why. */
    record AskIdentityOpening(String report, Sealed<String> reason) implements ReportCommand {}

    /** Somebody else approves and says why. */
    record ApproveIdentityOpening(String report, Sealed<String> reason) implements ReportCommand {}

    record DeclineIdentityOpening(String report, Sealed<String> reason) implements ReportCommand {}

    /** Opens the reporter's identity, once, to the protection officer who asked. */
    record OpenIdentity(String report, Sealed<String> reason) implements ReportCommand {}
}
