/**
 * What clarification finds for itself in the decisions that others publish.
 * Nobody outside can tell whether anything was found.
 */
@NullMarked
package cn.dandang.clarification.automation;

import org.jspecify.annotations.NullMarked;
