/**
 * Deadlines as data: lists of what is due built from events, and the ticker that gives the orders.
 * Late, early or twice is the same.
 */
@NullMarked
package cn.dandang.kit.due;

import org.jspecify.annotations.NullMarked;
