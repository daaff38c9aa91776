/**
 * A trial answers what a case would be answered, in words a reader meets.
 * Each place is asked each trial.
 */
@NullMarked
package cn.dandang.policy.trial;

import org.jspecify.annotations.NullMarked;
