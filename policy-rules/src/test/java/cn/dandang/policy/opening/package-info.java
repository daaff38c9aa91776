/**
 * Tests of the sentences about who starts and who applies, and of an applicant that a later version of a clause adds.
 * The answers themselves are tested by the examples.
 */
@NullMarked
package cn.dandang.policy.opening;

import org.jspecify.annotations.NullMarked;
