package cn.dandang.clarification.report;

import cn.dandang.clarification.report.ReportCommand.NewAllegation;
import cn.dandang.kit.decision.DomainEvent;
import cn.dandang.kit.decision.EventName;
import cn.dandang.kit.personal.Sealed;
import cn.dandang.policy.feedback.FeedbackTrigger;
import cn.dandang.policy.feedback.ReporterMode;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What happened to a report. Stays in this service. */
public sealed interface ReportEvent extends DomainEvent {
    String report();

    /** 举报已接收. */
    @EventName("clarification.report-received.v1")
    record ReportReceived(String report, String jurisdiction, ReporterMode mode, @Nullable Sealed<Reporter> reporter, String accused, List<NewAllegation> allegations, LocalDate receivedOn) implements ReportEvent {
        public ReportReceived {
            allegations = List.copyOf(allegations);
        }
    }

    /** 署名已核实. */
    @EventName("clarification.reporter-name-verified.v1")
    record ReporterNameVerified(String report, String by, LocalDate on) implements ReportEvent {}

    @EventName("clarification.allegation-linked.v1")
    record AllegationLinked(String report, String allegation, String factId, String by, LocalDate on) implements ReportEvent {
        @Override
        public List<String> factIds() {
            return List.of(factId);
        }
    }

    /** 经查不属实 / 查无实据 / 属实 / 未能查清. */
    @EventName("clarification.allegation-verified.v1")
    record AllegationVerified(String report, String allegation, Verification result, @Nullable Sealed<String> reasons, String by, LocalDate on) implements ReportEvent {}

    @EventName("clarification.duty-noted.v1")
    record DutyNoted(String report, String duty, String allegation, FeedbackTrigger trigger) implements ReportEvent {}

    @EventName("clarification.duty-done.v1")
    record DutyDone(String report, String duty) implements ReportEvent {}

    @EventName("clarification.report-closed.v1")
    record ReportClosed(String report, String by, LocalDate on) implements ReportEvent {}

    /** 已申请开启身份. */
    @EventName("clarification.identity-opening-asked.v1")
    record IdentityOpeningAsked(String report, Sealed<String> reason, String by, LocalDate on) implements ReportEvent {}

    /** 开启身份已批准. */
    @EventName("clarification.identity-opening-approved.v1")
    record IdentityOpeningApproved(String report, Sealed<String> reason, String by, LocalDate on) implements ReportEvent {}

    /** 开启身份不予批准(理由). */
    @EventName("clarification.identity-opening-declined.v1")
    record IdentityOpeningDeclined(String report, Sealed<String> reason, String by, LocalDate on) implements ReportEvent {}

    /** 身份已开启: by whom and why. */
    @EventName("clarification.identity-opened.v1")
    record IdentityOpened(String report, Sealed<String> reason, String by, LocalDate on) implements ReportEvent {}
}
