/**
 * Incentives (激励): nominations for awards, holds on them, and talks.
 * A hold is a person's recorded act; a released one leaves no trace in a view used to award.
 */
@NullMarked
package cn.dandang.incentive;

import org.jspecify.annotations.NullMarked;
