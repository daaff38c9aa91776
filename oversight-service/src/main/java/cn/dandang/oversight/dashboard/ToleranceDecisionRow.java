package cn.dandang.oversight.dashboard;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One decision on one person, for the drill-down from a number to its cases.
 *
 * @param id      of the published fact
 * @param items   ids of the items found to hold
 * @param outcome EXEMPT, MITIGATED or REFUSED
 */
record ToleranceDecisionRow(String id, String toleranceCase, String jurisdiction, String month, String outcome, @Nullable String postLevel, List<String> items, LocalDate decidedOn, long ledgerPosition) {}
