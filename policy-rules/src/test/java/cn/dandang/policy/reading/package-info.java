/**
 * The rules laid out for readers are complete: nothing of the data is left out of a view.
 * Silence is listed as silence.
 */
@NullMarked
package cn.dandang.policy.reading;

import org.jspecify.annotations.NullMarked;
