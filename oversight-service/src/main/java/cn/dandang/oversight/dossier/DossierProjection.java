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
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Builds the timelines. An annulment takes the evaluation out of the working view whichever of the two facts came first. */
@Component
public class DossierProjection implements FactProjection {
    static final String VIEW = "dossiers";

    private final ViewCollection<DossierEntry> entries;
    private final ViewCollection<Matter> matters;

    /**
     * What is known of a matter that can lose its effect.
     *
     * @param entries ids of its lines
     */
    record Matter(boolean annulled, List<String> entries) {
        static final Matter UNKNOWN = new Matter(false, List.of());

        Matter with(String entry, boolean annuls) {
            return new Matter(annulled || annuls, Stream.concat(entries.stream(), Stream.of(entry)).distinct().toList());
        }
    }

    public DossierProjection(Views views) {
        entries = views.of(VIEW).collection("entries", DossierEntry.class);
        matters = views.of(VIEW).collection("matters", Matter.class);
    }

    @Override
    public String name() {
        return VIEW;
    }

    @Override
    public void on(FactReceived<? extends PublishedFact> fact) {
        DossierLines.of(fact.fact()).ifPresent(line -> {
            boolean annuls = fact.fact() instanceof AssessmentFact.NegativeEvaluationAnnulled;
            boolean effective = true;
            if (fact.fact() instanceof AssessmentFact) {
                Matter matter = matters.find(line.matter()).orElse(Matter.UNKNOWN).with(fact.id(), annuls);
                matters.save(line.matter(), matter);
                effective = !matter.annulled();
                if (annuls) {
                    matter.entries().forEach(entry -> entries.find(entry).ifPresent(row -> entries.save(entry, row.hidden())));
                }
            }
            boolean working = effective && line.audience() == DossierLine.Audience.WORKING;
            Optional<Ground> ground = Optional.ofNullable(line.ground());
            entries.save(fact.id(), new DossierEntry(fact.id(), line.person(), line.matter(), line.kind(), fact.actedAt(), line.on(), line.label(), fact.service(), fact.position(),
                    fact.jurisdiction(), ground.map(Ground::clauses).orElse(List.of()), ground.map(Ground::support).orElse(null),
                    ground.map(Ground::demonstration).orElse(false), line.cause(), fact.rootCase(), working));
        });
    }
}
