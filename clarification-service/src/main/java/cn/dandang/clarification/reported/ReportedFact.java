package cn.dandang.clarification.reported;

import cn.dandang.kit.standing.Linked;
import java.time.LocalDate;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What is known of a fact.
 *
 * @param sources   allegations about it
 * @param decisions decisions to tolerate that reach it
 * @param links     facts found to be the same, by link
 */
public record ReportedFact(List<Source> sources, List<Decided> decisions, Map<String, String> links) implements Linked {
    static final ReportedFact UNKNOWN = new ReportedFact(List.of(), List.of(), Map.of());

    public ReportedFact {
        sources = List.copyOf(sources);
        decisions = List.copyOf(decisions);
        links = Collections.unmodifiableMap(new LinkedHashMap<>(links));
    }

    /** One allegation of one report. */
    public record Source(String report, String allegation) {}

    /**
     * A decision to tolerate.
     *
     * @param origin the fact it was made on
     * @param cause  id of the published fact
     */
    public record Decided(String toleranceCase, String origin, LocalDate on, String cause) {}

    public Set<String> decisionCases() {
        return decisions.stream().map(Decided::toleranceCase).collect(Collectors.toSet());
    }
}
