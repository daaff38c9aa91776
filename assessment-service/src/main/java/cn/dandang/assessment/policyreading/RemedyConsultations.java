package cn.dandang.assessment.policyreading;

import cn.dandang.assessment.consulted.Consultations;
import cn.dandang.assessment.consulted.Consultations.Looked;
import cn.dandang.contracts.PublishedFact;
import cn.dandang.contracts.ToleranceFact.OtherRuleConsulted;
import cn.dandang.kit.publishing.FactReceived;
import cn.dandang.kit.view.FactProjection;
import cn.dandang.kit.view.Views;
import java.util.List;
import org.springframework.stereotype.Component;

/** Which other rules were looked at when a question of appeal or remedy ended in silence, as tolerance-service tells: counts by place. */
@Component
final class RemedyConsultations implements FactProjection {
    private static final String VIEW = "remedy-consultations";
    private final Consultations counts;

    RemedyConsultations(Views views) {
        this.counts = new Consultations(views, VIEW);
    }

    @Override
    public String name() {
        return VIEW;
    }

    /** What was looked at in this place. */
    List<Looked> in(String jurisdiction) {
        return counts.in(jurisdiction);
    }

    @Override
    public void on(FactReceived<? extends PublishedFact> received) {
        if (received.fact() instanceof OtherRuleConsulted consulted) {
            counts.count(consulted.jurisdiction(), consulted.rule(), consulted.on());
        }
    }
}
