/**
 * Tests of tolerance-service: given what happened, when ordered, then events or a refusal.
 * The rules are the real ones, with the demonstration's dates and readings laid over them.
 */
@NullMarked
package cn.dandang.tolerance;

import org.jspecify.annotations.NullMarked;
