package cn.dandang.clarification.report;

import cn.dandang.clarification.report.ReportEvent.AllegationLinked;
import cn.dandang.clarification.report.ReportEvent.AllegationVerified;
import cn.dandang.clarification.report.ReportEvent.DutyDone;
import cn.dandang.clarification.report.ReportEvent.DutyNoted;
import cn.dandang.clarification.report.ReportEvent.IdentityOpened;
import cn.dandang.clarification.report.ReportEvent.IdentityOpeningApproved;
import cn.dandang.clarification.report.ReportEvent.IdentityOpeningAsked;
import cn.dandang.clarification.report.ReportEvent.IdentityOpeningDeclined;
import cn.dandang.clarification.report.ReportEvent.ReportClosed;
import cn.dandang.clarification.report.ReportEvent.ReportReceived;
import cn.dandang.clarification.report.ReportEvent.ReporterNameVerified;
import cn.dandang.kit.publishing.RecordedEvent;
import cn.dandang.kit.view.Projection;
import cn.dandang.kit.view.ViewCollection;
import cn.dandang.kit.view.Views;
import java.util.List;
import org.springframework.stereotype.Component;

/** Builds the list of reports. */
@Component
final class ReportProjection implements Projection {
    private static final String VIEW = "reports";
    private final Views views;

    ReportProjection(Views views) {
        this.views = views;
    }

    @Override
    public String name() {
        return VIEW;
    }

    ViewCollection<ReportRow> rows() {
        return views.of(VIEW).collection("reports", ReportRow.class);
    }

    @Override
    public void on(RecordedEvent recorded) {
        if (recorded.event() instanceof ReportReceived received) {
            rows().save(received.report(), new ReportRow(received.report(), recorded.version(), received.jurisdiction(), received.mode(), received.accused(),
                    received.allegations().stream().map(point -> new ReportRow.Point(point.id(), point.text(), null, null)).toList(), List.of(), false, received.receivedOn(), null));
        } else if (recorded.event() instanceof ReportEvent event) {
            rows().update(event.report(), row -> row == null ? null : changed(row, event).at(recorded.version()));
        }
    }

    private static ReportRow changed(ReportRow row, ReportEvent event) {
        return switch (event) {
            case ReportReceived received -> row;
            case ReporterNameVerified verified -> row.named();
            case AllegationLinked linked -> row.point(linked.allegation(), point -> new ReportRow.Point(point.id(), point.text(), linked.factId(), point.result()));
            case AllegationVerified verified -> row.point(verified.allegation(), point -> new ReportRow.Point(point.id(), point.text(), point.factId(), verified.result()));
            case DutyNoted noted -> row.owed(noted.duty(), false);
            case DutyDone done -> row.owed(done.duty(), true);
            case ReportClosed closed -> row.ended();
            case IdentityOpeningAsked asked -> row.asked(new ReportRow.Asked(asked.by(), asked.on()));
            case IdentityOpeningApproved approved -> row.asked(null);
            case IdentityOpeningDeclined declined -> row.asked(null);
            case IdentityOpened opened -> row;
        };
    }
}
