/**
 * Tests of what the examples do not say: refusals of input, red-line findings, traces.
 * The rules themselves are tested by the examples.
 */
@NullMarked
package cn.dandang.policy.tolerance;

import org.jspecify.annotations.NullMarked;
