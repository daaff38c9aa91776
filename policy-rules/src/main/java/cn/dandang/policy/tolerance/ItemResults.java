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

    static ItemResult of(TestItem item, @Nullable ItemFinding finding, Map<String, ItemFinding> all) {
        if (finding == null || finding.result() == FindingResult.NOT_RECORDED) {
            return new ItemResult(item, FindingResult.NOT_RECORDED, Holds.OPEN, say(item, "尚未记录", "not recorded yet"), List.of());
        }
        if (item.id().equals(CATCH_ALL) && finding.result() == FindingResult.MET && blank(finding.citedPolicy())) {
            return result(item, finding, Holds.OPEN, "须写明所依据的政策", "the policy it fits has to be cited");
        }
        if (item.id().equals(EMERGENCY) && finding.result() == FindingResult.MET) {
            return emergency(item, finding, all.get(LATER_REPORT));
        }
        return switch (finding.result()) {
            case MET -> result(item, finding, Holds.HOLDS, "成立", "holds");
            case NOT_MET -> result(item, finding, Holds.DOES_NOT_HOLD, "不成立", "does not hold");
            case NEAR -> result(item, finding, Holds.NEAR, "接近，但有一处不符", "near, but one part is missing");
            case GOOD_POLE -> result(item, finding, Holds.HOLDS, pole(item.goodPole(), true, "有利"), pole(item.goodPole(), false, "speaks for"));
            case BAD_POLE -> result(item, finding, Holds.DOES_NOT_HOLD, pole(item.badPole(), true, "不利"), pole(item.badPole(), false, "speaks against"));
            case MIXED -> result(item, finding, Holds.MIXED, "两面都有，由人综合分析", "both sides, for a person to weigh");
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

    private static ItemResult emergency(TestItem item, ItemFinding finding, @Nullable ItemFinding report) {
        if (report == null || report.result() == FindingResult.NOT_RECORDED) {
            return result(item, finding, Holds.OPEN, "临时决断已查明，事后是否履行报告程序尚未记录", "the emergency decision is found, the later report is not recorded yet");
        }
        return report.result() == FindingResult.MET
                ? result(item, finding, Holds.HOLDS, "临时决断，事后履行了报告程序", "decided in an emergency and reported afterwards")
                : result(item, finding, Holds.NEAR, "临时决断已查明，但事后未履行报告程序，情形不成立",
                        "the emergency decision is found, but there was no later report: the situation is not met");
    }

    private static ItemResult result(TestItem item, ItemFinding finding, Holds holds, String zh, String en) {
        return new ItemResult(item, finding.result(), holds, say(item, zh, en), finding.evidence());
    }

    private static Message say(TestItem item, String zh, String en) {
        return Message.of(item.name().zh() + "：" + zh + "。", item.name().en() + ": " + en + ".");
    }

    private static String pole(@Nullable Message pole, boolean zh, String otherwise) {
        return pole == null ? otherwise : zh ? pole.zh() : pole.en();
    }

    private static boolean blank(@Nullable String text) {
        return text == null || text.isBlank();
    }
}
