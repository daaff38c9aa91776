package cn.dandang.policy.rectification;

import cn.dandang.policy.Message;
import cn.dandang.policy.Resolution;

/**
 * The correction that goes with a decision here.
 *
 * @param required    true when the decision must carry a correction order
 * @param immediately true when correction starts in the same command (立即)
 */
public record RectificationAnswer(boolean required, boolean immediately, Message says, Resolution order, Resolution start,
                                  Resolution limit, Resolution explanation, Resolution followUp, Resolution prevention) {
}
