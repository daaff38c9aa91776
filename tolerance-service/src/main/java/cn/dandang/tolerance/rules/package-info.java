/**
 * From an answer of the rules to what an event keeps: grounds, clauses and words.
 * Asks the rules, never decides by itself.
 */
@NullMarked
package cn.dandang.tolerance.rules;

import org.jspecify.annotations.NullMarked;
