/**
 * Kills processes at random moments while records are appended, and counts what was lost, doubled or put out of order.
 * {@code ./dandang bench crash} runs it; the seed that it prints asks for the same plan again.
 */
@NullMarked
package cn.dandang.bench.crash;

import org.jspecify.annotations.NullMarked;
