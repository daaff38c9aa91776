package cn.dandang.oversight.dashboard;

import cn.dandang.policy.Message;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * P-05 as a page shows it. A number that is null was suppressed because it is under five.
 *
 * @param definition what is counted
 */
record ToleranceDashboard(Instant asOf, long rebuiltFromEvents, Message definition, @Nullable String jurisdiction, @Nullable String from, @Nullable String to, Totals totals, List<ByItem> byItem,
                          List<ByPostLevel> byPostLevel, List<Start> starts) {

    record Totals(@Nullable Long exempt, @Nullable Long mitigated, @Nullable Long refused, @Nullable Long redLinesFound, @Nullable Long redLinesWithdrawn, boolean suppressed) {}

    record ByItem(String itemId, Message label, @Nullable String doc, @Nullable Long exempt, @Nullable Long mitigated, @Nullable Long refused, boolean suppressed) {}

    record ByPostLevel(String postLevel, @Nullable Long exempt, @Nullable Long mitigated, @Nullable Long refused, boolean suppressed) {}

    record Start(String start, @Nullable Long count, boolean suppressed) {}
}
