package cn.dandang.clarification.feedback;

import cn.dandang.kit.decision.Command;
import cn.dandang.kit.personal.Sealed;
import cn.dandang.policy.feedback.FeedbackTrigger;
import cn.dandang.policy.feedback.ReporterMode;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Orders to one duty towards a reporter. */
public sealed interface DutyCommand extends Command {
    String duty();

    @Override
    default String stream() {
        return FeedbackDuties.stream(duty());
    }

    /**
     * Asks the documents what is owed and opens it: a duty, a question whether a clause applies here, or a question that the documents leave silent.
     *
     * @param accused     whom the report is about
     * @param asOf        date by which the rules are chosen
     * @param accepted    whether a person has already answered that the clause applies here
     * @param cause       id of the published decision, or null when the verification ended it
     */
    record OpenDuty(String duty, String report, String allegation, String accused, String jurisdiction, ReporterMode mode, FeedbackTrigger trigger, LocalDate asOf, boolean accepted,
                    @Nullable String cause) implements DutyCommand {}

    /** A person says whether the higher clause applies here in this case. */
    record AnswerDuty(String duty, boolean applies, Sealed<String> reason) implements DutyCommand {}

    /** The name was verified: what is owed is asked again. */
    record AskAgain(String duty, ReporterMode mode) implements DutyCommand {}

    /** The real-name reporter was told the result. */
    record FulfilFeedback(String duty, Sealed<String> manner) implements DutyCommand {}

    /** The matter was explained within a range that a person chose. */
    record ExplainInRange(String duty, Sealed<String> range) implements DutyCommand {}

    /** Finishes a question that the documents leave silent: which other rule was looked at, with what result. */
    record ConsultOtherRule(String duty, String rule, Sealed<String> result) implements DutyCommand {}
}
