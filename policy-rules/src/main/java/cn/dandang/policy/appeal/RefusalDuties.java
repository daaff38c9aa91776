package cn.dandang.policy.appeal;

import cn.dandang.policy.Message;
import cn.dandang.policy.NationalRule;
import cn.dandang.policy.Resolution;
import java.util.List;

/**
 * What a refusal carries with it: the explanation, and the remedies named to the person.
 *
 * @param mustBeExplained true everywhere: by clause in Shandong and Anhui, elsewhere by design for the person's protection
 */
public record RefusalDuties(boolean mustBeExplained, Message says, Resolution explanation, List<NationalRule> statutoryRemedies) {
}
