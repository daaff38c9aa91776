package cn.dandang.clarification.feedback;

import cn.dandang.clarification.feedback.DutyEvent.Kind;
import cn.dandang.clarification.feedback.DutyEvent.OtherRule;
import cn.dandang.clarification.feedback.DutyEvent.Subject;
import cn.dandang.contracts.Citation;
import cn.dandang.contracts.Ground;
import cn.dandang.policy.Answered;
import cn.dandang.policy.Message;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A duty towards a reporter in the list. */
record DutyRow(String id, long version, String jurisdiction, String accused, Subject subject, State state, @Nullable Kind kind, @Nullable Ground ground, @Nullable String reading, Answered value,
               @Nullable Message says, List<Citation> clauses, List<OtherRule> otherRules, LocalDate openedOn, @Nullable Outcome outcome, @Nullable LocalDate doneOn, @Nullable String doneBy) {
    DutyRow {
        clauses = List.copyOf(clauses);
        otherRules = List.copyOf(otherRules);
    }

    enum State { DUE, ASKED, LEFT_TO_A_PERSON, DONE }

    enum Outcome { FED_BACK, EXPLAINED_IN_RANGE, DECLINED, OTHER_RULE_CONSULTED }

    DutyRow done(long at, Outcome how, String by, LocalDate on) {
        return new DutyRow(id, at, jurisdiction, accused, subject, State.DONE, kind, ground, reading, value, says, clauses, otherRules, openedOn, how, on, by);
    }
}
