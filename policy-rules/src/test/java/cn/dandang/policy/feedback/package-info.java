/**
 * Tests of the sentences to those who answer a reporter, and of ends that a later version of a clause leaves out.
 * The answers themselves are tested by the examples.
 */
@NullMarked
package cn.dandang.policy.feedback;

import org.jspecify.annotations.NullMarked;
