/**
 * Business time: system time plus an offset that only the local profile reads.
 * Legal dates are those of Asia/Shanghai.
 */
@NullMarked
package cn.dandang.kit.clock;

import org.jspecify.annotations.NullMarked;
