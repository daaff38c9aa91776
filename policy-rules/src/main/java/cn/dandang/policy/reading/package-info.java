/**
 * The rules laid out for readers: clause beside rule, jurisdictions side by side, gaps, and search by word.
 * Pure views of a snapshot; they decide nothing, and silence is always told as silence.
 */
@NullMarked
package cn.dandang.policy.reading;

import org.jspecify.annotations.NullMarked;
