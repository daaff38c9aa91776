/**
 * How often persons of a place looked at which other rule. Counts only: no person and no case.
 * The projections that count live with what they read.
 */
@NullMarked
package cn.dandang.assessment.consulted;

import org.jspecify.annotations.NullMarked;
