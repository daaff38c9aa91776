/**
 * The ground that an event keeps, taken from an answer of the rules as they stood.
 * The one place where an answer's support, clauses, reading and demonstration mark become what is stored.
 */
@NullMarked
package cn.dandang.kit.ground;

import org.jspecify.annotations.NullMarked;
