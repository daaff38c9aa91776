/**
 * Why tolerance-service does not take an order: wrong role, place, person, state, or a rule.
 * One sealed family for every aggregate here, so that the same cause reads the same everywhere.
 */
@NullMarked
package cn.dandang.tolerance.refusal;

import org.jspecify.annotations.NullMarked;
