/**
 * Tests of the views.
 * What a page shows agrees with what the decisions know.
 */
@NullMarked
package cn.dandang.tolerance.views;

import org.jspecify.annotations.NullMarked;
