/**
 * The correction that goes with a decision is held on both sides of each of its conditions.
 * Where a case of the documents does not reach a condition, a published new version of a cell does.
 */
@NullMarked
package cn.dandang.policy.rectification;

import org.jspecify.annotations.NullMarked;
