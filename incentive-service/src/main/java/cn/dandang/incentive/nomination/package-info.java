/**
 * Nominations for awards (表彰提名) and the holds on them (暂缓).
 * The hold is kept apart from the nomination, so that a released one leaves not even a gap in the nomination's versions.
 */
@NullMarked
package cn.dandang.incentive.nomination;

import org.jspecify.annotations.NullMarked;
