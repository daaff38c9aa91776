package cn.dandang.policy.appeal;

import cn.dandang.policy.Message;
import cn.dandang.policy.NationalRule;
import cn.dandang.policy.Resolution;
import java.util.List;

/**
 * What happens to a paper that objects to the finding.
 *
 * @param limit              the limit in days: NOT_STATED, so no date is enforced
 * @param statutoryRemedies  named in every jurisdiction, whether or not the local appeal is stated
 */
public record AppealAnswer(Appellant appellant, Treatment treatment, Message says, Resolution resolution, Resolution limit,
                           List<NationalRule> statutoryRemedies) {

    public enum Treatment {
        /** A document grants it: it is lodged as an appeal; the reviewer is another person than the decider (DESIGN). */
        APPEAL,
        /** A paper of the unit beside the cadre's appeal. */
        SUPPORTING_OPINION,
        /** Not stated in these documents, or lost: a person finishes the question and records which other rule he looked at. */
        ASKS_A_PERSON
    }
}
