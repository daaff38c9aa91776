/**
 * Personal values: sealed at the edge, opened at the edge, ciphertext everywhere between.
 * Erasing a key makes every value under it unreadable and every proof still true.
 */
@NullMarked
package cn.dandang.kit.personal;

import org.jspecify.annotations.NullMarked;
