package cn.dandang.policy.tolerance;

import cn.dandang.policy.Message;
import cn.dandang.policy.Trace;
import cn.dandang.policy.tolerance.ItemResult.Holds;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How one finding turns into a result; two items turn on something besides their own finding. */
final class ItemResults {
    private static final String EMERGENCY = "guizhou.situation.5";
    private static final String LATER_REPORT = "guizhou.situation.5.report";
    private static final String CATCH_ALL = "weihai.situation.10";

    private ItemResults() {
    }

    static ItemResult of(PreparedItem prepared, @Nullable ItemFinding finding, Map<String, ItemFinding> all) {
        TestItem item = prepared.item();
        if (finding == null || finding.result() == FindingResult.NOT_RECORDED) {
            return new ItemResult(item, FindingResult.NOT_RECORDED, Holds.OPEN, prepared.notRecorded(), List.of());
        }
        if (item.id().equals(CATCH_ALL) && finding.result() == FindingResult.MET && blank(finding.citedPolicy())) {
            return result(prepared, finding, Holds.OPEN, prepared.say("须写明所依据的政策", "the policy it fits has to be cited"));
        }
        if (item.id().equals(EMERGENCY) && finding.result() == FindingResult.MET) {
            return emergency(prepared, finding, all.get(LATER_REPORT));
        }
        return switch (finding.result()) {
            case MET -> result(prepared, finding, Holds.HOLDS, prepared.holds());
            case NOT_MET -> result(prepared, finding, Holds.DOES_NOT_HOLD, prepared.doesNotHold());
            case NEAR -> result(prepared, finding, Holds.NEAR, prepared.near());
            case GOOD_POLE -> result(prepared, finding, Holds.HOLDS, prepared.goodPole());
            case BAD_POLE -> result(prepared, finding, Holds.DOES_NOT_HOLD, prepared.badPole());
            case MIXED -> result(prepared, finding, Holds.MIXED, prepared.mixed());
            case NOT_RECORDED -> throw new IllegalStateException(item.id());
        };
    }

    /** Whether another finding turns on this item, so that it has to be recorded. */
    static boolean neededBy(String itemId, Map<String, ItemFinding> findings) {
        ItemFinding emergency = findings.get(EMERGENCY);
        return itemId.equals(LATER_REPORT) && emergency != null && emergency.result() == FindingResult.MET;
    }

    static Trace.Verdict verdict(Holds holds) {
        return switch (holds) {
            case HOLDS -> Trace.Verdict.MET;
            case DOES_NOT_HOLD -> Trace.Verdict.NOT_MET;
            case NEAR, MIXED -> Trace.Verdict.NEAR;
            case OPEN -> Trace.Verdict.OPEN;
        };
    }

    private static ItemResult emergency(PreparedItem prepared, ItemFinding finding, @Nullable ItemFinding report) {
        if (report == null || report.result() == FindingResult.NOT_RECORDED) {
            return result(prepared, finding, Holds.OPEN, prepared.say("临时决断已查明，事后是否履行报告程序尚未记录",
                    "the emergency decision is found, the later report is not recorded yet"));
        }
        return report.result() == FindingResult.MET
                ? result(prepared, finding, Holds.HOLDS, prepared.say("临时决断，事后履行了报告程序", "decided in an emergency and reported afterwards"))
                : result(prepared, finding, Holds.NEAR, prepared.say("临时决断已查明，但事后未履行报告程序，情形不成立",
                        "the emergency decision is found, but there was no later report: the situation is not met"));
    }

    private static ItemResult result(PreparedItem prepared, ItemFinding finding, Holds holds, Message why) {
        return new ItemResult(prepared.item(), finding.result(), holds, why, finding.evidence());
    }

    private static boolean blank(@Nullable String text) {
        return text == null || text.isBlank();
    }
}
