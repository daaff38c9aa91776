/**
 * Explanation of a refusal, the local appeal, and the statutory remedies that are named everywhere.
 * Silence of the five documents is answered by naming the rules to consult, never by a denial.
 */
@NullMarked
package cn.dandang.policy.appeal;

import org.jspecify.annotations.NullMarked;
