package cn.dandang.policy.cycle;

import cn.dandang.policy.cycle.two.Two;

/** One half of a planted cycle. */
public record One(Two two) {
}
