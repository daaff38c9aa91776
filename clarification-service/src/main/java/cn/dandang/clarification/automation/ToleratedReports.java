package cn.dandang.clarification.automation;

import cn.dandang.clarification.feedback.DutyCommand.OpenDuty;
import cn.dandang.clarification.report.Report;
import cn.dandang.clarification.report.ReportCommand.NoteDuty;
import cn.dandang.clarification.report.ReportEvent.ReportReceived;
import cn.dandang.clarification.reported.ReportedFact;
import cn.dandang.contracts.Ground;
import cn.dandang.kit.decision.Command;
import cn.dandang.kit.decision.Role;
import cn.dandang.kit.ground.Grounds;
import cn.dandang.kit.reaction.Effect;
import cn.dandang.policy.Acts;
import cn.dandang.policy.Message;
import cn.dandang.policy.PolicySnapshot;
import cn.dandang.policy.feedback.Feedback;
import cn.dandang.policy.feedback.FeedbackAnswer;
import cn.dandang.policy.feedback.FeedbackTrigger;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What is owed to a reporter whose allegation was tolerated. */
public final class ToleratedReports {
    private ToleratedReports() {}

    /** The orders that open the duty, or the question what is owed; empty where one hangs there already. */
    public static Optional<List<Command>> orders(Report report, ReportedFact.Source source, ReportedFact.Decided decided, boolean accepted) {
        ReportReceived received = report.received();
        if (received == null || report.hasDuty(source.allegation(), FeedbackTrigger.TOLERATED)) {
            return Optional.empty();
        }
        String duty = dutyOf(source, decided);
        return Optional.of(List.of(
                new OpenDuty(duty, source.report(), source.allegation(), received.accused(), received.jurisdiction(), report.mode(), FeedbackTrigger.TOLERATED, decided.on(), accepted, decided.cause()),
                new NoteDuty(source.report(), duty, source.allegation(), FeedbackTrigger.TOLERATED)));
    }

    /** The same as an effect of a published decision: by itself where the clause is the place's own or confirmed, or where a person is left with the silence anyway. */
    static Optional<Effect> effect(PolicySnapshot policy, Report report, ReportedFact.Source source, ReportedFact.Decided decided) {
        ReportReceived received = report.received();
        if (received == null) {
            return Optional.empty();
        }
        FeedbackAnswer answer = Feedback.duty(policy, received.jurisdiction(), decided.on(), report.mode(), FeedbackTrigger.TOLERATED);
        boolean asks = answer.duty() != FeedbackAnswer.Duty.ASKS_A_PERSON && !answer.opens();
        Ground ground = Grounds.of(answer.resolution());
        return orders(report, source, decided, asks).map(orders -> new Effect(dutyOf(source, decided), ground, asks ? Acts.ASK_A_PERSON : Acts.BY_ITSELF,
                asks ? Grounds.openReading(answer.resolution()) : null, orders,
                Message.of("是否向举报人反馈或说明", "Is feedback or an explanation owed to the reporter"),
                Message.of("所反映的事实已作出容错免责决定。" + answer.says().zh() + "该条款在本地是否适用？",
                        "A decision to tolerate was made on the reported fact. " + answer.says().en() + " Does the clause apply here?"))
                .answeredBy(received.jurisdiction(), Role.REPORT_OFFICER, Role.PROTECTION_OFFICER));
    }

    /** One duty per allegation and decision, the same when handled again; made of random ids, so it tells nothing. */
    private static String dutyOf(ReportedFact.Source source, ReportedFact.Decided decided) {
        return UUID.nameUUIDFromBytes(("duty:" + source.report() + ":" + source.allegation() + ":" + decided.toleranceCase()).getBytes(StandardCharsets.UTF_8)).toString();
    }
}
