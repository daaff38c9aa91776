package cn.dandang.policy.impact;

import java.time.LocalDate;
import java.util.List;

/**
 * Which open cases and which past decisions would differ.
 *
 * @param from        the first day of the change
 * @param withdrawn   decisions among the differing ones that could not be taken any more
 * @param differences the first of them in the order of the records; {@code openDiffering + decidedDiffering} may be more
 */
public record ImpactReport(String versionBefore, String versionAfter, LocalDate from, long open, long openDiffering, long decided,
                           long decidedDiffering, long withdrawn, List<CaseDifference> differences) {
}
