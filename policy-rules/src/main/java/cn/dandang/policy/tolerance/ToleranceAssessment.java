package cn.dandang.policy.tolerance;

import cn.dandang.policy.Message;
import cn.dandang.policy.Trace;
import java.time.LocalDate;
import java.util.List;

/**
 * What holds, what does not, what is near and why, and which outcomes a body may decide. It carries no proposal and no score.
 *
 * @param missing      ids of required items not recorded yet
 * @param combination  how the items work together here, in words
 * @param permissions  one for each outcome and subject
 */
public record ToleranceAssessment(String jurisdiction, LocalDate asOf, String rulesVersion, List<ItemResult> items,
                                  List<String> missing, Message combination, List<OutcomePermission> permissions,
                                  List<Question> questions, Trace trace) {

    public OutcomePermission permission(ToleranceOutcome outcome, Subject subject) {
        return permissions.stream().filter(p -> p.outcome() == outcome && p.subject() == subject).findFirst().orElseThrow();
    }
}
