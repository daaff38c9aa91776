/**
 * Tests of the sentences about remedies: a clause, silence and a design are never told in each other's words.
 * The answers themselves are tested by the examples.
 */
@NullMarked
package cn.dandang.policy.appeal;

import org.jspecify.annotations.NullMarked;
