/**
 * Every error as one kind of answer: a problem (RFC 9457) with a stable type, both languages and the clauses that decided.
 * Nothing of the inside is told.
 */
@NullMarked
package cn.dandang.kit.problem;

import org.jspecify.annotations.NullMarked;
