package cn.dandang.clarification.feedback;

import cn.dandang.clarification.feedback.DutyEvent.FeedbackAsked;
import cn.dandang.clarification.feedback.DutyEvent.FeedbackDeclined;
import cn.dandang.clarification.feedback.DutyEvent.FeedbackDue;
import cn.dandang.clarification.feedback.DutyEvent.FeedbackLeftToAPerson;
import cn.dandang.clarification.feedback.DutyEvent.OtherRuleConsulted;
import cn.dandang.clarification.feedback.DutyEvent.RangeExplanationGiven;
import cn.dandang.clarification.feedback.DutyEvent.ReporterFedBack;
import cn.dandang.kit.publishing.RecordedEvent;
import cn.dandang.kit.view.Projection;
import cn.dandang.kit.view.ViewCollection;
import cn.dandang.kit.view.Views;
import cn.dandang.policy.Answered;
import java.time.LocalDate;
import java.util.List;
import org.springframework.stereotype.Component;

/** Builds the list of duties towards reporters. */
@Component
final class DutyProjection implements Projection {
    private static final String VIEW = "feedback-duties";
    private final Views views;

    DutyProjection(Views views) {
        this.views = views;
    }

    @Override
    public String name() {
        return VIEW;
    }

    ViewCollection<DutyRow> rows() {
        return views.of(VIEW).collection("duties", DutyRow.class);
    }

    @Override
    public void on(RecordedEvent recorded) {
        long at = recorded.version();
        switch (recorded.event()) {
            case FeedbackDue due -> rows().save(due.duty(), new DutyRow(due.duty(), at, due.jurisdiction(), due.subject().accused(), due.subject(), DutyRow.State.DUE, due.kind(), due.ground(), null,
                    Answered.STATED, null, due.ground().clauses(), List.of(), due.on(), null, null, null));
            case FeedbackAsked asked -> rows().save(asked.duty(), new DutyRow(asked.duty(), at, asked.jurisdiction(), asked.subject().accused(), asked.subject(), DutyRow.State.ASKED, asked.kind(), asked.ground(),
                    asked.reading(), Answered.STATED, null, asked.ground().clauses(), List.of(), asked.on(), null, null, null));
            case FeedbackLeftToAPerson left -> rows().save(left.duty(), new DutyRow(left.duty(), at, left.jurisdiction(), left.subject().accused(), left.subject(), DutyRow.State.LEFT_TO_A_PERSON, null, null, null,
                    left.value(), left.says(), left.clauses(), left.rules(), left.on(), null, null, null));
            case FeedbackDeclined declined -> done(declined.duty(), at, DutyRow.Outcome.DECLINED, declined.by(), declined.on());
            case ReporterFedBack fedBack -> done(fedBack.duty(), at, DutyRow.Outcome.FED_BACK, fedBack.by(), fedBack.on());
            case RangeExplanationGiven given -> done(given.duty(), at, DutyRow.Outcome.EXPLAINED_IN_RANGE, given.by(), given.on());
            case OtherRuleConsulted consulted -> done(consulted.duty(), at, DutyRow.Outcome.OTHER_RULE_CONSULTED, consulted.by(), consulted.on());
            default -> { }
        }
    }

    private void done(String duty, long at, DutyRow.Outcome how, String by, LocalDate on) {
        rows().update(duty, row -> row == null ? null : row.done(at, how, by, on));
    }
}
