/**
 * Tests of the package of the same name.
 * Given what happened, when ordered, then events or a refusal.
 */
@NullMarked
package cn.dandang.tolerance.appeal;

import org.jspecify.annotations.NullMarked;
