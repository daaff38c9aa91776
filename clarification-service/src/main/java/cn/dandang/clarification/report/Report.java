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
 */
public record Report(@Nullable ReportReceived received, ReporterMode mode, Map<String, Allegation> allegations, Map<String, Duty> duties, boolean closed) {
    static final Report NONE = new Report(null, ReporterMode.ANONYMOUS, Map.of(), Map.of(), false);

    public Report {
        allegations = Collections.unmodifiableMap(new LinkedHashMap<>(allegations));
        duties = Collections.unmodifiableMap(new LinkedHashMap<>(duties));
    }

    /** One point of the report. */
    public record Allegation(@Nullable String factId, @Nullable Verification result) {}

    /** One duty to the reporter, open or done. */
    public record Duty(String allegation, FeedbackTrigger trigger, boolean done) {}

    /** Whether a duty, open or done, hangs on this end of this allegation. */
    public boolean hasDuty(String allegation, FeedbackTrigger trigger) {
        return duties.values().stream().anyMatch(duty -> duty.allegation().equals(allegation) && duty.trigger() == trigger);
    }
}
