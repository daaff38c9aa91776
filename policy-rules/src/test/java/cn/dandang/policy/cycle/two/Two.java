package cn.dandang.policy.cycle.two;

import cn.dandang.policy.cycle.One;
import java.util.List;

/** The other half of a planted cycle. */
public record Two(List<One> ones) {
}
