package cn.dandang.oversight.dashboard;

import cn.dandang.contracts.PublishedFact;
import cn.dandang.contracts.ToleranceFact;
import cn.dandang.contracts.ToleranceFact.ItemFound;
import cn.dandang.contracts.ToleranceFact.SubjectKind;
import cn.dandang.kit.publishing.FactReceived;
import cn.dandang.kit.view.FactProjection;
import cn.dandang.kit.view.ViewCollection;
import cn.dandang.kit.view.Views;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** P-05: tolerance decisions by item of the test and by post level, red-line findings, and how cases began. Units are freed with a person and are not counted again. */
@Component
class ToleranceDashboardProjection implements FactProjection {
    static final String VIEW = "dashboard-tolerance";
    private static final Set<String> HOLDS = Set.of("MET", "GOOD_POLE");

    private final ViewCollection<ToleranceDecisionRow> decisions;
    private final ViewCollection<ToleranceCount> counts;
    private final ViewCollection<Seen> seen;

    /** How many events the numbers were rebuilt from, per place. */
    record Seen(String jurisdiction, long events) {}

    ToleranceDashboardProjection(Views views) {
        decisions = views.of(VIEW).collection("decisions", ToleranceDecisionRow.class);
        counts = views.of(VIEW).collection("counts", ToleranceCount.class);
        seen = views.of(VIEW).collection("seen", Seen.class);
    }

    @Override
    public String name() {
        return VIEW;
    }

    @Override
    public void on(FactReceived<? extends PublishedFact> fact) {
        switch (fact.fact()) {
            case ToleranceFact.ToleranceGranted granted when granted.subject() == SubjectKind.PERSON ->
                    decided(fact, granted.toleranceCase(), granted.jurisdiction(), "EXEMPT", granted.postLevel(), granted.items(), granted.decidedOn());
            case ToleranceFact.ToleranceMitigated mitigated ->
                    decided(fact, mitigated.toleranceCase(), mitigated.jurisdiction(), "MITIGATED", mitigated.postLevel(), mitigated.items(), mitigated.decidedOn());
            case ToleranceFact.ToleranceRefused refused ->
                    decided(fact, refused.toleranceCase(), refused.jurisdiction(), "REFUSED", refused.postLevel(), refused.items(), refused.decidedOn());
            case ToleranceFact.RedLineFound found -> {
                add(found.jurisdiction(), found.foundOn(), "RED_LINE", "all", "FOUND");
                saw(found.jurisdiction());
            }
            case ToleranceFact.RedLineWithdrawn withdrawn -> {
                add(withdrawn.jurisdiction(), withdrawn.withdrawnOn(), "RED_LINE", "all", "WITHDRAWN");
                saw(withdrawn.jurisdiction());
            }
            case ToleranceFact.ToleranceOpened opened -> {
                add(opened.jurisdiction(), opened.openedOn(), "START", opened.start().name(), "OPENED");
                saw(opened.jurisdiction());
            }
            default -> { }
        }
    }

    private void decided(FactReceived<?> fact, String toleranceCase, String jurisdiction, String outcome, @Nullable String postLevel, List<ItemFound> items, LocalDate on) {
        List<String> holding = items.stream().filter(item -> HOLDS.contains(item.result())).map(ItemFound::item).toList();
        decisions.save(fact.id(), new ToleranceDecisionRow(fact.id(), toleranceCase, jurisdiction, month(on), outcome, postLevel, holding, on, fact.position()));
        add(jurisdiction, on, "TOTAL", "all", outcome);
        add(jurisdiction, on, "POST_LEVEL", postLevel == null ? "UNSET" : postLevel, outcome);
        holding.forEach(item -> add(jurisdiction, on, "ITEM", item, outcome));
        saw(jurisdiction);
    }

    private void add(String jurisdiction, LocalDate on, String dimension, String key, String outcome) {
        String id = String.join("|", jurisdiction, month(on), dimension, key, outcome);
        counts.update(id, row -> new ToleranceCount(id, jurisdiction, month(on), dimension, key, outcome, row == null ? 1 : row.count() + 1));
    }

    private void saw(String jurisdiction) {
        seen.update(jurisdiction, row -> new Seen(jurisdiction, row == null ? 1 : row.events() + 1));
    }

    private static String month(LocalDate on) {
        return on.toString().substring(0, 7);
    }
}
