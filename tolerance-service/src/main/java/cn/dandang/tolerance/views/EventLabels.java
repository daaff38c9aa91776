package cn.dandang.tolerance.views;

import cn.dandang.policy.Message;
import java.util.HashMap;
import java.util.Map;

/** What a line of history says, by the pinned name of the event. */
public final class EventLabels {
    private static final Map<String, Message> LABELS = new HashMap<>();

    static {
        label("accountability-opened", "问责程序已启动", "Accountability opened");
        label("check-attached", "容错核实已并入问责案", "Tolerance check attached");
        label("check-decided", "容错核实已作出决定", "Tolerance check decided");
        label("check-reopened", "容错核实重新进行", "Tolerance check reopened");
        label("accountability-concluded", "问责程序已办结", "Accountability concluded");
        label("opened-ex-officio", "已同步启动容错核实", "Tolerance check opened ex officio");
        label("applied", "已提出容错（免责）申请", "Tolerance applied for");
        label("application-accepted", "申请已受理", "Application accepted");
        label("application-refused", "申请不予受理（说明）", "Application not accepted");
        label("paper-attached", "材料已附卷", "Paper attached");
        label("verification-started", "核实已开始", "Verification started");
        label("finding-recorded", "核实情况已录入", "Finding recorded");
        label("field-recorded", "失误所属领域已录入", "Field of error recorded");
        label("test-evaluated", "条件、情形、要件已研判", "Test evaluated");
        label("statement-taken", "陈述申辩已记录", "Statement taken");
        label("red-line-found", "触及红线", "Red line found");
        label("red-line-withdrawn", "红线认定已撤销", "Red-line finding withdrawn");
        label("recusal-asked", "已申请回避", "Recusal asked for");
        label("recusal-granted", "已回避", "Recusal granted");
        label("recusal-refused", "不予回避（说明）", "Recusal refused");
        label("reading-chosen", "本案口径已选定", "Reading chosen in this case");
        label("granted", "已予免责", "Exempted");
        label("mitigated", "已从轻、减轻", "Mitigated");
        label("refused", "不予容错", "Not tolerated");
        label("duty-opened", "说明或告知义务已产生", "Duty opened");
        label("reminder-set", "已设平台提醒", "Platform reminder set");
        label("remedies-listed", "救济途径已列明", "Remedies listed");
        label("refusal-explained", "不符合情形已说明", "Refusal explained");
        label("correction-explained", "纠错事由已说明", "Correction explained");
        label("subject-notified", "已告知本人", "Subject notified");
        label("remedy-question-raised", "已提出救济问题", "Question of remedies raised");
        label("other-rule-consulted", "已查阅其他规定", "Other rule consulted");
        label("appeal-noted", "申诉正在办理", "Appeal under way");
        label("upheld-on-appeal", "申诉维持原认定", "Upheld on appeal");
        label("decision-set-aside", "原决定已失效", "Decision set aside");
        label("closed", "容错案已办结", "Tolerance case closed");
        label("rectification-ordered", "已责令限期整改", "Correction ordered");
        label("rectification-started", "纠错程序已启动", "Correction started");
        label("rectification-submitted", "整改情况已报送", "Correction reported");
        label("rectification-completed", "整改已完成", "Correction completed");
        label("rectification-rejected", "整改不到位", "Correction rejected");
        label("causes-and-systems-recorded", "原因与制度完善情况已记录", "Causes and systems recorded");
        label("rectification-overdue", "整改逾期", "Correction overdue");
        label("rectification-found-failing", "已认定整改不力或拒不整改", "Correction found inadequate or refused");
        label("rectification-escalation-decided", "后果已决定", "Consequence decided");
        label("rectification-closed", "整改任务已办结", "Correction closed");
        label("appeal-lodged", "已提出申诉", "Appeal lodged");
        label("supporting-opinion-attached", "单位意见已附", "Supporting opinion attached");
        label("appeal-decided", "申诉已决定", "Appeal decided");
        label("fact-recorded", "事实已登记", "Fact recorded");
        label("adverse-entered", "该事实被问责案引用", "Fact cited by accountability");
        label("fact-outcome-recorded", "该事实的认定结果已记录", "Outcome on the fact recorded");
        label("fact-outcome-set-aside", "该事实的认定结果已失效", "Outcome on the fact set aside");
        label("fact-cleared", "该事实已澄清", "Fact cleared");
        label("fact-link-noted", "与另一事实认定为同一事实", "Linked with another fact");
        label("fact-link-undone", "同一事实的认定已撤销", "Link undone");
        label("facts-linked", "两个事实已认定为同一事实", "Facts linked");
        label("facts-unlinked", "同一事实的认定已撤销", "Facts unlinked");
    }

    private EventLabels() {}

    private static void label(String name, String zh, String en) {
        LABELS.put("tolerance." + name + ".v1", Message.of(zh, en));
    }

    /** The label of an event type; its name where none is known. */
    public static Message of(String type) {
        return LABELS.getOrDefault(type, Message.of(type, type));
    }
}
