/**
 * The tests of tolerance of each place: what must be recorded, what holds, what a body may decide.
 * It never proposes an outcome and never computes a score.
 */
@NullMarked
package cn.dandang.policy.tolerance;

import org.jspecify.annotations.NullMarked;
