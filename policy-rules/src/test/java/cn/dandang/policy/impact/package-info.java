/**
 * Tests of the preview of a change.
 * Recorded cases are asked before and after it.
 */
@NullMarked
package cn.dandang.policy.impact;

import org.jspecify.annotations.NullMarked;
