/**
 * 纠错整改任务: what is to be corrected after an exemption, by when, and what lateness leads to in this place.
 * Lateness never revokes the exemption; a consequence that a clause names stays open until somebody decides it with a reason.
 */
@NullMarked
package cn.dandang.tolerance.rectification;

import org.jspecify.annotations.NullMarked;
