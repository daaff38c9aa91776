package cn.dandang.policy.trial;

import cn.dandang.policy.Message;
import cn.dandang.policy.PolicySnapshot;
import java.time.LocalDate;

/** A question of several clauses at once, answered by the function that answers it in a case. Its id is for ever. */
public sealed interface Trial permits ToleranceTrial, ObjectorTrial, OpeningTrial, EffectsTrial, RectificationTrial, AppealTrial, FeedbackTrial {

    /** {@code tolerance.test}: the part before the dot is the group it is listed with; no registered question has this id. */
    String id();

    Message title();

    /** What it asks in this place on this day. */
    Inputs inputs(PolicySnapshot policy, String jurisdiction, LocalDate asOf);

    /** What would hold. Refuses a name that {@link #inputs} does not list, and a finding that contradicts another. */
    default TrialAnswer answer(PolicySnapshot policy, String jurisdiction, LocalDate asOf, TrialGiven given) {
        inputs(policy, jurisdiction, asOf).refuseWhatIsNotAsked(given);
        return holding(policy, jurisdiction, asOf, given);
    }

    /** The answer to what is asked; it is had by {@link #answer}. */
    TrialAnswer holding(PolicySnapshot policy, String jurisdiction, LocalDate asOf, TrialGiven given);
}
