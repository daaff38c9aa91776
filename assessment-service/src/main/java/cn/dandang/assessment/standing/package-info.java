/**
 * How a fact stands in assessment: which adverse entries rest on it and which decisions to tolerate protect it.
 * A new adverse entry is decided here in the same append, so that "cannot be entered again" is an invariant.
 */
@NullMarked
package cn.dandang.assessment.standing;

import org.jspecify.annotations.NullMarked;
