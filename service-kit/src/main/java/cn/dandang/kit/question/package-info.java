/**
 * Questions that a reaction puts to a person where a rule does not act by itself.
 * The answer is the person's act; accepting runs the orders under his name.
 */
@NullMarked
package cn.dandang.kit.question;

import org.jspecify.annotations.NullMarked;
