package cn.dandang.policy.feedback;

import cn.dandang.policy.Acts;
import cn.dandang.policy.Answered;
import cn.dandang.policy.Message;
import cn.dandang.policy.PolicySnapshot;
import cn.dandang.policy.Resolution;
import cn.dandang.policy.feedback.FeedbackAnswer.Duty;
import java.time.LocalDate;

/** Feedback to reporters (CLR-01, CLR-02, CLR-04). Called by clarification alone: nothing outside it knows that a report exists. */
public final class Feedback {
    private static final Message UNVERIFIED = Message.of("署名尚未核实；核实为实名后反馈，核实前由人决定是否在一定范围说明。",
            "The name is not verified yet; feedback is owed once it is, and until then a person decides on an explanation within a range.");
    private static final Message SILENT = Message.of("这些文件未载明；由人查阅其他规定（如纪检监察机关处理检举控告工作规则）并记录。",
            "Not stated in these documents; a person looks at other rules, such as the rules for handling reports, and records which.");

    private Feedback() {
    }

    /** What is owed to a reporter of this mode when the matter ends this way. */
    public static FeedbackAnswer duty(PolicySnapshot policy, String jurisdiction, LocalDate asOf, ReporterMode mode, FeedbackTrigger trigger) {
        Resolution triggers = policy.resolve("feedback.triggers", jurisdiction, asOf);
        Resolution duty = policy.resolve(mode == ReporterMode.ANONYMOUS ? "feedback.anonymous" : "feedback.real-name", jurisdiction, asOf);
        Resolution limit = policy.resolve("feedback.limit", jurisdiction, asOf);
        if (duty.outcome() != Answered.STATED || !triggers.states(trigger.name())) {
            Message says = duty.outcome() == Answered.UNDEFINED ? SILENT : duty.says();
            return new FeedbackAnswer(mode, trigger, Duty.ASKS_A_PERSON, false, says, duty, limit);
        }
        if (mode == ReporterMode.NAME_UNVERIFIED) {
            return new FeedbackAnswer(mode, trigger, Duty.ASKS_A_PERSON, false, UNVERIFIED, duty, limit);
        }
        Duty owed = mode == ReporterMode.ANONYMOUS ? Duty.RANGE_EXPLANATION : Duty.FEEDBACK;
        return new FeedbackAnswer(mode, trigger, owed, duty.acts() == Acts.BY_ITSELF, duty.says(), duty, limit);
    }
}
