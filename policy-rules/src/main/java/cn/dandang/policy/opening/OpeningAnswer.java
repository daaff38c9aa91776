package cn.dandang.policy.opening;

import cn.dandang.policy.Message;
import cn.dandang.policy.Resolution;

/**
 * Whether something opens here, and by itself or by a person.
 *
 * @param opens true when it opens by itself; false leaves it to a person, with the resolution saying why
 */
public record OpeningAnswer(boolean opens, Message says, Resolution resolution) {
}
