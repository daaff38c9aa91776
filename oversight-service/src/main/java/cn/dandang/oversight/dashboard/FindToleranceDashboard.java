package cn.dandang.oversight.dashboard;

import cn.dandang.contracts.ToleranceFact;
import cn.dandang.kit.clock.BusinessClock;
import cn.dandang.kit.policy.CurrentPolicy;
import cn.dandang.kit.view.Filter;
import cn.dandang.kit.view.ViewCollection;
import cn.dandang.kit.view.Views;
import cn.dandang.oversight.dashboard.ToleranceDashboardProjection.Seen;
import cn.dandang.policy.Message;
import cn.dandang.policy.PolicyDocument;
import cn.dandang.policy.tolerance.TestItem;
import cn.dandang.policy.tolerance.ToleranceTest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Adds up the counters of P-05 for a place and a span of months, and suppresses cells under five for readers who may not see single cases. */
@Component
class FindToleranceDashboard {
    private static final long SMALLEST_CELL = 5;
    private static final Message DEFINITION = Message.of(
            "按决定作出之月统计对人员的容错决定，一次决定计一次；某一情形、条件或要件项下的数字，指决定时已认定其成立的决定数。不排名，不设指标，小于五的格不显示。",
            "Tolerance decisions on persons by month of decision, each counted once. A number beside a situation, condition or element counts the decisions in which it was found to hold. No ranking, no target; cells under five are not shown.");

    private final ViewCollection<ToleranceCount> counts;
    private final ViewCollection<ToleranceDecisionRow> decisions;
    private final ViewCollection<Seen> seen;
    private final CurrentPolicy policy;
    private final BusinessClock clock;

    FindToleranceDashboard(Views views, CurrentPolicy policy, BusinessClock clock) {
        this.counts = views.of(ToleranceDashboardProjection.VIEW).collection("counts", ToleranceCount.class);
        this.decisions = views.of(ToleranceDashboardProjection.VIEW).collection("decisions", ToleranceDecisionRow.class);
        this.seen = views.of(ToleranceDashboardProjection.VIEW).collection("seen", Seen.class);
        this.policy = policy;
        this.clock = clock;
    }

    /**
     * @param jurisdiction one place, or null for all
     * @param from         first month, {@code 2024-05}, or null
     * @param to           last month, or null
     * @param every        show small cells: for the auditor
     */
    ToleranceDashboard find(@Nullable String jurisdiction, @Nullable String from, @Nullable String to, boolean every) {
        Filter[] place = jurisdiction == null ? new Filter[0] : new Filter[] {Filter.eq("jurisdiction", jurisdiction)};
        Map<String, Map<String, Map<String, Long>>> sums = new TreeMap<>();
        counts.list(place).stream()
                .filter(count -> (from == null || count.month().compareTo(from) >= 0) && (to == null || count.month().compareTo(to) <= 0))
                .forEach(count -> sums.computeIfAbsent(count.dimension(), d -> new TreeMap<>()).computeIfAbsent(count.key(), k -> new TreeMap<>()).merge(count.outcome(), count.count(), Long::sum));
        Cells total = new Cells(sums.getOrDefault("TOTAL", Map.of()).getOrDefault("all", Map.of()), every);
        Cells redLines = new Cells(sums.getOrDefault("RED_LINE", Map.of()).getOrDefault("all", Map.of()), every);
        Map<String, TestItem> items = items();
        Map<String, String> documents = documents(items);
        List<ToleranceDashboard.ByItem> byItem = new ArrayList<>();
        Map<String, Map<String, Long>> perItem = sums.getOrDefault("ITEM", Map.of());
        items.forEach((id, item) -> {
            if (perItem.containsKey(id)) {
                Cells cells = new Cells(perItem.get(id), every);
                byItem.add(new ToleranceDashboard.ByItem(id, item.name(), documents.get(id), cells.of("EXEMPT"), cells.of("MITIGATED"), cells.of("REFUSED"), cells.suppressed("EXEMPT", "MITIGATED", "REFUSED")));
            }
        });
        List<ToleranceDashboard.ByPostLevel> byLevel = new ArrayList<>();
        sums.getOrDefault("POST_LEVEL", Map.of()).forEach((level, outcomes) -> {
            Cells cells = new Cells(outcomes, every);
            byLevel.add(new ToleranceDashboard.ByPostLevel(level, cells.of("EXEMPT"), cells.of("MITIGATED"), cells.of("REFUSED"), cells.suppressed("EXEMPT", "MITIGATED", "REFUSED")));
        });
        List<ToleranceDashboard.Start> starts = new ArrayList<>();
        for (ToleranceFact.Start start : ToleranceFact.Start.values()) {
            Cells cells = new Cells(sums.getOrDefault("START", Map.of()).getOrDefault(start.name(), Map.of()), every);
            starts.add(new ToleranceDashboard.Start(start.name(), cells.of("OPENED"), cells.suppressed("OPENED")));
        }
        return new ToleranceDashboard(Instant.now(), seen.list(place).stream().mapToLong(Seen::events).sum(), DEFINITION, jurisdiction, from, to,
                new ToleranceDashboard.Totals(total.of("EXEMPT"), total.of("MITIGATED"), total.of("REFUSED"), redLines.of("FOUND"), redLines.of("WITHDRAWN"),
                        total.suppressed("EXEMPT", "MITIGATED", "REFUSED") || redLines.suppressed("FOUND", "WITHDRAWN")),
                byItem, byLevel, starts);
    }

    /** The decisions behind a number, in the order in which they were published. */
    List<ToleranceDecisionRow> decisions(@Nullable String jurisdiction, @Nullable String item, @Nullable String outcome, @Nullable String postLevel, @Nullable String after, int limit) {
        List<Filter> filters = new ArrayList<>();
        if (jurisdiction != null) {
            filters.add(Filter.eq("jurisdiction", jurisdiction));
        }
        if (item != null) {
            filters.add(Filter.eq("items", item));
        }
        if (outcome != null) {
            filters.add(Filter.eq("outcome", outcome));
        }
        if (postLevel != null) {
            filters.add(Filter.eq("postLevel", "UNSET".equals(postLevel) ? null : postLevel));
        }
        return decisions.page(after, limit, filters.toArray(Filter[]::new));
    }

    /** The items of every place in the order of the documents, so that labels are those of the rules. */
    private Map<String, TestItem> items() {
        Map<String, TestItem> items = new LinkedHashMap<>();
        policy.snapshot().documents().stream().map(PolicyDocument::jurisdiction).distinct()
                .forEach(place -> ToleranceTest.items(policy.snapshot(), place, clock.today()).forEach(item -> items.putIfAbsent(item.id(), item)));
        return items;
    }

    private static Map<String, String> documents(Map<String, TestItem> items) {
        Map<String, String> documents = new LinkedHashMap<>();
        items.forEach((id, item) -> documents.put(id, item.clauses().isEmpty() ? null : item.clauses().getFirst().document()));
        return documents;
    }

    /** Numbers of one row; those under five are null for most readers. Zero is no case and hides nobody. */
    private record Cells(Map<String, Long> outcomes, boolean every) {
        @Nullable Long of(String outcome) {
            long count = outcomes.getOrDefault(outcome, 0L);
            return every || count == 0 || count >= SMALLEST_CELL ? count : null;
        }

        boolean suppressed(String... which) {
            return Arrays.stream(which).anyMatch(outcome -> of(outcome) == null);
        }
    }
}
