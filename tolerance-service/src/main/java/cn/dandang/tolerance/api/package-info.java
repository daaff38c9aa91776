/**
 * The HTTP face: requests become orders, rows become answers, and personal texts are sealed and opened here and nowhere else.
 * Roles that assess, select or award get the same refusal for every address, whatever exists behind it.
 */
@NullMarked
package cn.dandang.tolerance.api;

import org.jspecify.annotations.NullMarked;
