/**
 * Who starts a tolerance check and who may apply for tolerance.
 * Each answer says which clause gives it, or that the documents do not state it.
 */
@NullMarked
package cn.dandang.policy.opening;

import org.jspecify.annotations.NullMarked;
