/**
 * Talks (谈心谈话): proposed where a clause may be read to ask for one, planned or declined by a person, held.
 * Notes of a talk are sealed, are no evidence and no input to any rule (D-22).
 */
@NullMarked
package cn.dandang.incentive.talk;

import org.jspecify.annotations.NullMarked;
