/**
 * Tests of the reasons that a decision owes.
 * The effects themselves are tested by the examples.
 */
@NullMarked
package cn.dandang.policy.effects;

import org.jspecify.annotations.NullMarked;
