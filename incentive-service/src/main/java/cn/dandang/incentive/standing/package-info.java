/**
 * How a fact stands in incentive: which holds rest on it and which decisions to tolerate protect it.
 * A new hold is decided here in the same append, so that a tolerated fact cannot hold a nomination again.
 */
@NullMarked
package cn.dandang.incentive.standing;

import org.jspecify.annotations.NullMarked;
