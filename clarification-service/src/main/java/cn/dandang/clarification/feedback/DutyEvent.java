package cn.dandang.clarification.feedback;

import cn.dandang.contracts.Citation;
import cn.dandang.contracts.Ground;
import cn.dandang.kit.decision.DomainEvent;
import cn.dandang.kit.decision.EventName;
import cn.dandang.kit.personal.Sealed;
import cn.dandang.policy.Answered;
import cn.dandang.policy.Message;
import cn.dandang.policy.feedback.FeedbackTrigger;
import cn.dandang.policy.feedback.ReporterMode;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What happened to a duty towards a reporter. */
public sealed interface DutyEvent extends DomainEvent {
    String duty();

    /** What the duty is. */
    enum Kind { FEEDBACK, RANGE_EXPLANATION }

    /**
     * What it hangs on.
     *
     * @param cause id of the published decision, or null
     */
    record Subject(String report, String allegation, String accused, ReporterMode mode, FeedbackTrigger trigger, LocalDate asOf, @Nullable String cause) {}

    /** 反馈义务已产生: the limit is UNSET. */
    @EventName("clarification.feedback-due.v1")
    record FeedbackDue(String duty, String jurisdiction, Subject subject, Kind kind, Ground ground, LocalDate on) implements DutyEvent {}

    /** Whether a higher clause applies here is asked, both clauses side by side. */
    @EventName("clarification.feedback-asked.v1")
    record FeedbackAsked(String duty, String jurisdiction, Subject subject, Kind kind, Ground ground, String reading, LocalDate on) implements DutyEvent {}

    /**
     * The documents give no duty; a person finishes the question.
     *
     * @param value why: NOT_STATED, LOST, UNSET, or STATED where only the name is unverified
     * @param rules other rules to look at, by name
     */
    @EventName("clarification.feedback-left-to-a-person.v1")
    record FeedbackLeftToAPerson(String duty, String jurisdiction, Subject subject, Answered value, Message says, List<Citation> clauses, List<OtherRule> rules, LocalDate on) implements DutyEvent {
        public FeedbackLeftToAPerson {
            clauses = List.copyOf(clauses);
            rules = List.copyOf(rules);
        }
    }

    /** A rule outside the five documents, by name. */
    record OtherRule(String pack, Message name, String articles) {}

    /** A person answered that the clause does not apply here in this case. */
    @EventName("clarification.feedback-declined.v1")
    record FeedbackDeclined(String duty, Sealed<String> reason, String by, LocalDate on) implements DutyEvent {}

    /** 已向实名举报人反馈. */
    @EventName("clarification.reporter-fed-back.v1")
    record ReporterFedBack(String duty, Sealed<String> manner, String by, LocalDate on) implements DutyEvent {}

    /** 已在一定范围说明情况. */
    @EventName("clarification.range-explanation-given.v1")
    record RangeExplanationGiven(String duty, Sealed<String> range, String by, LocalDate on) implements DutyEvent {}

    /** 已查阅其他规定. */
    @EventName("clarification.other-rule-consulted.v1")
    record OtherRuleConsulted(String duty, String rule, Sealed<String> result, String by, LocalDate on) implements DutyEvent {}
}
