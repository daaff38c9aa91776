/**
 * 容错案: whether a fault is tolerated, from the screening to the decision and what it carries with it.
 * Findings come from the investigators, the decision from a meeting without them; the rules permit or refuse, and propose nothing.
 */
@NullMarked
package cn.dandang.tolerance.tolerancecase;

import org.jspecify.annotations.NullMarked;
