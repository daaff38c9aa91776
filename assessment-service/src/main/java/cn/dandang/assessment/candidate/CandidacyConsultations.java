package cn.dandang.assessment.candidate;

import cn.dandang.assessment.candidate.CandidacyChecks.OtherRuleConsulted;
import cn.dandang.assessment.consulted.Consultations;
import cn.dandang.assessment.consulted.Consultations.Looked;
import cn.dandang.kit.publishing.RecordedEvent;
import cn.dandang.kit.view.Projection;
import cn.dandang.kit.view.Views;
import java.util.List;
import org.springframework.stereotype.Component;

/** Which other rules were looked at when a question of candidacy ended in silence: counts by place, no person and no case. */
@Component
public final class CandidacyConsultations implements Projection {
    private static final String VIEW = "candidacy-consultations";
    private final Consultations counts;

    CandidacyConsultations(Views views) {
        this.counts = new Consultations(views, VIEW);
    }

    @Override
    public String name() {
        return VIEW;
    }

    /** What was looked at in this place. */
    public List<Looked> in(String jurisdiction) {
        return counts.in(jurisdiction);
    }

    @Override
    public void on(RecordedEvent recorded) {
        if (recorded.event() instanceof OtherRuleConsulted consulted) {
            counts.count(consulted.jurisdiction(), consulted.rule(), consulted.on());
        }
    }
}
