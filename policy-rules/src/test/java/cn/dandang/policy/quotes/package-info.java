/**
 * Tests of the check of quotations.
 * The texts themselves are not in the repository; a small invented text stands in for the parser's own tests.
 */
@NullMarked
package cn.dandang.policy.quotes;

import org.jspecify.annotations.NullMarked;
