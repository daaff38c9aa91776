/**
 * Trials of what the platform's own functions would answer: the test of tolerance, effects, correction, appeal, feedback.
 * A trial is asked by names that a page can show, decides by the same function as a case, and records nothing.
 */
@NullMarked
package cn.dandang.policy.trial;

import org.jspecify.annotations.NullMarked;
