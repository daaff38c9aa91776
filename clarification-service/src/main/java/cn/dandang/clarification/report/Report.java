package cn.dandang.clarification.report;

import cn.dandang.clarification.report.ReportEvent.ReportReceived;
import cn.dandang.policy.feedback.FeedbackTrigger;
import cn.dandang.policy.feedback.ReporterMode;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Where a report stands.
 *
 * @param received    null before it was received
 * @param mode        as the name stands now
 * @param allegations by id
 * @param duties      by id
 * @param opening     of the reporter's identity, asked for and not yet used or declined; null when there is none
 */
public record Report(@Nullable ReportReceived received, ReporterMode mode, Map<String, Allegation> allegations, Map<String, Duty> duties, boolean closed,
                     @Nullable Opening opening) {
    static final Report NONE = new Report(null, ReporterMode.ANONYMOUS, Map.of(), Map.of(), false, null);

    public Report {
        allegations = Collections.unmodifiableMap(new LinkedHashMap<>(allegations));
        duties = Collections.unmodifiableMap(new LinkedHashMap<>(duties));
    }

    /** One point of the report. */
    public record Allegation(@Nullable String factId, @Nullable Verification result) {}

    /** One duty to the reporter, open or done. */
    public record Duty(String allegation, FeedbackTrigger trigger, boolean done) {}

    /** An opening of the identity that was asked for. @param approvedBy null until somebody else approved it */
    public record Opening(String askedBy, @Nullable String approvedBy) {}

    Report with(@Nullable Opening next) {
        return new Report(received, mode, allegations, duties, closed, next);
    }

    /** Whether a duty, open or done, hangs on this end of this allegation. */
    public boolean hasDuty(String allegation, FeedbackTrigger trigger) {
        return duties.values().stream().anyMatch(duty -> duty.allegation().equals(allegation) && duty.trigger() == trigger);
    }
}
