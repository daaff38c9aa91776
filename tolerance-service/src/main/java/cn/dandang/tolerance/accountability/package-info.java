/**
 * 问责案: the procedure of holding to account, with the tolerance check that goes with it.
 * It cannot be concluded while that check is open, and its measure agrees with what the check decided.
 */
@NullMarked
package cn.dandang.tolerance.accountability;

import org.jspecify.annotations.NullMarked;
