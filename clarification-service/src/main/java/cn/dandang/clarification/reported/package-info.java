/**
 * The link from reports to facts, held here alone, and what others decided on those facts.
 * Whichever comes first, report or decision, waits for the other here and nowhere else.
 */
@NullMarked
package cn.dandang.clarification.reported;

import org.jspecify.annotations.NullMarked;
