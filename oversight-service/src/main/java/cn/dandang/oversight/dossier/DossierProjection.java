package cn.dandang.oversight.dossier;

import cn.dandang.contracts.AssessmentFact;
import cn.dandang.contracts.Ground;
import cn.dandang.contracts.PublishedFact;
import cn.dandang.kit.publishing.FactReceived;
import cn.dandang.kit.view.FactProjection;
import cn.dandang.kit.view.ViewCollection;
import cn.dandang.kit.view.Views;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Builds the timelines. An annulment takes the evaluation out of the working view whichever of the two facts came first. */
@Component
class DossierProjection implements FactProjection {
    static final String VIEW = "dossiers";

    private final ViewCollection<DossierEntry> entries;
    private final ViewCollection<Annulled> annulled;

    /** A matter that is without effect. */
    record Annulled(String matter) {}

    DossierProjection(Views views) {
        entries = views.of(VIEW).collection("entries", DossierEntry.class);
        annulled = views.of(VIEW).collection("annulled", Annulled.class);
    }

    @Override
    public String name() {
        return VIEW;
    }

    @Override
    public void on(FactReceived<? extends PublishedFact> fact) {
        DossierLines.of(fact.fact()).ifPresent(line -> {
            if (fact.fact() instanceof AssessmentFact.NegativeEvaluationAnnulled) {
                annulled.save(line.matter(), new Annulled(line.matter()));
                ViewCollection<DossierEntry> rows = entries;
                rows.list(cn.dandang.kit.view.Filter.eq("matter", line.matter())).forEach(row -> rows.save(row.id(), row.hidden()));
            }
            boolean working = line.audience() == DossierLine.Audience.WORKING && annulled.find(line.matter()).isEmpty();
            Optional<Ground> ground = Optional.ofNullable(line.ground());
            entries.save(fact.id(), new DossierEntry(fact.id(), line.person(), line.matter(), line.kind(), fact.actedAt(), line.on(), line.label(), fact.service(), fact.position(),
                    fact.jurisdiction(), ground.map(Ground::clauses).orElse(List.of()), ground.map(Ground::support).orElse(null),
                    ground.map(Ground::demonstration).orElse(false), line.cause(), fact.rootCase(), working));
        });
    }
}
