package cn.dandang.policy.reading;

import cn.dandang.policy.Answered;
import cn.dandang.policy.Message;
import cn.dandang.policy.PolicyDocument;
import cn.dandang.policy.PolicySnapshot;
import cn.dandang.policy.Resolution;
import java.time.LocalDate;
import java.util.List;

/** A question to which the documents give a place no answer on a day: NOT_STATED, LOST, UNSET or UNDEFINED. Silence, not a no. */
public record Gap(Message title, Resolution resolution) {

    /** The gaps of one jurisdiction, in the order of the questions. */
    public static List<Gap> of(PolicySnapshot policy, String jurisdiction, LocalDate asOf) {
        return Comparison.questions(policy).stream().map(question -> policy.resolve(question, jurisdiction, asOf))
                .filter(resolution -> resolution.outcome() != Answered.STATED)
                .map(resolution -> new Gap(Comparison.title(policy, resolution.ruleKey()), resolution)).toList();
    }

    /** The documents that are not applied automatically because no effective date is known. */
    public static List<PolicyDocument> undated(PolicySnapshot policy) {
        return policy.documents().stream().filter(document -> policy.effectiveDate(document.code()).isEmpty()).toList();
    }
}
