/**
 * A cycle of packages, planted.
 * The architecture test has to find it.
 */
@NullMarked
package cn.dandang.policy.cycle;

import org.jspecify.annotations.NullMarked;
