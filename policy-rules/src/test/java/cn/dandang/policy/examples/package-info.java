/**
 * Runs the examples under {@code src/test/resources/examples}: place, date, what was recorded, what follows, and the clause.
 * They are written for a reader who knows the documents and does not code.
 */
@NullMarked
package cn.dandang.policy.examples;

import org.jspecify.annotations.NullMarked;
