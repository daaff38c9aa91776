package cn.dandang.clarification.feedback;

import cn.dandang.clarification.Permission;
import cn.dandang.clarification.feedback.DutyEvent.Subject;
import cn.dandang.kit.decision.Actor;
import cn.dandang.kit.ground.Grounds;
import cn.dandang.kit.impact.Compared;
import cn.dandang.kit.impact.ImpactReport.Difference;
import cn.dandang.kit.impact.ImpactReport.Entry;
import cn.dandang.kit.impact.ImpactSource;
import cn.dandang.kit.impact.Matter;
import cn.dandang.kit.impact.Paged;
import cn.dandang.kit.view.Filter;
import cn.dandang.policy.Message;
import cn.dandang.policy.PolicySnapshot;
import cn.dandang.policy.feedback.Feedback;
import cn.dandang.policy.feedback.FeedbackAnswer;
import cn.dandang.policy.feedback.ReporterMode;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** What a change of the rules would mean for what is owed to reporters, and by when. Told to insiders of the place alone. */
@Component
final class DutyImpacts implements ImpactSource {
    private final DutyProjection view;

    DutyImpacts(DutyProjection view) {
        this.view = view;
    }

    @Override
    public Stream<Optional<Entry>> compared(Compared rules, Actor actor) {
        return Paged.all(view.rows(), DutyRow::id, Filter.eq("jurisdiction", actor.jurisdiction())).filter(row -> Permission.mayKnow(row.accused(), row.jurisdiction(), actor)).map(row -> compared(rules, row));
    }

    private static Optional<Entry> compared(Compared rules, DutyRow row) {
        Subject subject = row.subject();
        boolean open = row.state() != DutyRow.State.DONE;
        List<String> questions = List.of("feedback.triggers", subject.mode() == ReporterMode.ANONYMOUS ? "feedback.anonymous" : "feedback.real-name", "feedback.limit");
        LocalDate day = rules.impact().day(subject.asOf());
        FeedbackAnswer before = owed(rules.impact().before(), row, day);
        FeedbackAnswer after = owed(rules.impact().after(), row, day);
        boolean same = before.duty() == after.duty() && before.opens() == after.opens();
        List<Difference> duty = same ? List.of() : List.of(new Difference("feedback.duty", Message.of("向举报人负有的义务", "What is owed to the reporter"), words(before), words(after), Grounds.clauses(after.resolution().citations())));
        // the title shows a number only
        Matter matter = new Matter("FEEDBACK_DUTY", row.id(), Message.of("办理事项 " + row.id().substring(0, 8), "Matter " + row.id().substring(0, 8)), row.jurisdiction(), subject.asOf(), open, questions, List.of());
        return rules.entry(matter, open ? null : same, duty);
    }

    private static FeedbackAnswer owed(PolicySnapshot policy, DutyRow row, LocalDate day) {
        return Feedback.duty(policy, row.jurisdiction(), day, row.subject().mode(), row.subject().trigger());
    }

    private static Message words(FeedbackAnswer answer) {
        Message duty = switch (answer.duty()) {
            case FEEDBACK -> Message.of("向实名举报人反馈", "Feedback to the real-name reporter");
            case RANGE_EXPLANATION -> Message.of("在一定范围说明情况", "An explanation within a range");
            case ASKS_A_PERSON -> Message.of("由人查阅其他规定办理", "A person looks at other rules");
        };
        return answer.opens() || answer.duty() == FeedbackAnswer.Duty.ASKS_A_PERSON ? duty : Message.of(duty.zh() + "（口径未确认，由人决定）", duty.en() + " (the reading is not confirmed; a person decides)");
    }
}
