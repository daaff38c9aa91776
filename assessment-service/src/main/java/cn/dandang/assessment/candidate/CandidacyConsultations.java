package cn.dandang.assessment.candidate;

import cn.dandang.assessment.candidate.CandidacyChecks.OtherRuleConsulted;
import cn.dandang.kit.publishing.RecordedEvent;
import cn.dandang.kit.view.Filter;
import cn.dandang.kit.view.Projection;
import cn.dandang.kit.view.ViewCollection;
import cn.dandang.kit.view.Views;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Which other rules were looked at when a question of candidacy ended in silence: counts by place, no person and no case. */
@Component
public final class CandidacyConsultations implements Projection {
    private static final String VIEW = "candidacy-consultations";
    private final Views views;

    CandidacyConsultations(Views views) {
        this.views = views;
    }

    /** @param last the last day on which it was recorded */
    public record Looked(String jurisdiction, String rule, int count, LocalDate last) {}

    @Override
    public String name() {
        return VIEW;
    }

    private ViewCollection<Looked> rows() {
        return views.of(VIEW).collection("rules", Looked.class);
    }

    /** What was looked at in this place. */
    public List<Looked> in(String jurisdiction) {
        return rows().list(Filter.eq("jurisdiction", jurisdiction));
    }

    @Override
    public void on(RecordedEvent recorded) {
        if (recorded.event() instanceof OtherRuleConsulted consulted) {
            String id = UUID.nameUUIDFromBytes((consulted.jurisdiction() + "/" + consulted.rule()).getBytes(StandardCharsets.UTF_8)).toString();
            rows().update(id, row -> row == null ? new Looked(consulted.jurisdiction(), consulted.rule(), 1, consulted.on())
                    : new Looked(row.jurisdiction(), row.rule(), row.count() + 1, consulted.on().isAfter(row.last()) ? consulted.on() : row.last()));
        }
    }
}
