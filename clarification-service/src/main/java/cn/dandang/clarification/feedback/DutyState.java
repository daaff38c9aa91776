package cn.dandang.clarification.feedback;

import cn.dandang.clarification.feedback.DutyEvent.FeedbackAsked;
import cn.dandang.clarification.feedback.DutyEvent.FeedbackDue;
import cn.dandang.clarification.feedback.DutyEvent.FeedbackLeftToAPerson;
import cn.dandang.clarification.feedback.DutyEvent.Subject;

/** Where a duty towards a reporter stands. */
public sealed interface DutyState {

    record NotOpened() implements DutyState {}

    record Due(FeedbackDue due) implements DutyState {}

    record Asked(FeedbackAsked asked) implements DutyState {}

    record LeftToAPerson(FeedbackLeftToAPerson left) implements DutyState {}

    /** Fulfilled, declined or finished by another rule. */
    record Done(Subject subject, String jurisdiction) implements DutyState {}
}
