package cn.dandang.clarification.report;

import cn.dandang.kit.personal.Sealed;
import cn.dandang.policy.feedback.ReporterMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A report in the list. The reporter is not in it.
 *
 * @param asked null when no opening waits to be approved
 */
record ReportRow(String id, long version, String jurisdiction, ReporterMode mode, String accused, List<Point> allegations, List<Owed> duties, boolean closed, LocalDate receivedOn,
                 @Nullable Asked asked) {
    ReportRow {
        allegations = List.copyOf(allegations);
        duties = List.copyOf(duties);
    }

    record Point(String id, Sealed<String> text, @Nullable String factId, @Nullable Verification result) {}

    /** An opening of the identity that waits for somebody else's approval. */
    record Asked(String by, LocalDate on) {}

    record Owed(String id, boolean done) {}

    /** What a list shows: RECEIVED, VERIFYING, VERIFIED, FEEDBACK_DUE or CLOSED. */
    String state() {
        if (closed) {
            return "CLOSED";
        }
        if (duties.stream().anyMatch(duty -> !duty.done())) {
            return "FEEDBACK_DUE";
        }
        if (allegations.stream().allMatch(point -> point.result() != null)) {
            return "VERIFIED";
        }
        return allegations.stream().anyMatch(point -> point.result() != null || point.factId() != null) ? "VERIFYING" : "RECEIVED";
    }

    ReportRow at(long next) {
        return new ReportRow(id, next, jurisdiction, mode, accused, allegations, duties, closed, receivedOn, asked);
    }

    ReportRow asked(@Nullable Asked next) {
        return new ReportRow(id, version, jurisdiction, mode, accused, allegations, duties, closed, receivedOn, next);
    }

    ReportRow named() {
        return new ReportRow(id, version, jurisdiction, ReporterMode.REAL_NAME, accused, allegations, duties, closed, receivedOn, asked);
    }

    ReportRow point(String allegation, UnaryOperator<Point> change) {
        return new ReportRow(id, version, jurisdiction, mode, accused, allegations.stream().map(held -> held.id().equals(allegation) ? change.apply(held) : held).toList(), duties, closed, receivedOn, asked);
    }

    ReportRow owed(String duty, boolean done) {
        List<Owed> next = new ArrayList<>(duties);
        next.removeIf(held -> held.id().equals(duty));
        next.add(new Owed(duty, done));
        return new ReportRow(id, version, jurisdiction, mode, accused, allegations, next, closed && done, receivedOn, asked);
    }

    ReportRow ended() {
        return new ReportRow(id, version, jurisdiction, mode, accused, allegations, duties, true, receivedOn, asked);
    }
}
