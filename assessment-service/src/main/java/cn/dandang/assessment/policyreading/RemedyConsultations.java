package cn.dandang.assessment.policyreading;

import cn.dandang.contracts.PublishedFact;
import cn.dandang.contracts.ToleranceFact.OtherRuleConsulted;
import cn.dandang.kit.publishing.FactReceived;
import cn.dandang.kit.view.FactProjection;
import cn.dandang.kit.view.Filter;
import cn.dandang.kit.view.ViewCollection;
import cn.dandang.kit.view.Views;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Which other rules were looked at when a question of appeal or remedy ended in silence, as tolerance-service tells: counts by place. */
@Component
final class RemedyConsultations implements FactProjection {
    private static final String VIEW = "remedy-consultations";
    private final Views views;

    RemedyConsultations(Views views) {
        this.views = views;
    }

    /** @param last the last day on which it was recorded */
    record Looked(String jurisdiction, String rule, int count, LocalDate last) {}

    @Override
    public String name() {
        return VIEW;
    }

    private ViewCollection<Looked> rows() {
        return views.of(VIEW).collection("rules", Looked.class);
    }

    /** What was looked at in this place. */
    List<Looked> in(String jurisdiction) {
        return rows().list(Filter.eq("jurisdiction", jurisdiction));
    }

    @Override
    public void on(FactReceived<? extends PublishedFact> received) {
        if (received.fact() instanceof OtherRuleConsulted consulted) {
            String id = UUID.nameUUIDFromBytes((consulted.jurisdiction() + "/" + consulted.rule()).getBytes(StandardCharsets.UTF_8)).toString();
            rows().update(id, row -> row == null ? new Looked(consulted.jurisdiction(), consulted.rule(), 1, consulted.on())
                    : new Looked(row.jurisdiction(), row.rule(), row.count() + 1, consulted.on().isAfter(row.last()) ? consulted.on() : row.last()));
        }
    }
}
